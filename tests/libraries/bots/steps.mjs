// What every bot of the walk shares: no library, only how a step is reported.

export const sandbox = process.env.SANDBOX;
export const token = process.env.SANDBOX_TOKEN;

// Does the steps one after the other, each with what the ones before have left in `made`, and says how each went.
export async function run(steps) {
  const made = {};
  const lines = [];
  for (const [name, step] of Object.entries(steps)) {
    try {
      const said = await step(made);
      lines.push(said === undefined ? `${name}: ok` : `${name}: ${said}`);
    } catch (failure) {
      lines.push(`${name}: FAILED ${failure?.code ?? ""} ${failure?.message ?? failure}`.slice(0, 300));
    }
  }
  return lines.join("\n");
}

// Waits until something is there; events arrive a moment after the call that caused them.
export async function until(look, what) {
  for (let i = 0; i < 100; i++) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${what} did not come`);
}

export function same(is, shouldBe) {
  const [a, b] = [JSON.stringify(is), JSON.stringify(shouldBe)];
  if (a !== b) throw new Error(`${a} instead of ${b}`);
}

// The code with which Discord refuses the call.
export async function code(call) {
  try {
    await call();
  } catch (failure) {
    return failure?.code ?? failure?.metadata?.code ?? failure?.body?.code ?? String(failure?.message ?? failure);
  }
  return "no refusal";
}

process.on("unhandledRejection", (failure) => console.error("unhandled:", failure?.stack ?? failure));

// The commands of every bot, as Discord takes them.
export const commands = [
  { name: "ping", description: "Says pong" },
  {
    name: "kinds",
    description: "Takes every kind of option",
    options: [
      { type: 3, name: "text", description: "A text", autocomplete: true },
      { type: 4, name: "whole", description: "A whole number" },
      { type: 5, name: "flag", description: "Yes or no" },
      { type: 6, name: "user", description: "Somebody" },
      { type: 7, name: "channel", description: "A channel" },
      { type: 8, name: "role", description: "A role" },
      { type: 9, name: "mentionable", description: "Somebody or a role" },
      { type: 10, name: "number", description: "A number" },
      { type: 11, name: "file", description: "A file" },
    ],
  },
  { name: "panel", description: "Buttons and selects" },
  { name: "form", description: "A form" },
  { name: "late", description: "Answers late" },
  { name: "files", description: "Sends files" },
  { name: "do", description: "Does many things", options: [{ type: 3, name: "what", description: "What to do", required: true }] },
  {
    name: "deep",
    description: "A group",
    options: [{ type: 2, name: "group", description: "In it", options: [{ type: 1, name: "leaf", description: "The command" }] }],
  },
  { name: "Quote", type: 3 },
  { name: "Who", type: 2 },
];

const row = (...components) => ({ type: 1, components });

export const panel = [
  row(...["count", "quiet", "ask", "wait"].map((id) => ({ type: 2, style: 1, label: id, custom_id: id })),
    { type: 2, style: 5, label: "link", url: "https://example.org" }),
  row({ type: 3, custom_id: "words", max_values: 2, options: ["a", "b", "c"].map((value) => ({ label: value, value })) }),
  row({ type: 5, custom_id: "users", max_values: 3 }),
];

export const morePanel = [
  row({ type: 6, custom_id: "roles" }), row({ type: 7, custom_id: "mentionables", max_values: 2 }),
  row({ type: 8, custom_id: "channels", channel_types: [0] }),
];

export const form = {
  custom_id: "form",
  title: "A form",
  components: [
    row({ type: 4, custom_id: "name", label: "Name", style: 1 }),
    row({ type: 4, custom_id: "about", label: "About", style: 2, required: false }),
  ],
};

export const picture = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
