import https from "node:https";
import { connect } from "node:net";
import { AttachmentBuilder, Client } from "seyfert";
import { BaseInteraction } from "seyfert/lib/structures/Interaction.js";
import { code, commands, form, morePanel, panel, picture, run, same, sandbox, token, until } from "./steps.mjs";

// Seyfert opens its gateway by TLS on port 443 only, so that connection is led to the sandbox; nothing else is changed.
const { hostname, port } = new URL(sandbox);
https.globalAgent.createConnection = () => connect(Number(port), hostname);

const heard = new Set();
const client = new Client({
  getRC: () => ({ token, locations: { base: "bots" }, intents: ["Guilds", "GuildMessages", "GuildMessageReactions", "GuildModeration", "GuildWebhooks", "GuildScheduledEvents"] }),
  handlePayload: (_, packet) => {
    if (packet.t) heard.add(packet.t);
    if (packet.t === "INTERACTION_CREATE") answer(BaseInteraction.from(client, packet.d)).catch((failure) => console.error("interaction:", failure));
  },
});
client.rest.options.domain = sandbox;
client.rest.options.token = token;
const api = client.proxy;

const hear = (event) => until(() => heard.has(event), event);
const nameOf = (user) => user.globalName ?? user.username;
const ephemeral = 64;

await client.start();
await client.proxy.applications(client.applicationId ?? client.botId).commands.put({ body: commands });
console.log("ready");

async function answer(i) {
  if (i.isAutocomplete()) return i.respond(["a", "b"].map((one) => ({ name: `${i.getInput()}-${one}`, value: one })));
  if (i.isMessage()) return i.write({ content: `quote: ${i.data.resolved.messages[i.data.targetId].content} by ${nameOf(i.data.resolved.messages[i.data.targetId].author)}` });
  if (i.isUser()) return i.write({ content: `who: ${nameOf(i.data.resolved.users[i.data.targetId])}` });
  if (i.isChatInput()) return answers[i.data.name](i);
  if (i.isModal()) {
    const text = `name=${i.getInputValue("name", true)} about=${i.getInputValue("about") ?? ""}`;
    return i.message ? i.update({ content: text, components: [] }) : i.write({ content: text });
  }

  if (i.isButton()) return presses[i.customId](i);
  const names = i.isStringSelectMenu() ? i.values
    : i.isUserSelectMenu() ? i.users.map((user) => nameOf(user))
    : i.isRoleSelectMenu() ? i.roles.map((role) => role.name)
    : i.isChannelSelectMenu() ? i.channels.map((channel) => channel.name)
    : [...(i.users ?? []).map((user) => nameOf(user)), ...(i.roles ?? []).map((role) => role.name)];
  return i.write({ content: `${i.customId}=${names.join(",")}`, flags: ephemeral });
}

const presses = {
  count: (i) => i.update({ content: `Panel ${Number(i.message.content.split(" ")[1] ?? 0) + 1}` }),
  quiet: (i) => i.write({ content: "Only you", flags: ephemeral }),
  ask: (i) => i.modal(form),
  wait: async (i) => {
    await i.deferUpdate();
    await i.editResponse({ content: "Panel waited" });
  },
};

const answers = {
  ping: (i) => i.write({ content: "pong" }),
  deep: (i) => i.write({ content: `deep ${i.data.options[0].name} ${i.data.options[0].options[0].name}` }),
  kinds: (i) => {
    const values = Object.fromEntries(i.data.options.map((option) => [option.name, option.value]));
    const { users, channels, roles, attachments } = i.data.resolved;
    const file = Object.values(attachments)[0];
    return i.write({
      content: [
        `text=${values.text}`, `whole=${values.whole}`, `flag=${values.flag}`, `user=${nameOf(users[values.user])}`,
        `channel=${channels[values.channel].name}`, `role=${roles[values.role].name}`, `mentionable=${nameOf(users[values.mentionable])}`,
        `number=${values.number}`, `file=${file.filename}(${file.size})`,
      ].join(" "),
    });
  },
  panel: async (i) => {
    await i.write({ content: "Panel", components: panel });
    await i.followup({ content: "More", components: morePanel });
  },
  form: (i) => i.modal(form),
  late: async (i) => {
    await i.deferReply();
    await i.editResponse({ content: "late" });
    const more = await i.followup({ content: "more" });
    const edited = await i.editMessage(more.id, { content: "more, edited" });
    const secret = await i.followup({ content: "secret", flags: ephemeral });
    await i.deleteMessage(secret.id);
    await i.editResponse({ content: `late, then ${edited.content}` });
  },
  files: async (i) => {
    const file = (name, text) => new AttachmentBuilder().setName(name).setFile("buffer", Buffer.from(text));
    await i.write({ content: "Files", files: [file("note.txt", "hello")] });
    const first = await i.fetchResponse();
    const edited = await i.editResponse({ content: "Files", attachments: first.attachments.map((one) => ({ id: one.id })), files: [file("more.txt", "more")] });
    const names = edited.attachments.map((one) => one.filename).sort().reverse();
    const read = await (await fetch(first.attachments[0].url)).text();
    await i.editResponse({ content: `Files ${names.join(",")} ${read}`, attachments: edited.attachments.map((one) => ({ id: one.id })) });
  },
  do: async (i) => {
    await i.deferReply();
    await i.editResponse({ content: await run(groups[i.data.options[0].value](i, i.channel.id, i.guildId)) });
  },
};

const groups = {
  messages: (i, place) => ({
    send: async (m) => { m.one = await client.messages.write(place, { content: "one" }); },
    edit: async (m) => same((await m.one.edit({ content: "one, edited" })).content, "one, edited"),
    reply: async (m) => {
      m.two = await m.one.reply({ content: "two" });
      same([m.two.type, m.two.referencedMessage.id], [19, m.one.id]);
    },
    react: async (m) => {
      await client.reactions.add(m.one.id, place, "👍");
      same((await client.reactions.fetch(m.one.id, place, "👍")).length, 1);
      await client.reactions.delete(m.one.id, place, "👍");
    },
    pin: async (m) => {
      await client.channels.setPin(m.one.id, place);
      same((await api.channels(place).messages.pins.get()).items.map((pin) => pin.message.id), [m.one.id]);
      await client.channels.deletePin(m.one.id, place);
    },
    history: async (m) => same((await client.messages.list(place, { limit: 5, after: m.one.id })).some((one) => one.id === m.two.id), true),
    embed: async (m) => {
      m.three = await client.messages.write(place, { embeds: [{ title: "T", fields: [{ name: "n", value: "v" }] }] });
      same(m.three.embeds.length, 1);
    },
    v2: async (m) => {
      const sent = await api.channels(place).messages.post({ body: { flags: 1 << 15, components: [{ type: 10, content: "Version 2" }] } });
      same(sent.components[0].content, "Version 2");
    },
    typing: () => client.channels.typing(place).then(() => undefined),
    bulk: async (m) => { await client.messages.purge([m.two.id, m.three.id], place); },
    heard: async () => {
      for (const event of ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE_BULK", "MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE", "CHANNEL_PINS_UPDATE"]) await hear(event);
    },
  }),
  threads: (i, place, guild) => ({
    fromMessage: async (m) => {
      m.first = await client.messages.write(place, { content: "a thread begins here" });
      m.thread = await client.threads.fromMessage(place, m.first.id, { name: "from a message" });
      same(m.thread.id, m.first.id);
    },
    write: async (m) => { await client.messages.write(m.thread.id, { content: "in it" }); },
    rename: async (m) => {
      await client.threads.edit(m.thread.id, { name: "renamed" });
      same((await client.messages.list(m.thread.id, {})).map((message) => message.type).sort((a, b) => a - b), [0, 4, 21]);
    },
    members: async (m) => {
      await client.threads.addMember(m.thread.id, i.user.id);
      same((await client.threads.listMembers(m.thread.id)).length, 2);
      await client.threads.removeMember(m.thread.id, i.user.id);
    },
    archive: async (m) => {
      await client.threads.edit(m.thread.id, { archived: true });
      same((await client.threads.listArchived(place, "public")).threads.some((one) => one.id === m.thread.id), true);
      await client.threads.edit(m.thread.id, { archived: false });
    },
    alone: async (m) => { m.alone = await client.threads.create(place, { name: "alone", type: 11 }); },
    active: async (m) => same((await client.threads.listGuildActive(guild, true)).some((one) => one.id === m.alone.id), true),
    delete: async (m) => { for (const thread of [m.thread, m.alone]) await client.channels.delete(thread.id); },
    heard: async () => { for (const event of ["THREAD_CREATE", "THREAD_UPDATE", "THREAD_DELETE"]) await hear(event); },
  }),
  places: (i, place, guild) => {
    const create = (body) => api.guilds(guild).channels.post({ body });
    return {
      category: async (m) => { m.category = await create({ name: "Shelf", type: 4 }); },
      text: async (m) => {
        m.text = await create({ name: "a text", type: 0, parent_id: m.category.id, topic: "about", rate_limit_per_user: 5 });
        same([m.text.name, m.text.parent_id, m.text.topic, m.text.rate_limit_per_user], ["a-text", m.category.id, "about", 5]);
      },
      change: async (m) => same((await client.channels.edit(m.text.id, { topic: "else" })).topic, "else"),
      overwrite: async (m) => {
        await api.channels(m.text.id).permissions(guild).put({ body: { type: 0, deny: "2048" } });
        await api.channels(m.text.id).permissions(guild).delete();
      },
      voice: async (m) => { m.voice = await create({ name: "Talk", type: 2 }); same(m.voice.bitrate, 64000); },
      forum: async (m) => {
        m.forum = await create({ name: "forum", type: 15, available_tags: [{ name: "open" }] });
        await client.threads.create(m.forum.id, { name: "A post", message: { content: "its first message" }, applied_tags: [m.forum.available_tags[0].id] });
      },
      news: async (m) => {
        m.news = await create({ name: "news", type: 5 });
        const message = await client.messages.write(m.news.id, { content: "extra" });
        await client.messages.crosspost(message.id, m.news.id);
      },
      webhook: async (m) => {
        const webhook = await client.webhooks.create(m.text.id, { name: "Wire" });
        const sent = await client.webhooks.writeMessage(webhook.id, webhook.token, { body: { content: "by wire", username: "Somebody" }, query: { wait: true } });
        same(sent.author.username, "Somebody");
        await client.webhooks.delete(webhook.id, {});
      },
      delete: async (m) => { for (const channel of [m.text, m.voice, m.forum, m.news, m.category]) await client.channels.delete(channel.id); },
      heard: async () => { for (const event of ["CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE", "WEBHOOKS_UPDATE"]) await hear(event); },
    };
  },
  people: (i, place, guild) => ({
    role: async (m) => {
      m.role = await client.roles.create(guild, { name: "walker", color: 0x00ff00, hoist: true, mentionable: true, permissions: "0" });
      same([m.role.color, m.role.hoist, m.role.mentionable], [0x00ff00, true, true]);
    },
    change: async (m) => same((await client.roles.edit(guild, m.role.id, { name: "runner" })).name, "runner"),
    give: async (m) => {
      await client.members.addRole(guild, i.user.id, m.role.id);
      same((await client.members.fetch(guild, i.user.id, true)).roles.keys.includes(m.role.id), true);
      await client.members.removeRole(guild, i.user.id, m.role.id);
    },
    nick: async () => { await client.members.edit(guild, i.user.id, { nick: "Nick" }); },
    unnick: async () => { await client.members.edit(guild, i.user.id, { nick: null }, "a reason"); },
    search: async () => same((await client.members.search(guild, { query: "Ch", limit: 5 })).length, 1),
    audit: async () => same((await api.guilds(guild)["audit-logs"].get()).audit_log_entries.some((entry) => entry.reason === "a reason"), true),
    emoji: async () => {
      const emoji = await api.applications(client.botId).emojis.post({ body: { name: "dot", image: picture } });
      await api.applications(client.botId).emojis(emoji.id).delete();
    },
    direct: async () => { await client.users.write(i.user.id, { content: "hello" }); },
    delete: async (m) => { await client.roles.delete(guild, m.role.id); },
    heard: async () => { for (const event of ["GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE"]) await hear(event); },
  }),
  refusals: (i, place, guild) => ({
    ban: () => code(() => client.bans.create(guild, i.user.id, {})),
    role: () => code(() => client.roles.create(guild, { name: "no" })),
    channel: () => code(() => api.guilds(guild).channels.post({ body: { name: "no" } })),
    hidden: async () => {
      const hidden = (await api.guilds(guild).channels.get()).find((channel) => channel.name === "verdicts");
      return code(() => client.messages.write(hidden.id, { content: "no" }));
    },
    unknown: () => code(() => client.messages.fetch("1100000000000000999", place, true)),
    long: () => code(() => client.messages.write(place, { content: "x".repeat(2001) })),
    empty: () => code(() => client.messages.write(place, { content: " " })),
    emoji: () => code(async () => client.reactions.add((await i.fetchResponse()).id, place, "nothing")),
    twice: () => code(() => api.interactions(i.id)(i.token).callback.post({ body: { type: 4, data: { content: "again" } } })),
  }),
};
