// Runs a bot that stands in docs/sandbox.md, and the commands below it: node docs.mjs js|py
import { spawn } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { open } from "./sandbox.mjs";

const language = process.argv[2];
const text = await readFile(new URL("../../docs/sandbox.md", import.meta.url), "utf8");
const code = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(text)[1];
const commands = [...text.matchAll(/^curl 127\.0\.0\.1:5180(\S+) --json '(.*)'$/gm)];
const sandbox = await open();
const { port } = new URL(sandbox.address);
const file = new URL(`docs-bot.${language === "js" ? "mjs" : "py"}`, import.meta.url).pathname;
await writeFile(file, code.replaceAll("5180", port));
const bot = spawn(language === "js" ? "node" : "/usr/bin/python3", [file], { stdio: ["ignore", "ignore", "inherit"] });
let failed = commands.length === 0;
try {
  // Once more at the end, since the last command cuts the bot's connection.
  for (const [, path, body] of [...commands, commands[0]]) failed = !(await accepted(path, JSON.parse(body))) || failed;
} finally {
  bot.kill("SIGKILL");
  sandbox.close();
  await rm(file);
}

console.log(`docs/sandbox.md, ${language}: ${failed ? "failed" : "passed"}`);
process.exitCode = failed ? 1 : 0;

// A bot needs a moment to connect, as it did after its start.
async function accepted(path, body) {
  for (let i = 0; i < 100; i++) {
    const answer = await sandbox.call(path, body);
    if (answer.message?.content === "pong" || answer.kind) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}
