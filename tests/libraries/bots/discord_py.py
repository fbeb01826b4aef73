import asyncio
import io
import os
import traceback
from datetime import timedelta

import discord
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
import yarl

sandbox = os.environ["SANDBOX"]
# The two addresses that discord.py has as constants; nothing else of it is changed.
Route.BASE = sandbox + "/api/v10"
DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(sandbox.replace("http", "ws") + "/gateway")

intents = discord.Intents.none()
intents.guilds = intents.guild_messages = intents.guild_reactions = intents.moderation = True
intents.webhooks = intents.invites = intents.guild_scheduled_events = intents.emojis = True
client = discord.Client(intents=intents, enable_debug_events=True)
tree = app_commands.CommandTree(client)
heard = set()


@client.event
async def on_socket_event_type(event):
    heard.add(event)


@client.event
async def on_error(event, *_):
    print("error in", event, flush=True)
    traceback.print_exc()


@tree.error
async def on_command_error(interaction, error):
    traceback.print_exception(error)


@client.event
async def on_ready():
    if not getattr(client, "is_registered", False):
        client.is_registered = True
        await tree.sync()
        print("ready", flush=True)


async def until(look, what):
    for _ in range(100):
        found = look()
        if found:
            return found
        await asyncio.sleep(0.02)
    raise AssertionError(f"{what} did not come")


def same(found, wanted):
    if found != wanted:
        raise AssertionError(f"{found} instead of {wanted}")


async def code(awaitable):
    try:
        await awaitable
    except discord.HTTPException as failure:
        return failure.code
    return "no refusal"


async def run(steps):
    made, lines = {}, []
    for name, step in steps.items():
        try:
            said = await step(made)
            lines.append(f"{name}: {'ok' if said is None else said}")
        except Exception as failure:
            lines.append(f"{name}: FAILED {getattr(failure, 'code', '')} {failure!r}"[:300])
    return "\n".join(lines)


def name_of(user):
    return user.global_name if hasattr(user, "global_name") else user.name.capitalize()


@tree.command(description="Says pong")
async def ping(i: discord.Interaction):
    await i.response.send_message("pong")


@tree.command(description="Takes every kind of option")
async def kinds(
    i: discord.Interaction,
    text: str = None,
    whole: int = None,
    flag: bool = None,
    user: discord.User = None,
    channel: discord.TextChannel = None,
    role: discord.Role = None,
    mentionable: discord.Member | discord.Role = None,
    number: float = None,
    file: discord.Attachment = None,
):
    await i.response.send_message(
        f"text={text} whole={whole} flag={str(flag).lower()} user={name_of(user)} channel={channel.name} role={role.name} "
        f"mentionable={name_of(mentionable)} number={number} file={file.filename}({file.size})"
    )


@kinds.autocomplete("text")
async def complete(i: discord.Interaction, current: str):
    return [app_commands.Choice(name=f"{current}-{one}", value=one) for one in "ab"]


class Form(discord.ui.Modal, title="A form"):
    name = discord.ui.TextInput(label="Name")
    about = discord.ui.TextInput(label="About", style=discord.TextStyle.paragraph, required=False)

    def __init__(self):
        super().__init__(custom_id="form")
        self.name.custom_id, self.about.custom_id = "name", "about"

    async def on_submit(self, i):
        text = f"name={self.name.value} about={self.about.value}"
        if i.message:
            await i.response.edit_message(content=text, view=None)
        else:
            await i.response.send_message(text)

    async def on_error(self, i, error):
        traceback.print_exception(error)


class Panel(discord.ui.View):
    def __init__(self):
        super().__init__(timeout=None)
        self.add_item(discord.ui.Button(label="link", url="https://example.org"))

    async def on_error(self, i, error, item):
        traceback.print_exception(error)

    @discord.ui.button(label="count", custom_id="count", row=0)
    async def count(self, i, button):
        words = i.message.content.split(" ")
        await i.response.edit_message(content=f"Panel {int(words[1]) + 1 if len(words) > 1 else 1}")

    @discord.ui.button(label="quiet", custom_id="quiet", row=0)
    async def quiet(self, i, button):
        await i.response.send_message("Only you", ephemeral=True)

    @discord.ui.button(label="ask", custom_id="ask", row=0)
    async def ask(self, i, button):
        await i.response.send_modal(Form())

    @discord.ui.button(label="wait", custom_id="wait", row=0)
    async def wait(self, i, button):
        await i.response.defer()
        await i.edit_original_response(content="Panel waited")

    @discord.ui.select(custom_id="words", max_values=2, options=[discord.SelectOption(label=one) for one in "abc"], row=1)
    async def words(self, i, select):
        await chosen(i, select, select.values)

    @discord.ui.select(cls=discord.ui.UserSelect, custom_id="users", max_values=3, row=2)
    async def users(self, i, select):
        await chosen(i, select, [name_of(user) for user in select.values])


class More(discord.ui.View):
    def __init__(self):
        super().__init__(timeout=None)

    @discord.ui.select(cls=discord.ui.RoleSelect, custom_id="roles")
    async def roles(self, i, select):
        await chosen(i, select, [role.name for role in select.values])

    @discord.ui.select(cls=discord.ui.MentionableSelect, custom_id="mentionables", max_values=2)
    async def mentionables(self, i, select):
        await chosen(i, select, [one.name if isinstance(one, discord.Role) else name_of(one) for one in select.values])

    @discord.ui.select(cls=discord.ui.ChannelSelect, custom_id="channels", channel_types=[discord.ChannelType.text])
    async def channels(self, i, select):
        await chosen(i, select, [channel.name for channel in select.values])


async def chosen(i, select, values):
    await i.response.send_message(f"{select.custom_id}={','.join(values)}", ephemeral=True)


@tree.command(description="Buttons and selects")
async def panel(i: discord.Interaction):
    await i.response.send_message("Panel", view=Panel())
    await i.followup.send("More", view=More())


@tree.command(description="A form")
async def form(i: discord.Interaction):
    await i.response.send_modal(Form())


@tree.command(description="Answers late")
async def late(i: discord.Interaction):
    await i.response.defer()
    await i.edit_original_response(content="late")
    more = await i.followup.send("more", wait=True)
    more = await more.edit(content="more, edited")
    secret = await i.followup.send("secret", ephemeral=True, wait=True)
    await secret.delete()
    await i.edit_original_response(content=f"late, then {more.content}")


@tree.command(description="Sends files")
async def files(i: discord.Interaction):
    await i.response.send_message("Files", file=discord.File(io.BytesIO(b"hello"), "note.txt", description="A note"))
    first = await i.original_response()
    edited = await first.edit(attachments=[*first.attachments, discord.File(io.BytesIO(b"more"), "more.txt")])
    read = (await edited.attachments[0].read()).decode()
    await i.edit_original_response(content=f"Files {','.join(file.filename for file in edited.attachments)} {read}")


deep = app_commands.Group(name="deep", description="A group")
group = app_commands.Group(name="group", description="In it", parent=deep)
tree.add_command(deep)


@group.command(description="The command")
async def leaf(i: discord.Interaction):
    await i.response.send_message("deep group leaf")


@tree.context_menu(name="Quote")
async def quote(i: discord.Interaction, message: discord.Message):
    await i.response.send_message(f"quote: {message.content} by {name_of(message.author)}")


@tree.context_menu(name="Who")
async def who(i: discord.Interaction, user: discord.User):
    await i.response.send_message(f"who: {name_of(user)}")


@tree.command(description="Does many things")
async def do(i: discord.Interaction, what: str):
    await i.response.defer()
    await i.edit_original_response(content=await run(steps_of(groups[what](), i)))


def steps_of(group, i):
    return {name: (lambda made, step=step: step(i, made)) for name, step in vars(type(group)).items() if not name.startswith("_")}


async def hear(*events):
    for event in events:
        await until(lambda: event in heard, event)


class Messages:
    async def send(i, m):
        m["one"] = await i.channel.send("one")

    async def edit(i, m):
        same((await m["one"].edit(content="one, edited")).content, "one, edited")

    async def reply(i, m):
        m["two"] = await m["one"].reply("two")
        same([m["two"].type.value, m["two"].reference.resolved.id], [19, m["one"].id])

    async def react(i, m):
        await m["one"].add_reaction("👍")
        found = await i.channel.fetch_message(m["one"].id)
        same([user.id async for user in found.reactions[0].users()], [client.user.id])
        await m["one"].remove_reaction("👍", client.user)

    async def pin(i, m):
        await m["one"].pin()
        same([one.id for one in await i.channel.pins()], [m["one"].id])
        await m["one"].unpin()

    async def history(i, m):
        same(m["two"].id in [one.id async for one in i.channel.history(limit=5, after=m["one"])], True)

    async def embed(i, m):
        embed = discord.Embed(title="T", description="D")
        embed.add_field(name="n", value="v")
        m["three"] = await i.channel.send(embed=embed)
        same(m["three"].embeds[0].fields[0].value, "v")
        await m["three"].edit(suppress=True)

    async def mention(i, m):
        sent = await i.channel.send(i.user.mention, allowed_mentions=discord.AllowedMentions.none())
        same(sent.raw_mentions and sent.mentions, [])

    async def typing(i, m):
        async with i.channel.typing():
            pass

    async def bulk(i, m):
        await i.channel.delete_messages([m["two"], m["three"]])

    async def heard(i, m):
        await hear(
            "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE_BULK", "MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE",
            "CHANNEL_PINS_UPDATE",
        )


class Threads:
    async def from_message(i, m):
        m["first"] = await i.channel.send("a thread begins here")
        m["thread"] = await m["first"].create_thread(name="from a message")
        same(m["thread"].id, m["first"].id)

    async def write(i, m):
        await m["thread"].send("in it")

    async def rename(i, m):
        await m["thread"].edit(name="renamed")
        same(sorted([one.type.value async for one in m["thread"].history()]), [0, 4, 21])

    async def members(i, m):
        await m["thread"].add_user(i.user)
        same(len(await m["thread"].fetch_members()), 2)
        await m["thread"].remove_user(i.user)

    async def archive(i, m):
        await m["thread"].edit(archived=True)
        same(m["thread"].id in [one.id async for one in i.channel.archived_threads()], True)
        await m["thread"].edit(archived=False)

    async def alone(i, m):
        m["alone"] = await i.channel.create_thread(name="alone", type=discord.ChannelType.public_thread)

    async def private(i, m):
        m["private"] = await i.channel.create_thread(name="private", invitable=False)
        same(m["private"].invitable, False)

    async def active(i, m):
        same(m["alone"].id in [one.id for one in await i.guild.active_threads()], True)

    async def delete(i, m):
        for one in (m["thread"], m["alone"], m["private"]):
            await one.delete()

    async def heard(i, m):
        await hear("THREAD_CREATE", "THREAD_UPDATE", "THREAD_DELETE")


class Places:
    async def category(i, m):
        m["category"] = await i.guild.create_category("Shelf")

    async def text(i, m):
        text = m["text"] = await i.guild.create_text_channel("a text", category=m["category"], topic="about", slowmode_delay=5)
        same([text.name, text.category_id, text.topic, text.slowmode_delay], ["a-text", m["category"].id, "about", 5])

    async def change(i, m):
        same((await m["text"].edit(topic="else", nsfw=True)).nsfw, True)

    async def overwrite(i, m):
        await m["text"].set_permissions(i.guild.default_role, send_messages=False)
        await m["text"].set_permissions(i.user, view_channel=True)
        await m["text"].set_permissions(i.guild.default_role, overwrite=None)

    async def voice(i, m):
        m["voice"] = await i.guild.create_voice_channel("Talk")
        same(m["voice"].bitrate, 64000)

    async def stage(i, m):
        m["stage"] = await i.guild.create_stage_channel("Stage")

    async def forum(i, m):
        m["forum"] = await i.guild.create_forum("forum", available_tags=[discord.ForumTag(name="open")])
        post = await m["forum"].create_thread(name="A post", content="its first message")
        same(post.message.content, "its first message")

    async def news(i, m):
        m["news"] = await i.guild.create_text_channel("news", news=True)
        message = await m["news"].send("extra")
        await message.publish()

    async def webhook(i, m):
        webhook = await m["text"].create_webhook(name="Wire")
        sent = await webhook.send("by wire", username="Somebody", wait=True)
        same(sent.author.name, "Somebody")
        same((await sent.edit(content="by wire, edited")).content, "by wire, edited")
        await sent.delete()
        same(len(await m["text"].webhooks()), 1)
        await webhook.delete()

    async def invite(i, m):
        invite = await m["text"].create_invite(max_age=60)
        same((await client.fetch_invite(invite.code)).channel.id, m["text"].id)
        await invite.delete()

    async def delete(i, m):
        for name in ("text", "voice", "stage", "forum", "news", "category"):
            await m[name].delete()

    async def heard(i, m):
        await hear("CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE", "WEBHOOKS_UPDATE")


class People:
    async def role(i, m):
        role = m["role"] = await i.guild.create_role(name="walker", colour=0x00FF00, hoist=True, mentionable=True)
        same([role.colour.value, role.hoist, role.mentionable], [0x00FF00, True, True])

    async def change(i, m):
        same((await m["role"].edit(name="runner")).name, "runner")

    async def give(i, m):
        m["member"] = await i.guild.fetch_member(i.user.id)
        await m["member"].add_roles(m["role"])
        same(m["role"].id in [role.id for role in (await i.guild.fetch_member(i.user.id)).roles], True)
        await m["member"].remove_roles(m["role"])

    async def nick(i, m):
        same((await m["member"].edit(nick="Nick")).nick, "Nick")

    async def unnick(i, m):
        same((await m["member"].edit(nick=None)).nick, None)

    async def timeout(i, m):
        await m["member"].timeout(timedelta(minutes=1), reason="a reason")
        await m["member"].timeout(None)

    async def query(i, m):
        same([name_of(member) for member in await i.guild.query_members("Be", limit=5)], ["Ben"])

    async def by_ids(i, m):
        same(len(await i.guild.query_members(user_ids=[i.user.id, client.user.id])), 2)

    async def bans(i, m):
        same([entry async for entry in i.guild.bans()], [])

    async def audit(i, m):
        same("a reason" in [entry.reason async for entry in i.guild.audit_logs(limit=50)], True)

    async def event(i, m):
        start = discord.utils.utcnow() + timedelta(hours=1)
        event = await i.guild.create_scheduled_event(
            name="Meeting", start_time=start, end_time=start + timedelta(hours=1), location="here",
            entity_type=discord.EntityType.external, privacy_level=discord.PrivacyLevel.guild_only,
        )
        same(len(await i.guild.fetch_scheduled_events()), 1)
        await event.delete()

    async def direct(i, m):
        await i.user.send("hello")

    async def guild(i, m):
        same((await client.fetch_guild(i.guild.id)).name, "Sandbox newsroom")
        same((await client.application_info()).id, client.user.id)

    async def delete(i, m):
        await m["role"].delete()

    async def heard(i, m):
        await hear("GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE", "GUILD_MEMBERS_CHUNK")


class Refusals:
    async def ban(i, m):
        return await code(i.guild.ban(i.user))

    async def role(i, m):
        return await code(i.guild.create_role(name="no"))

    async def channel(i, m):
        return await code(i.guild.create_text_channel("no"))

    async def hidden(i, m):
        return await code(discord.utils.get(i.guild.channels, name="verdicts").send("no"))

    async def unknown(i, m):
        return await code(i.channel.fetch_message(1100000000000000999))

    async def long(i, m):
        return await code(i.channel.send("x" * 2001))

    async def empty(i, m):
        return await code(i.channel.send(" "))

    async def emoji(i, m):
        return await code((await i.original_response()).add_reaction("nothing"))

    async def twice(i, m):
        again = Route("POST", "/interactions/{id}/{token}/callback", id=i.id, token=i.token)
        return await code(client.http.request(again, json={"type": 4, "data": {"content": "again"}}))


groups = {"messages": Messages, "threads": Threads, "places": Places, "people": People, "refusals": Refusals}
client.run(os.environ["SANDBOX_TOKEN"], log_level=30)
