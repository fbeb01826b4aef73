import Eris from "eris";
import { Agent } from "node:https";
import { connect } from "node:net";
import { code, commands, form, morePanel, panel, picture, run, same, sandbox, token, until } from "./steps.mjs";

// Eris only speaks HTTPS on its port, so its connections are led to the sandbox; nothing else about them is changed.
const { hostname, port } = new URL(sandbox);
const agent = new Agent();
agent.createConnection = () => connect(Number(port), hostname);

const client = new Eris(`Bot ${token}`, {
  intents: ["guilds", "guildMessages", "guildMessageReactions", "guildBans", "guildWebhooks", "guildInvites", "guildScheduledEvents"],
  rest: { agent, domain: hostname },
  restMode: true,
});
const heard = new Set();
client.on("rawWS", (packet) => packet.t && heard.add(packet.t));
client.on("error", (failure) => console.error("error:", failure));

const hear = (event) => until(() => heard.has(event), event);
const nameOf = (user) => user.globalName ?? user.username;

client.once("ready", async () => {
  await client.bulkEditCommands(commands);
  console.log("ready");
});

client.on("interactionCreate", async (i) => {
  try {
    if (i.type === 4) {
      const focused = i.data.options.find((option) => option.focused).value;
      await i.result(["a", "b"].map((one) => ({ name: `${focused}-${one}`, value: one })));
    } else if (i.type === 2) {
      if (i.data.type === 3) {
        const message = [...i.data.resolved.messages.values()][0];
        await i.createMessage(`quote: ${message.content} by ${nameOf(message.author)}`);
      } else if (i.data.type === 2) {
        await i.createMessage(`who: ${nameOf([...i.data.resolved.users.values()][0])}`);
      } else {
        await answers[i.data.name](i);
      }
    } else if (i.type === 3) {
      await (presses[i.data.custom_id] ?? chosen)(i);
    } else if (i.type === 5) {
      const [name, about] = i.data.components.map((one) => one.components[0].value);
      const text = `name=${name} about=${about}`;
      await (i.message ? i.editParent({ content: text, components: [] }) : i.createMessage(text));
    }
  } catch (failure) {
    console.error("interaction:", failure);
  }
});

function chosen(i) {
  const guild = i.channel.guild;
  const names = i.data.values.map((id) => {
    const user = client.users.get(id) ?? (i.data.resolved?.users?.[id] && { globalName: i.data.resolved.users[id].global_name });
    return user ? nameOf(user) : guild.roles.get(id)?.name ?? guild.channels.get(id)?.name ?? id;
  });
  return i.createMessage({ content: `${i.data.custom_id}=${names.join(",")}`, flags: 64 });
}

const presses = {
  count: (i) => i.editParent({ content: `Panel ${Number(i.message.content.split(" ")[1] ?? 0) + 1}` }),
  quiet: (i) => i.createMessage({ content: "Only you", flags: 64 }),
  ask: (i) => i.createModal(form),
  wait: async (i) => {
    await i.deferUpdate();
    await i.editOriginalMessage({ content: "Panel waited" });
  },
};

const answers = {
  ping: (i) => i.createMessage("pong"),
  deep: (i) => i.createMessage(`deep ${i.data.options[0].name} ${i.data.options[0].options[0].name}`),
  kinds: (i) => {
    const values = Object.fromEntries(i.data.options.map((option) => [option.name, option.value]));
    const { users, channels, roles, attachments } = i.data.resolved;
    const file = Object.values(attachments)[0];
    return i.createMessage([
      `text=${values.text}`, `whole=${values.whole}`, `flag=${values.flag}`, `user=${nameOf(users.get(values.user))}`,
      `channel=${channels.get(values.channel).name ?? i.channel.guild.channels.get(values.channel).name}`,
      `role=${roles.get(values.role).name}`, `mentionable=${nameOf(users.get(values.mentionable))}`,
      `number=${values.number}`, `file=${file.filename}(${file.size})`,
    ].join(" "));
  },
  panel: async (i) => {
    await i.createMessage({ content: "Panel", components: panel });
    await i.createFollowup({ content: "More", components: morePanel });
  },
  form: (i) => i.createModal(form),
  late: async (i) => {
    await i.defer();
    await i.editOriginalMessage("late");
    const more = await i.createFollowup("more");
    const edited = await i.editMessage(more.id, "more, edited");
    const secret = await i.createFollowup({ content: "secret", flags: 64 });
    await i.deleteMessage(secret.id);
    await i.editOriginalMessage(`late, then ${edited.content}`);
  },
  files: async (i) => {
    await i.createMessage("Files", { file: Buffer.from("hello"), name: "note.txt" });
    const first = await i.getOriginalMessage();
    const kept = [...first.attachments.values()].map((file) => ({ id: file.id }));
    const edited = await i.editOriginalMessage({ attachments: kept }, { file: Buffer.from("more"), name: "more.txt" });
    const files = [...edited.attachments.values()];
    const read = await (await fetch(files[0].url)).text();
    await i.editOriginalMessage(`Files ${files.map((file) => file.filename).join(",")} ${read}`);
  },
  do: async (i) => {
    await i.defer();
    await i.editOriginalMessage(await run(groups[i.data.options[0].value](i)));
  },
};

const groups = {
  messages: (i) => ({
    send: async (m) => { m.one = await client.createMessage(i.channel.id, "one"); },
    edit: async (m) => same((await m.one.edit("one, edited")).content, "one, edited"),
    reply: async (m) => {
      m.two = await client.createMessage(i.channel.id, { content: "two", messageReference: { messageID: m.one.id } });
      same([m.two.type, m.two.referencedMessage.id], [19, m.one.id]);
    },
    react: async (m) => {
      await m.one.addReaction("👍");
      same((await m.one.getReaction("👍")).length, 1);
      await m.one.removeReaction("👍");
    },
    pin: async (m) => {
      await m.one.pin();
      same((await client.getPins(i.channel.id)).map((message) => message.id), [m.one.id]);
      await m.one.unpin();
    },
    history: async (m) => same((await client.getMessages(i.channel.id, { limit: 5, after: m.one.id })).some((one) => one.id === m.two.id), true),
    embed: async (m) => {
      m.three = await client.createMessage(i.channel.id, { embeds: [{ title: "T", fields: [{ name: "n", value: "v" }] }] });
      same(m.three.embeds[0].fields[0].value, "v");
    },
    poll: async (m) => {
      m.poll = await client.createMessage(i.channel.id, { poll: { question: { text: "Q?" }, answers: ["yes", "no"].map((text) => ({ poll_media: { text } })), duration: 1 } });
      await client.endPoll(i.channel.id, m.poll.id);
    },
    typing: () => client.sendChannelTyping(i.channel.id),
    bulk: async (m) => { await client.deleteMessages(i.channel.id, [m.two.id, m.three.id]); },
    heard: async () => {
      for (const event of ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE_BULK", "MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE", "CHANNEL_PINS_UPDATE"]) await hear(event);
    },
  }),
  threads: (i) => ({
    fromMessage: async (m) => {
      m.first = await client.createMessage(i.channel.id, "a thread begins here");
      m.thread = await client.createThreadWithMessage(i.channel.id, m.first.id, { name: "from a message", autoArchiveDuration: 60 });
      same(m.thread.id, m.first.id);
    },
    write: async (m) => { await m.thread.createMessage("in it"); },
    rename: async (m) => {
      await m.thread.edit({ name: "renamed" });
      same((await m.thread.getMessages()).map((message) => message.type).sort((a, b) => a - b), [0, 4, 21]);
    },
    members: async (m) => {
      await m.thread.join(i.member.id);
      same((await m.thread.getMembers()).length, 2);
      await m.thread.leave(i.member.id);
    },
    archive: async (m) => {
      await m.thread.edit({ archived: true });
      same((await client.getArchivedThreads(i.channel.id, "public")).threads.some((one) => one.id === m.thread.id), true);
      await m.thread.edit({ archived: false });
    },
    alone: async (m) => { m.alone = await client.createThreadWithoutMessage(i.channel.id, { name: "alone", autoArchiveDuration: 60, type: 11 }); },
    active: async (m) => same((await client.getActiveGuildThreads(i.guildID)).threads.some((one) => one.id === m.alone.id), true),
    delete: async (m) => { for (const thread of [m.thread, m.alone]) await thread.delete(); },
    heard: async () => { for (const event of ["THREAD_CREATE", "THREAD_UPDATE", "THREAD_DELETE"]) await hear(event); },
  }),
  places: (i) => ({
    category: async (m) => { m.category = await client.createChannel(i.guildID, "Shelf", 4); },
    text: async (m) => {
      m.text = await client.createChannel(i.guildID, "a text", 0, { parentID: m.category.id, topic: "about", rateLimitPerUser: 5 });
      same([m.text.name, m.text.parentID, m.text.topic, m.text.rateLimitPerUser], ["a-text", m.category.id, "about", 5]);
    },
    change: async (m) => same((await m.text.edit({ topic: "else" })).topic, "else"),
    overwrite: async (m) => {
      await m.text.editPermission(i.guildID, 0n, 2048n, 0);
      await m.text.deletePermission(i.guildID);
    },
    voice: async (m) => { m.voice = await client.createChannel(i.guildID, "Talk", 2); same(m.voice.bitrate, 64000); },
    stage: async (m) => { m.stage = await client.createChannel(i.guildID, "Stage", 13); },
    forum: async (m) => {
      m.forum = await client.createChannel(i.guildID, "forum", 15, { availableTags: [{ name: "open" }] });
      m.post = await client.createThread(m.forum.id, { name: "A post", message: { content: "its first message" } });
    },
    news: async (m) => {
      m.news = await client.createChannel(i.guildID, "news", 5);
      const message = await m.news.createMessage("extra");
      same((await message.crosspost()).flags & 1, 1);
    },
    webhook: async (m) => {
      m.webhook = await client.createChannelWebhook(m.text.id, { name: "Wire" });
      const sent = await client.executeWebhook(m.webhook.id, m.webhook.token, { content: "by wire", username: "Somebody", wait: true });
      same(sent.author.username, "Somebody");
      await client.editWebhookMessage(m.webhook.id, m.webhook.token, sent.id, { content: "by wire, edited" });
      await client.deleteWebhook(m.webhook.id);
    },
    invite: async (m) => {
      const invite = await m.text.createInvite({ maxAge: 60 });
      same((await client.getInvite(invite.code)).channel.id, m.text.id);
      await client.deleteInvite(invite.code);
    },
    delete: async (m) => { for (const channel of [m.text, m.voice, m.stage, m.forum, m.news, m.category]) await channel.delete(); },
    heard: async () => { for (const event of ["CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE", "WEBHOOKS_UPDATE"]) await hear(event); },
  }),
  people: (i) => ({
    role: async (m) => {
      m.role = await client.createRole(i.guildID, { name: "walker", color: 0x00ff00, hoist: true, mentionable: true, permissions: 0 });
      same([m.role.color, m.role.hoist, m.role.mentionable], [0x00ff00, true, true]);
    },
    change: async (m) => same((await m.role.edit({ name: "runner" })).name, "runner"),
    give: async (m) => {
      await client.addGuildMemberRole(i.guildID, i.member.id, m.role.id);
      same((await client.getRESTGuildMember(i.guildID, i.member.id)).roles.includes(m.role.id), true);
      await client.removeGuildMemberRole(i.guildID, i.member.id, m.role.id);
    },
    nick: async () => same((await client.editGuildMember(i.guildID, i.member.id, { nick: "Nick" })).nick, "Nick"),
    unnick: async () => { await client.editGuildMember(i.guildID, i.member.id, { nick: null }, "a reason"); },
    query: async () => same((await i.channel.guild.fetchMembers({ query: "Be", limit: 5 })).length, 1),
    byIds: async () => same((await i.channel.guild.fetchMembers({ userIDs: [i.member.id, client.user.id] })).length, 2),
    search: async () => same((await client.searchGuildMembers(i.guildID, "Ch", 5)).length, 1),
    audit: async () => same((await client.getGuildAuditLog(i.guildID)).entries.some((entry) => entry.reason === "a reason"), true),
    emoji: async () => {
      const emoji = await client.createGuildEmoji(i.guildID, { name: "dot", image: picture });
      await client.deleteGuildEmoji(i.guildID, emoji.id);
    },
    event: async () => {
      const event = await client.createGuildScheduledEvent(i.guildID, {
        name: "Meeting", privacyLevel: 2, entityType: 3, scheduledStartTime: new Date(Date.now() + 3_600_000),
        scheduledEndTime: new Date(Date.now() + 7_200_000), entityMetadata: { location: "here" },
      });
      await client.deleteGuildScheduledEvent(i.guildID, event.id);
    },
    direct: async () => { await (await client.getDMChannel(i.member.id)).createMessage("hello"); },
    delete: async (m) => { await client.deleteRole(i.guildID, m.role.id); },
    heard: async () => { for (const event of ["GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE", "GUILD_MEMBERS_CHUNK"]) await hear(event); },
  }),
  refusals: (i) => ({
    ban: () => code(() => client.banGuildMember(i.guildID, i.member.id)),
    role: () => code(() => client.createRole(i.guildID, { name: "no" })),
    channel: () => code(() => client.createChannel(i.guildID, "no", 0)),
    hidden: () => code(() => client.createMessage(i.channel.guild.channels.find((channel) => channel.name === "verdicts").id, "no")),
    unknown: () => code(() => client.getMessage(i.channel.id, "1100000000000000999")),
    long: () => code(() => client.createMessage(i.channel.id, "x".repeat(2001))),
    empty: () => code(() => client.createMessage(i.channel.id, " ")),
    emoji: async () => code(async () => (await i.getOriginalMessage()).addReaction("nothing")),
    twice: () => code(() => client.requestHandler.request("POST", `/interactions/${i.id}/${i.token}/callback`, false, { type: 4, data: { content: "again" } })),
  }),
};

client.connect();
