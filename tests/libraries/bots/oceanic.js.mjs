import { Client, ComponentTypes } from "oceanic.js";
import { code, commands, form, morePanel, panel, picture, run, same, sandbox, token, until } from "./steps.mjs";

const client = new Client({
  auth: `Bot ${token}`,
  gateway: { intents: ["GUILDS", "GUILD_MESSAGES", "GUILD_MESSAGE_REACTIONS", "GUILD_MODERATION", "GUILD_WEBHOOKS", "GUILD_SCHEDULED_EVENTS"] },
  rest: { baseURL: `${sandbox}/api/v10` },
});
const { channels, guilds, webhooks } = client.rest;
const heard = new Set();
client.on("packet", (packet) => packet.t && heard.add(packet.t));
client.on("error", (failure) => console.error("error:", failure));

const hear = (event) => until(() => heard.has(event), event);
const nameOf = (user) => user.globalName ?? user.username;
const parsed = (components) => client.util.componentsToParsed(components);
const ephemeral = 64;

client.once("ready", async () => {
  await client.application.bulkEditGlobalCommands(commands);
  console.log("ready");
});

client.on("interactionCreate", async (i) => {
  try {
    if (i.isAutocompleteInteraction()) {
      const focused = i.data.options.getFocused(true).value;
      await i.result(["a", "b"].map((one) => ({ name: `${focused}-${one}`, value: one })));
    } else if (i.isCommandInteraction()) {
      if (i.isMessageCommand()) await i.createMessage({ content: `quote: ${i.data.target.content} by ${nameOf(i.data.target.author)}` });
      else if (i.isUserCommand()) await i.createMessage({ content: `who: ${nameOf(i.data.target)}` });
      else await answers[i.data.name](i);
    } else if (i.isComponentInteraction()) {
      await (presses[i.data.customID] ?? chosen)(i);
    } else if (i.isModalSubmitInteraction()) {
      const text = `name=${i.data.components.getTextInput("name")} about=${i.data.components.getTextInput("about") ?? ""}`;
      await (i.message ? i.editParent({ content: text, components: [] }) : i.createMessage({ content: text }));
    }
  } catch (failure) {
    console.error("interaction:", failure);
  }
});

function chosen(i) {
  const { values } = i.data;
  const names = {
    [ComponentTypes.STRING_SELECT]: () => values.getStrings(),
    [ComponentTypes.USER_SELECT]: () => values.getUsers(true).map(nameOf),
    [ComponentTypes.ROLE_SELECT]: () => values.getRoles(true).map((role) => role.name),
    [ComponentTypes.MENTIONABLE_SELECT]: () => values.raw.map((id) => {
      const user = values.resolved.users.get(id);
      return user ? nameOf(user) : values.resolved.roles.get(id).name;
    }),
    [ComponentTypes.CHANNEL_SELECT]: () => values.getChannels(true).map((channel) => channel.name),
  }[i.data.componentType]();
  return i.createMessage({ content: `${i.data.customID}=${names.join(",")}`, flags: ephemeral });
}

const modal = () => ({ customID: form.custom_id, title: form.title, components: parsed(form.components) });

const presses = {
  count: (i) => i.editParent({ content: `Panel ${Number(i.message.content.split(" ")[1] ?? 0) + 1}` }),
  quiet: (i) => i.createMessage({ content: "Only you", flags: ephemeral }),
  ask: (i) => i.createModal(modal()),
  wait: async (i) => {
    await i.deferUpdate();
    await i.editOriginal({ content: "Panel waited" });
  },
};

const answers = {
  ping: (i) => i.createMessage({ content: "pong" }),
  deep: (i) => i.createMessage({ content: `deep ${i.data.options.getSubCommand(true).join(" ")}` }),
  kinds: (i) => {
    const o = i.data.options;
    const file = o.getAttachment("file", true);
    return i.createMessage({
      content: [
        `text=${o.getString("text")}`, `whole=${o.getInteger("whole")}`, `flag=${o.getBoolean("flag")}`, `user=${nameOf(o.getUser("user"))}`,
        `channel=${o.getChannel("channel").name}`, `role=${o.getRole("role").name}`,
        `mentionable=${nameOf(o.getMentionable("mentionable").user ?? o.getMentionable("mentionable"))}`,
        `number=${o.getNumber("number")}`, `file=${file.filename}(${file.size})`,
      ].join(" "),
    });
  },
  panel: async (i) => {
    await i.createMessage({ content: "Panel", components: parsed(panel) });
    await i.createFollowup({ content: "More", components: parsed(morePanel) });
  },
  form: (i) => i.createModal(modal()),
  late: async (i) => {
    await i.defer();
    await i.editOriginal({ content: "late" });
    const more = await (await i.createFollowup({ content: "more" })).getMessage();
    const edited = await i.editFollowup(more.id, { content: "more, edited" });
    const secret = await (await i.createFollowup({ content: "secret", flags: ephemeral })).getMessage();
    await i.deleteFollowup(secret.id);
    await i.editOriginal({ content: `late, then ${edited.content}` });
  },
  files: async (i) => {
    await i.createMessage({ content: "Files", files: [{ name: "note.txt", contents: Buffer.from("hello") }] });
    const first = await i.getOriginal();
    const kept = [...first.attachments.values()].map((file) => ({ id: file.id }));
    const edited = await i.editOriginal({ attachments: kept, files: [{ name: "more.txt", contents: Buffer.from("more") }] });
    const files = [...edited.attachments.values()];
    const read = await (await fetch(files[0].url)).text();
    await i.editOriginal({ content: `Files ${files.map((file) => file.filename).join(",")} ${read}` });
  },
  do: async (i) => {
    await i.defer();
    await i.editOriginal({ content: await run(groups[i.data.options.getString("what")](i, i.channelID, i.guildID)) });
  },
};

const groups = {
  messages: (i, place) => ({
    send: async (m) => { m.one = await channels.createMessage(place, { content: "one" }); },
    edit: async (m) => same((await m.one.edit({ content: "one, edited" })).content, "one, edited"),
    reply: async (m) => {
      m.two = await channels.createMessage(place, { content: "two", messageReference: { messageID: m.one.id } });
      same([m.two.type, m.two.referencedMessage.id], [19, m.one.id]);
    },
    react: async (m) => {
      await m.one.createReaction("👍");
      same((await m.one.getReactions("👍")).length, 1);
      await m.one.deleteReaction("👍");
    },
    pin: async (m) => {
      await m.one.pin();
      same((await channels.getPins(place)).map((pin) => pin.message.id), [m.one.id]);
      await m.one.unpin();
    },
    history: async (m) => same((await channels.getMessages(place, { limit: 5, after: m.one.id })).some((one) => one.id === m.two.id), true),
    embed: async (m) => {
      m.three = await channels.createMessage(place, { embeds: [{ title: "T", fields: [{ name: "n", value: "v" }] }] });
      same(m.three.embeds[0].fields[0].value, "v");
    },
    forward: async (m) => {
      m.four = await channels.createMessage(place, { messageReference: { type: 1, channelID: place, messageID: m.one.id } });
      same(m.four.messageSnapshots[0].message.content, "one, edited");
    },
    poll: async (m) => {
      m.poll = await channels.createMessage(place, { poll: { question: { text: "Q?" }, answers: ["yes", "no"].map((text) => ({ pollMedia: { text } })), duration: 1, allowMultiselect: false } });
      await channels.expirePoll(place, m.poll.id);
    },
    v2: async () => {
      const sent = await channels.createMessage(place, { flags: 1 << 15, components: [{ type: 10, content: "Version 2" }] });
      same(sent.components[0].content, "Version 2");
    },
    typing: () => channels.sendTyping(place),
    bulk: async (m) => { await channels.deleteMessages(place, [m.two.id, m.three.id, m.four.id]); },
    heard: async () => {
      for (const event of ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE_BULK", "MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE", "CHANNEL_PINS_UPDATE"]) await hear(event);
    },
  }),
  threads: (i, place, guild) => ({
    fromMessage: async (m) => {
      m.first = await channels.createMessage(place, { content: "a thread begins here" });
      m.thread = await channels.startThreadFromMessage(place, m.first.id, { name: "from a message" });
      same(m.thread.id, m.first.id);
    },
    write: async (m) => { await m.thread.createMessage({ content: "in it" }); },
    rename: async (m) => {
      await m.thread.edit({ name: "renamed" });
      same((await m.thread.getMessages()).map((message) => message.type).sort((a, b) => a - b), [0, 4, 21]);
    },
    members: async (m) => {
      await m.thread.addMember(i.user.id);
      same((await m.thread.getMembers()).length, 2);
      await m.thread.removeMember(i.user.id);
    },
    archive: async (m) => {
      await m.thread.edit({ archived: true });
      same((await channels.getPublicArchivedThreads(place)).threads.some((one) => one.id === m.thread.id), true);
      await m.thread.edit({ archived: false });
    },
    alone: async (m) => { m.alone = await channels.startThreadWithoutMessage(place, { name: "alone", type: 11 }); },
    active: async (m) => same((await guilds.getActiveThreads(guild)).threads.some((one) => one.id === m.alone.id), true),
    delete: async (m) => { for (const thread of [m.thread, m.alone]) await channels.delete(thread.id); },
    heard: async () => { for (const event of ["THREAD_CREATE", "THREAD_UPDATE", "THREAD_DELETE"]) await hear(event); },
  }),
  places: (i, place, guild) => ({
    category: async (m) => { m.category = await guilds.createChannel(guild, 4, { name: "Shelf" }); },
    text: async (m) => {
      m.text = await guilds.createChannel(guild, 0, { name: "a text", parentID: m.category.id, topic: "about", rateLimitPerUser: 5 });
      same([m.text.name, m.text.parentID, m.text.topic, m.text.rateLimitPerUser], ["a-text", m.category.id, "about", 5]);
    },
    change: async (m) => same((await m.text.edit({ topic: "else" })).topic, "else"),
    overwrite: async (m) => {
      await m.text.editPermission(guild, { allow: 0n, deny: 2048n, type: 0 });
      await m.text.deletePermission(guild);
    },
    voice: async (m) => { m.voice = await guilds.createChannel(guild, 2, { name: "Talk" }); same(m.voice.bitrate, 64000); },
    stage: async (m) => { m.stage = await guilds.createChannel(guild, 13, { name: "Stage" }); },
    forum: async (m) => {
      m.forum = await guilds.createChannel(guild, 15, { name: "forum", availableTags: [{ name: "open", moderated: false }] });
      m.post = await channels.startThreadInThreadOnlyChannel(m.forum.id, { name: "A post", message: { content: "its first message" }, appliedTags: [m.forum.availableTags[0].id] });
    },
    news: async (m) => {
      m.news = await guilds.createChannel(guild, 5, { name: "news" });
      const message = await m.news.createMessage({ content: "extra" });
      same((await message.crosspost()).flags & 1, 1);
    },
    webhook: async (m) => {
      m.webhook = await webhooks.create(m.text.id, { name: "Wire" });
      const sent = await m.webhook.execute({ content: "by wire", username: "Somebody", wait: true });
      same(sent.author.username, "Somebody");
      same((await m.webhook.editMessage(sent.id, { content: "by wire, edited" })).content, "by wire, edited");
      await m.webhook.delete();
    },
    invite: async (m) => {
      const invite = await m.text.createInvite({ maxAge: 60 });
      same((await channels.getInvite(invite.code)).channel.id, m.text.id);
      await channels.deleteInvite(invite.code);
    },
    delete: async (m) => { for (const channel of [m.text, m.voice, m.stage, m.forum, m.news, m.category]) await channels.delete(channel.id); },
    heard: async () => { for (const event of ["CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE", "WEBHOOKS_UPDATE"]) await hear(event); },
  }),
  people: (i, place, guild) => ({
    role: async (m) => {
      m.role = await guilds.createRole(guild, { name: "walker", color: 0x00ff00, hoist: true, mentionable: true, permissions: "0" });
      same([m.role.color, m.role.hoist, m.role.mentionable], [0x00ff00, true, true]);
    },
    change: async (m) => same((await guilds.editRole(guild, m.role.id, { name: "runner" })).name, "runner"),
    give: async (m) => {
      await guilds.addMemberRole(guild, i.user.id, m.role.id);
      same((await guilds.getMember(guild, i.user.id)).roles.includes(m.role.id), true);
      await guilds.removeMemberRole(guild, i.user.id, m.role.id);
    },
    nick: async () => same((await guilds.editMember(guild, i.user.id, { nick: "Nick" })).nick, "Nick"),
    unnick: async () => { await guilds.editMember(guild, i.user.id, { nick: null, reason: "a reason" }); },
    query: async () => same((await i.guild.fetchMembers({ query: "Be", limit: 5 })).length, 1),
    byIds: async () => same((await i.guild.fetchMembers({ userIDs: [i.user.id, client.user.id] })).length, 2),
    search: async () => same((await guilds.searchMembers(guild, { query: "Ch", limit: 5 })).length, 1),
    bans: async () => same((await guilds.getBans(guild)).length, 0),
    audit: async () => same((await guilds.getAuditLog(guild)).entries.some((entry) => entry.reason === "a reason"), true),
    emoji: async () => {
      const emoji = await client.application.createEmoji({ name: "dot", image: picture });
      same((await client.application.getEmojis()).items.length, 1);
      await client.application.deleteEmoji(emoji.id);
    },
    event: async () => {
      const event = await guilds.createScheduledEvent(guild, {
        name: "Meeting", privacyLevel: 2, entityType: 3, scheduledStartTime: new Date(Date.now() + 3_600_000).toISOString(),
        scheduledEndTime: new Date(Date.now() + 7_200_000).toISOString(), entityMetadata: { location: "here" },
      });
      await guilds.deleteScheduledEvent(guild, event.id);
    },
    direct: async () => { await (await channels.createDM(i.user.id)).createMessage({ content: "hello" }); },
    delete: async (m) => { await guilds.deleteRole(guild, m.role.id); },
    heard: async () => { for (const event of ["GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE", "GUILD_MEMBERS_CHUNK"]) await hear(event); },
  }),
  refusals: (i, place, guild) => ({
    ban: () => code(() => guilds.createBan(guild, i.user.id)),
    role: () => code(() => guilds.createRole(guild, { name: "no" })),
    channel: () => code(() => guilds.createChannel(guild, 0, { name: "no" })),
    hidden: () => code(() => channels.createMessage(i.guild.channels.find((channel) => channel.name === "verdicts").id, { content: "no" })),
    unknown: () => code(() => channels.getMessage(place, "1100000000000000999")),
    long: () => code(() => channels.createMessage(place, { content: "x".repeat(2001) })),
    empty: () => code(() => channels.createMessage(place, { content: " " })),
    emoji: () => code(async () => (await i.getOriginal()).createReaction("nothing")),
    twice: () => code(() => client.rest.interactions.createInteractionResponse(i.id, i.token, { type: 4, data: { content: "again" } })),
  }),
};

client.connect();
