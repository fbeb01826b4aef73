// The sandbox in a process of its own, and hands for its people and its stage.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const root = new URL("../../", import.meta.url).pathname;

export async function open() {
  const program = `${root}src/FactBot.Sandbox/bin/Debug/net10.0/FactBot.Sandbox.dll`;
  const child = spawn("dotnet", [program, "--no-bot", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await lineOf(child, /open at (http:\S+)/, 30_000);
  return new Sandbox(address, child);
}

// Reads what a program prints until a line fits, and gives the first group of it.
export function lineOf(child, pattern, ms) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`nothing like ${pattern} in ${ms / 1000} s`)), ms);
    child.once("exit", (code) => reject(new Error(`it ended with ${code}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const match = pattern.exec(line);
      if (match) {
        clearTimeout(timer);
        resolve(match[1]);
      }
    });
  });
}

class Sandbox {
  constructor(address, child) {
    this.address = address;
    this.child = child;
  }

  async call(path, body) {
    const response = await fetch(this.address + path, body && { method: "POST", body: JSON.stringify(body) });
    const text = await response.text();
    return path.startsWith("/stage/traffic") ? text : JSON.parse(text);
  }

  command(person, command, more = {}) {
    return this.call(`/people/${person}/commands`, { channel: "newsroom", command, ...more });
  }

  click(person, message, customId, values) {
    return this.call(`/people/${person}/clicks`, { message, customId, values });
  }

  messages(channel = "newsroom", as = "Ben") {
    return this.call(`/channels/${channel}/messages?as=${as}`);
  }

  // The message as it is after whatever the bot still does to it.
  async settled(id, fits) {
    for (let i = 0; i < 250; i++) {
      const message = (await this.messages()).find((one) => one.id === id);
      if (message && fits(message)) return message;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`the message is ${JSON.stringify((await this.messages()).find((one) => one.id === id)?.content)}`);
  }

  fault(kind, more = {}) {
    return this.call("/stage/faults", { kind, ...more });
  }

  close() {
    this.child.kill("SIGTERM");
  }
}
