import {
  ActionRowBuilder, ButtonBuilder, ButtonStyle, ChannelSelectMenuBuilder, ChannelType,
  Client, GatewayIntentBits as Intents, MentionableSelectMenuBuilder, MessageFlags, ModalBuilder, Partials, PermissionFlagsBits,
  RoleSelectMenuBuilder, StringSelectMenuBuilder, TextDisplayBuilder, TextInputBuilder, TextInputStyle, UserSelectMenuBuilder,
} from "discord.js";
import { code, commands, picture, run, same, sandbox, token, until } from "./steps.mjs";

const client = new Client({
  intents: [
    Intents.Guilds, Intents.GuildMessages, Intents.GuildMessageReactions, Intents.GuildModeration, Intents.GuildWebhooks,
    Intents.GuildMessagePolls, Intents.GuildInvites, Intents.GuildScheduledEvents, Intents.GuildExpressions,
  ],
  partials: [Partials.Message, Partials.Reaction, Partials.User],
  rest: { api: `${sandbox}/api`, cdn: `${sandbox}/cdn` },
});
const heard = new Set();
client.on("raw", (packet) => packet.t && heard.add(packet.t));
client.on("error", (failure) => console.error("error:", failure));

const row = (...parts) => new ActionRowBuilder().addComponents(...parts);
const hear = (event) => until(() => heard.has(event), event);

client.once("clientReady", async () => {
  await client.application.commands.set(commands);
  console.log("ready");
});

client.on("interactionCreate", async (i) => {
  try {
    if (i.isAutocomplete()) return await i.respond(["a", "b"].map((one) => ({ name: `${i.options.getFocused()}-${one}`, value: one })));
    if (i.isChatInputCommand()) return await answers[i.commandName](i);
    if (i.isMessageContextMenuCommand()) return await i.reply(`quote: ${i.targetMessage.content} by ${i.targetMessage.author.displayName}`);
    if (i.isUserContextMenuCommand()) return await i.reply(`who: ${i.targetUser.displayName}`);
    if (i.isButton()) return await presses[i.customId](i);
    if (i.isStringSelectMenu()) return await chosen(i, i.values);
    if (i.isUserSelectMenu()) return await chosen(i, i.users.map((user) => user.displayName));
    if (i.isRoleSelectMenu()) return await chosen(i, i.roles.map((role) => role.name));
    if (i.isMentionableSelectMenu()) return await chosen(i, [...i.users.map((user) => user.displayName), ...i.roles.map((role) => role.name)]);
    if (i.isChannelSelectMenu()) return await chosen(i, i.channels.map((channel) => channel.name));
    if (i.isModalSubmit()) {
      const text = `name=${i.fields.getTextInputValue("name")} about=${i.fields.getTextInputValue("about")}`;
      return await (i.isFromMessage() ? i.update({ content: text, components: [] }) : i.reply(text));
    }
  } catch (failure) {
    console.error("interaction:", failure);
  }
});

const chosen = (i, values) => i.reply({ content: `${i.customId}=${values.join(",")}`, flags: MessageFlags.Ephemeral });

const form = () => new ModalBuilder().setCustomId("form").setTitle("A form").addComponents(
  row(new TextInputBuilder().setCustomId("name").setLabel("Name").setStyle(TextInputStyle.Short)),
  row(new TextInputBuilder().setCustomId("about").setLabel("About").setStyle(TextInputStyle.Paragraph).setRequired(false)));

const presses = {
  count: (i) => i.update({ content: `Panel ${Number(i.message.content.split(" ")[1] ?? 0) + 1}` }),
  quiet: (i) => i.reply({ content: "Only you", flags: MessageFlags.Ephemeral }),
  ask: (i) => i.showModal(form()),
  wait: async (i) => {
    await i.deferUpdate();
    await i.editReply({ content: "Panel waited" });
  },
};

const answers = {
  ping: (i) => i.reply("pong"),
  deep: (i) => i.reply(`deep ${i.options.getSubcommandGroup()} ${i.options.getSubcommand()}`),
  kinds: (i) => {
    const o = i.options;
    const file = o.getAttachment("file");
    return i.reply([
      `text=${o.getString("text")}`, `whole=${o.getInteger("whole")}`, `flag=${o.getBoolean("flag")}`,
      `user=${o.getUser("user")?.displayName}`, `channel=${o.getChannel("channel")?.name}`, `role=${o.getRole("role")?.name}`,
      `mentionable=${o.getMentionable("mentionable")?.displayName}`, `number=${o.getNumber("number")}`,
      `file=${file?.name}(${file?.size})`,
    ].join(" "));
  },
  panel: async (i) => {
    await i.reply({
      content: "Panel",
      components: [
        row(...["count", "quiet", "ask", "wait"].map((id) => new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Primary)),
          new ButtonBuilder().setURL("https://example.org").setLabel("link").setStyle(ButtonStyle.Link)),
        row(new StringSelectMenuBuilder().setCustomId("words").setMaxValues(2).addOptions(["a", "b", "c"].map((value) => ({ label: value, value })))),
        row(new UserSelectMenuBuilder().setCustomId("users").setMaxValues(3)),
      ],
    });
    await i.followUp({
      content: "More",
      components: [
        row(new RoleSelectMenuBuilder().setCustomId("roles")),
        row(new MentionableSelectMenuBuilder().setCustomId("mentionables").setMaxValues(2)),
        row(new ChannelSelectMenuBuilder().setCustomId("channels").setChannelTypes(ChannelType.GuildText)),
      ],
    });
  },
  form: (i) => i.showModal(form()),
  late: async (i) => {
    await i.deferReply();
    await i.editReply("late");
    const more = await i.followUp("more");
    await i.webhook.editMessage(more, "more, edited");
    const secret = await i.followUp({ content: "secret", flags: MessageFlags.Ephemeral });
    await i.deleteReply(secret.id);
    await i.editReply(`late, then ${(await i.fetchReply(more.id)).content}`);
  },
  files: async (i) => {
    await i.reply({ content: "Files", files: [{ attachment: Buffer.from("hello"), name: "note.txt", description: "A note" }] });
    const first = await i.fetchReply();
    const edited = await i.editReply({
      attachments: [...first.attachments.values()],
      files: [{ attachment: Buffer.from("more"), name: "more.txt" }],
    });
    const read = await (await fetch(edited.attachments.first().url)).text();
    await i.editReply(`Files ${edited.attachments.map((file) => file.name).join(",")} ${read}`);
  },
  do: async (i) => {
    await i.deferReply();
    await i.editReply(await run(groups[i.options.getString("what")](i)));
  },
};

const groups = {
  messages: (i) => ({
    send: async (m) => { m.one = await i.channel.send("one"); },
    edit: async (m) => same((await m.one.edit("one, edited")).content, "one, edited"),
    reply: async (m) => {
      m.two = await m.one.reply("two");
      same(m.two.type, 19);
      same((await m.two.fetchReference()).id, m.one.id);
      same(m.two.mentions.repliedUser?.id, client.user.id);
    },
    react: async (m) => {
      await m.one.react("👍");
      await until(() => m.one.reactions.cache.get("👍")?.me, "the reaction");
      same((await m.one.reactions.cache.get("👍").users.fetch()).size, 1);
      await m.one.reactions.cache.get("👍").users.remove(client.user.id);
    },
    pin: async (m) => {
      await m.one.pin();
      same((await i.channel.messages.fetchPins()).items.map((pin) => pin.message.id), [m.one.id]);
      await m.one.unpin();
    },
    history: async (m) => same((await i.channel.messages.fetch({ limit: 5, after: m.one.id })).has(m.two.id), true),
    embed: async (m) => {
      m.three = await i.channel.send({ embeds: [{ title: "T", description: "D", fields: [{ name: "n", value: "v" }] }] });
      same(m.three.embeds[0].fields[0].value, "v");
      await m.three.suppressEmbeds();
    },
    forward: async (m) => {
      m.four = await m.one.forward(i.channel);
      same(m.four.messageSnapshots.first().content, "one, edited");
    },
    poll: async (m) => {
      m.poll = await i.channel.send({ poll: { question: { text: "Q?" }, answers: [{ text: "yes" }, { text: "no" }], duration: 1, allowMultiselect: false } });
      same(m.poll.poll.answers.map((answer) => answer.text), ["yes", "no"]);
      same((await m.poll.poll.end()).poll.resultsFinalized, true);
    },
    v2: async (m) => {
      m.v2 = await i.channel.send({ flags: MessageFlags.IsComponentsV2, components: [new TextDisplayBuilder().setContent("Version 2")] });
      same(m.v2.components[0].content, "Version 2");
    },
    mention: async () => same((await i.channel.send({ content: `<@${i.user.id}>`, allowedMentions: { parse: [] } })).mentions.users.size, 0),
    typing: () => i.channel.sendTyping().then(() => undefined),
    bulk: async (m) => { await i.channel.bulkDelete([m.two, m.three, m.four]); },
    heard: async () => {
      for (const event of ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE_BULK", "MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE", "CHANNEL_PINS_UPDATE"]) await hear(event);
    },
  }),
  threads: (i) => ({
    fromMessage: async (m) => {
      m.first = await i.channel.send("a thread begins here");
      m.thread = await m.first.startThread({ name: "from a message" });
      same(m.thread.id, m.first.id);
      same((await m.thread.fetchStarterMessage()).content, "a thread begins here");
    },
    write: async (m) => { await m.thread.send("in it"); },
    rename: async (m) => {
      await m.thread.setName("renamed");
      const types = (await m.thread.messages.fetch()).map((message) => message.type);
      same(types.sort((a, b) => a - b), [0, 4, 21]);
    },
    members: async (m) => {
      await m.thread.members.add(i.user.id);
      same((await m.thread.members.fetch()).size, 2);
      await m.thread.members.remove(i.user.id);
    },
    archive: async (m) => {
      await m.thread.setArchived(true);
      same((await i.channel.threads.fetchArchived()).threads.has(m.thread.id), true);
      await m.thread.setArchived(false);
    },
    alone: async (m) => {
      m.alone = await i.channel.threads.create({ name: "alone", type: ChannelType.PublicThread });
      await until(async () => (await i.channel.messages.fetch({ limit: 3 })).some((message) => message.type === 18), "the message of type 18");
    },
    private: async (m) => {
      m.private = await i.channel.threads.create({ name: "private", type: ChannelType.PrivateThread, invitable: false });
      same(m.private.invitable, false);
    },
    active: async (m) => same((await i.guild.channels.fetchActiveThreads()).threads.has(m.alone.id), true),
    leave: async (m) => { await m.alone.leave(); await m.alone.join(); },
    delete: async (m) => { for (const thread of [m.thread, m.alone, m.private]) await thread.delete(); },
    heard: async () => {
      for (const event of ["THREAD_CREATE", "THREAD_UPDATE", "THREAD_DELETE", "THREAD_MEMBERS_UPDATE"]) await hear(event);
    },
  }),
  places: (i) => ({
    category: async (m) => { m.category = await i.guild.channels.create({ name: "Shelf", type: ChannelType.GuildCategory }); },
    text: async (m) => {
      m.text = await i.guild.channels.create({ name: "a text", parent: m.category, topic: "about", rateLimitPerUser: 5 });
      same([m.text.name, m.text.parentId, m.text.topic, m.text.rateLimitPerUser], ["a-text", m.category.id, "about", 5]);
    },
    change: async (m) => same((await m.text.edit({ topic: "else", nsfw: true })).nsfw, true),
    overwrite: async (m) => {
      await m.text.permissionOverwrites.edit(i.guild.id, { SendMessages: false });
      await until(() => m.text.permissionOverwrites.cache.get(i.guild.id)?.deny.has(PermissionFlagsBits.SendMessages), "the overwrite");
      await m.text.permissionOverwrites.edit(i.user.id, { ViewChannel: true });
      await m.text.permissionOverwrites.delete(i.guild.id);
    },
    voice: async (m) => { m.voice = await i.guild.channels.create({ name: "Talk", type: ChannelType.GuildVoice }); same(m.voice.bitrate, 64000); },
    stage: async (m) => { m.stage = await i.guild.channels.create({ name: "Stage", type: ChannelType.GuildStageVoice }); },
    forum: async (m) => {
      m.forum = await i.guild.channels.create({ name: "forum", type: ChannelType.GuildForum, availableTags: [{ name: "open" }] });
      m.post = await m.forum.threads.create({ name: "A post", message: { content: "its first message" }, appliedTags: [m.forum.availableTags[0].id] });
      same((await m.post.fetchStarterMessage()).content, "its first message");
    },
    news: async (m) => {
      m.news = await i.guild.channels.create({ name: "news", type: ChannelType.GuildAnnouncement });
      const message = await m.news.send("extra");
      await message.crosspost();
      await until(() => message.flags.has(MessageFlags.Crossposted), "the flag");
    },
    webhook: async (m) => {
      m.webhook = await m.text.createWebhook({ name: "Wire" });
      const sent = await m.webhook.send({ content: "by wire", username: "Somebody" });
      same(sent.author.username, "Somebody");
      same((await m.webhook.editMessage(sent.id, "by wire, edited")).content, "by wire, edited");
      await m.webhook.deleteMessage(sent.id);
      same((await m.text.fetchWebhooks()).size, 1);
      await m.webhook.delete();
    },
    order: async (m) => { await m.text.setPosition(0); },
    invite: async (m) => {
      const invite = await m.text.createInvite({ maxAge: 60 });
      same((await client.fetchInvite(invite.code)).channelId, m.text.id);
      await invite.delete();
    },
    delete: async (m) => { for (const channel of [m.text, m.voice, m.stage, m.forum, m.news, m.category]) await channel.delete(); },
    heard: async () => {
      for (const event of ["CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE", "WEBHOOKS_UPDATE"]) await hear(event);
    },
  }),
  people: (i) => ({
    role: async (m) => {
      m.role = await i.guild.roles.create({ name: "walker", colors: { primaryColor: 0x00ff00 }, hoist: true, mentionable: true, permissions: [] });
      same([m.role.colors.primaryColor, m.role.hoist, m.role.mentionable], [0x00ff00, true, true]);
    },
    change: async (m) => same((await m.role.edit({ name: "runner" })).name, "runner"),
    give: async (m) => {
      m.member = await i.guild.members.fetch({ user: i.user.id, force: true });
      await m.member.roles.add(m.role);
      same((await i.guild.members.fetch({ user: i.user.id, force: true })).roles.cache.has(m.role.id), true);
      await m.member.roles.remove(m.role);
    },
    nick: async (m) => same((await m.member.setNickname("Nick")).nickname, "Nick"),
    unnick: async (m) => same((await m.member.setNickname(null)).nickname, null),
    timeout: async (m) => { await m.member.timeout(60_000, "a reason"); await m.member.timeout(null); },
    query: async () => same((await i.guild.members.fetch({ query: "Be", limit: 5 })).map((member) => member.displayName), ["Ben"]),
    byIds: async () => same((await i.guild.members.fetch({ user: [i.user.id, client.user.id] })).size, 2),
    search: async () => same((await i.guild.members.search({ query: "Ch" })).size, 1),
    bans: async (m) => same((await i.guild.bans.fetch()).size, 0),
    audit: async () => same((await i.guild.fetchAuditLogs({ limit: 50 })).entries.some((entry) => entry.reason === "a reason"), true),
    emoji: async () => {
      const emoji = await client.application.emojis.create({ attachment: picture, name: "dot" });
      same((await client.application.emojis.fetch()).size, 1);
      await client.application.emojis.delete(emoji);
    },
    event: async (m) => {
      m.event = await i.guild.scheduledEvents.create({
        name: "Meeting", privacyLevel: 2, entityType: 3, scheduledStartTime: Date.now() + 3_600_000,
        scheduledEndTime: Date.now() + 7_200_000, entityMetadata: { location: "here" },
      });
      same((await i.guild.scheduledEvents.fetch()).size, 1);
      await m.event.delete();
    },
    direct: async () => { await (await i.user.createDM()).send("hello"); },
    guild: async () => same((await client.fetchGuildPreview(i.guild.id).catch(() => i.guild)).name, "Sandbox newsroom"),
    integrations: async () => same(Array.isArray([...(await i.guild.fetchIntegrations()).values()]), true),
    entitlements: async () => same((await client.application.entitlements.fetch()).size, 0),
    delete: async (m) => { await m.role.delete(); },
    heard: async () => {
      for (const event of ["GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE", "GUILD_AUDIT_LOG_ENTRY_CREATE", "GUILD_MEMBERS_CHUNK"]) await hear(event);
    },
  }),
  refusals: (i) => ({
    ban: () => code(() => i.guild.members.ban(i.user.id)),
    role: () => code(() => i.guild.roles.create({ name: "no" })),
    channel: () => code(() => i.guild.channels.create({ name: "no" })),
    hidden: () => code(() => client.channels.cache.find((channel) => channel.name === "verdicts").send("no")),
    unknown: () => code(() => i.channel.messages.fetch("1100000000000000999")),
    long: () => code(() => i.channel.send("x".repeat(2001))),
    empty: () => code(() => i.channel.send({ content: " " })),
    emoji: async () => code(async () => (await i.fetchReply()).react("nothing")),
    twice: () => code(() => client.rest.post(`/interactions/${i.id}/${i.token}/callback`, { body: { type: 4, data: { content: "again" } }, auth: false })),
  }),
};

client.login(token);
