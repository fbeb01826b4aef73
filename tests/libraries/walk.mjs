// Walks a bot on an unmodified library through all that the sandbox has: node walk.mjs LIBRARY [--faults N]
import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { libraries } from "./libraries.mjs";
import { lineOf, open } from "./sandbox.mjs";

const name = process.argv[2];
const library = libraries[name];
const faults = Number(process.argv[process.argv.indexOf("--faults") + 1] || 0) || 0;
const here = new URL(".", import.meta.url).pathname;
let passed = 0;
let failed = 0;

async function check(what, step) {
  try {
    const problem = await step();
    if (problem) throw new Error(problem);
    passed++;
  } catch (failure) {
    failed++;
    console.log(`${name}: ${what}: ${failure.message}`);
  }
}

const kinds = [
  ["http500", { count: 1 }], ["rateLimit", { count: 2, ms: 300 }], ["slow", { count: 1, ms: 500 }], ["loseResponse", { count: 1 }],
  ["dropEvents", { count: 1 }], ["replayEvents", { count: 3 }], ["silence", { ms: 500 }], ["disconnect", {}], ["reconnect", {}],
  ["invalidSession", {}],
];

// In the form of Discord's tokens, from whose first part some libraries read the bot's id.
const token = `${btoa("1100000000000000001").replaceAll("=", "")}.sandbox.sandbox`;
const is = (found, wanted) => (found === wanted ? undefined : `“${found}” instead of “${wanted}”`);

const sandbox = await open();
const bot = spawn(library.program, library.arguments.map((one) => one.replace("HERE/", here)), {
  env: { ...process.env, ...library.environment, SANDBOX: sandbox.address, SANDBOX_TOKEN: token },
  stdio: ["ignore", "pipe", "inherit"],
});

try {
  await lineOf(bot, /^(ready)/, 30_000);
  await everyday();
  await many();
  await refusals();
  await afterFaults();
} catch (failure) {
  failed++;
  console.log(`${name}: ${failure.stack}`);
} finally {
  const traffic = `${here}traffic/${name}.jsonl`;
  await mkdir(`${here}traffic`, { recursive: true });
  await writeFile(traffic, await sandbox.call("/stage/traffic")).catch(() => console.log(`${name}: the sandbox is gone`));
  bot.kill("SIGKILL");
  sandbox.close();
}

console.log(`${name}: ${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

async function everyday() {
  await check("a command", async () => is((await sandbox.command("Ben", "ping")).message?.content, "pong"));
  await check("a subcommand", async () => is((await sandbox.command("Ben", "deep group leaf")).message?.content, "deep group leaf"));
  await check("every kind of option", async () => {
    const answer = await sandbox.command("Ben", "kinds", {
      options: { text: "hello", whole: "7", flag: "true", user: "Chi", channel: "review", role: "editor", mentionable: "Dee", number: "1.5" },
      attachments: [{ option: "file", name: "a.txt", contentBase64: btoa("12345") }],
    });
    return is(answer.message?.content, "text=hello whole=7 flag=true user=Chi channel=review role=editor mentionable=Dee number=1.5 file=a.txt(5)");
  });
  await check("completion", async () => {
    const answer = await sandbox.call("/people/Ben/autocomplete", { channel: "newsroom", command: "kinds", option: "text", value: "he", options: {} });
    return is(JSON.stringify(answer.choices), JSON.stringify([{ name: "he-a", value: "a" }, { name: "he-b", value: "b" }]));
  });
  await panel();
  await check("a form", async () => {
    const { form } = await sandbox.command("Ben", "form");
    const answer = await sandbox.call(`/people/Ben/forms/${form.id}`, { values: { name: "Ben", about: "tall" } });
    return is(answer.message?.content, "name=Ben about=tall");
  });
  await check("a late answer", async () => {
    const answer = await sandbox.command("Ben", "late");
    await sandbox.settled(answer.message.id, (message) => message.content === "late, then more, edited");
  });
  await check("files", async () => {
    const answer = await sandbox.command("Ben", "files");
    await sandbox.settled(answer.message.id, (message) => message.content === "Files note.txt,more.txt hello");
  });
  await check("a message command", async () => {
    const message = await sandbox.call("/people/Fay/messages", { channel: "newsroom", content: "The moon is flat" });
    const answer = await sandbox.call("/people/Ben/context", { command: "Quote", message: message.id });
    return is(answer.message?.content, "quote: The moon is flat by Fay");
  });
  await check("a user command", async () => {
    const answer = await sandbox.call("/people/Ben/context", { channel: "newsroom", command: "Who", user: "Chi" });
    return is(answer.message?.content, "who: Chi");
  });
}

async function panel() {
  const { message } = await sandbox.command("Ben", "panel");
  const more = await check("a followup", async () => {
    const found = await waitForMessage((one) => one.content === "More");
    panel.more = found.id;
  }) ?? panel.more;
  await check("a button that updates", async () => is((await sandbox.click("Ben", message.id, "count")).message?.content, "Panel 1"));
  await check("a private answer", async () => {
    const answer = await sandbox.click("Ben", message.id, "quiet");
    return is(`${answer.ephemeral} ${answer.message?.content}`, "true Only you");
  });
  await check("a deferred update", async () => {
    await sandbox.click("Ben", message.id, "wait");
    await sandbox.settled(message.id, (one) => one.content === "Panel waited");
  });
  for (const [select, values, wanted, of] of [
    ["words", ["a", "c"], "words=a,c", message.id], ["users", ["Chi", "Dee"], "users=Chi,Dee", message.id],
    ["roles", ["reviewer"], "roles=reviewer", more], ["mentionables", ["Eli", "editor"], "mentionables=Eli,editor", more],
    ["channels", ["review"], "channels=review", more],
  ]) {
    await check(`the select ${select}`, async () => is((await sandbox.click("Ben", of, select, values)).message?.content, wanted));
  }

  await check("a form from a button", async () => {
    const { form } = await sandbox.click("Ben", message.id, "ask");
    const answer = await sandbox.call(`/people/Ben/forms/${form.id}`, { values: { name: "Ben" } });
    return is(answer.message?.content, "name=Ben about=");
  });
}

async function waitForMessage(fits) {
  for (let i = 0; i < 250; i++) {
    const found = (await sandbox.messages()).find(fits);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("no such message came");
}

// What only an administrator may do, in groups of steps of which the bot tells.
async function many() {
  await sandbox.call("/stage/permissions", { role: "FactBot", allow: ["ADMINISTRATOR"] });
  for (const group of ["messages", "threads", "places", "people"]) {
    const answer = await sandbox.command("Chi", "do", { options: { what: group } });
    const said = await settledText(answer);
    for (const line of said.split("\n")) await check(`${group}: ${line.split(":")[0]}`, async () => is(line.replace(/^.*?: /, ""), "ok"));
  }
}

async function refusals() {
  await sandbox.call("/stage/permissions", { role: "FactBot", deny: ["ADMINISTRATOR"] });
  await sandbox.call("/stage/permissions", { channel: "verdicts", role: "FactBot", deny: ["VIEW_CHANNEL"] });
  const said = await settledText(await sandbox.command("Ben", "do", { options: { what: "refusals" } }));
  const wanted = {
    ban: 50013, role: 50013, channel: 50013, hidden: 50001, unknown: 10008, long: 50035, empty: 50006, emoji: 10014, twice: 40060,
    ...library.refusals,
  };
  const lines = Object.fromEntries(said.split("\n").map((line) => line.split(/: (.*)/)));
  for (const [what, code] of Object.entries(wanted)) await check(`refused: ${what}`, async () => is(lines[what], String(code)));
}

async function settledText(answer) {
  if (answer.outcome !== "replied" && !answer.deferred) throw new Error(JSON.stringify(answer));
  const id = answer.message?.id ?? (await waitForMessage((one) => (one.flags & 128) !== 0)).id;
  return (await sandbox.settled(id, (message) => (message.flags & 128) === 0 && message.content.length > 0)).content;
}

// After each fault, a person tries again until the bot answers: a library may lose an answer, but not itself.
async function afterFaults() {
  for (const fault of [...kinds, ...Array.from({ length: faults }, () => kinds[Math.floor(Math.random() * kinds.length)])]) {
    await check(`after ${fault[0]}`, async () => {
      await sandbox.fault(...fault);
      const until = Date.now() + 45_000;
      while (Date.now() < until) {
        const answer = await sandbox.command("Ben", "ping");
        if (answer.message?.content === "pong") return undefined;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return "it doesn't answer any more";
    });
  }
}
