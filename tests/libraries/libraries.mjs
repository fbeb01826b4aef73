// The libraries that are walked, and how a bot on each is started.
const node = (name) => ({ program: "node", arguments: [`HERE/bots/${name}.mjs`] });

export const libraries = {
  "discord.js": node("discord.js"),
  "eris": node("eris"),
  "oceanic.js": node("oceanic.js"),
  "seyfert": node("seyfert"),
  "discord.py": { program: "/usr/bin/python3", arguments: ["HERE/bots/discord_py.py"], environment: { PYTHONUNBUFFERED: "1" } },
};
