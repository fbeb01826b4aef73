using System.Globalization;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Claims;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Privacy;

/// <summary>What the people of a history do, and the words that they write.</summary>
internal sealed partial class ForgettingHistory
{
    private static readonly string[] Ratings = ["true", "mostly-true", "mixed", "false"];

    private async Task StepAsync()
    {
        var claims = await desk.LookAsync(db => db.ClaimsWhole.AsNoTracking().OrderByDescending(c => c.Number).Take(4).ToListAsync());
        var claim = claims.Count == 0 || random.Next(6) == 0 ? null : OneOf(claims);
        var who = Here;
        switch (claim?.Stage)
        {
            case null when random.Next(4) == 0:
                var by = OneOf(who);
                var pasted = Text(by, "article");
                await FillAsync(by, await desk.RunAsync(by, "article add"), ("title", $"Title {pasted.Word}"), ("text", $"{pasted.Text}. Nobody knows more of it."));
                articles++;
                break;
            case null:
                await SubmitAsync(OneOf(who));
                break;
            case Stage.Submitted when random.Next(2) == 0:
                await DoAsync(OneOf(desk.Ada, desk.Hal), "triage", claim, ("action", "accept"));
                break;
            case Stage.Agreed or Stage.Disputed when random.Next(3) > 0:
                await PublishAsync(claim);
                break;
            case Stage.Open when random.Next(2) == 0:
                await DoAsync(OneOf(who), "vote", claim, ("rating", OneOf(Ratings[..2])), ("reason", Text(null, "vote").Text));
                break;
            default:
                await DoSomethingAsync(claim, OneOf(who));
                break;
        }
    }

    private async Task DoSomethingAsync(Claim claim, Person person)
    {
        switch (random.Next(18))
        {
            case 0: await DoAsync(person, "evidence add", claim, ("url", $"https://site{words++}.example/"), ("stance", "supports"), ("quote", Text(null, "record").Text)); break;
            case 1: await DoAsync(person, "evidence strike", claim, ("source", "1"), ("reason", Text(null, "record").Text)); break;
            case 2: await EvidenceAsync(claim, person); break;
            case 3: await DoAsync(desk.Ada, "assign", claim, ("reviewer", $"{OneOf(Here).Id}")); break;
            case 4: await DoAsync(person, "decline", claim, ("reason", Text(null, "decline").Text)); break;
            case 5: await DoAsync(person, "recuse", claim, ("reason", Text(null, "recuse").Text)); break;
            case 6: await DoAsync(person, "hand-over", claim, ("to", $"{OneOf(Here).Id}")); break;
            case 7: await DoAsync(person, "claim want", claim); break;
            case 8: await DoAsync(desk.Hal, "triage", claim, ("action", "reject"), ("reason", Text(null, "record").Text)); break;
            case 9: await DoAsync(desk.Hal, "triage", claim, ("action", "duplicate"), ("of", "1")); break;
            case 10: await DoAsync(person, "claim withdraw", claim); break;
            case 11: await DoAsync(person, "claim reopen", claim, ("reason", Text(null, "record").Text)); break;
            case 12: await DoAsync(person, "verdict retract", claim, ("reason", Text(null, "record").Text)); break;
            case 13: await FillAsync(person, await DoAsync(person, "verdict correct", claim), ("rating", OneOf(Ratings)), ("summary", Text(null, "record").Text), ("explanation", "We looked."), ("reason", Text(null, "record").Text)); break;
            case 14: await DoAsync(person, "verdict approve", claim); break;
            case 15: await desk.RunAsync(person, "me digest", ("send", "on")); break;
            case 16: await desk.RunAsync(person, "me topics", ("topics", "trams, boats")); break;
            default: await DoAsync(OneOf(desk.Ada, desk.Hal), "digest now", claim); break;
        }
    }

    private async Task SubmitAsync(Person person)
    {
        var text = Text(person, "claim");
        var article = articles > 0 && random.Next(3) == 0 ? random.Next(1, articles + 1) : 0;
        if (article > 0)
        {
            // Quoted from it, word for word.
            var body = await desk.LookAsync(db => db.Articles.Where(a => a.Number == article).Select(a => a.Text).FirstOrDefaultAsync()) ?? "";
            text = text with { Text = body.Split('.')[0] + "." };
        }

        (string, string)[] options = article == 0 ? [("text", text.Text), ("claimant", $"Claimant {text.Word}")] : [("text", text.Text), ("article", $"{article}")];
        var reply = await desk.RunAsync(person, "claim submit", options);
        if (reply.Card?.Buttons.FirstOrDefault(b => b.Command == "claim submit") is { } anyway && random.Next(2) == 0)
        {
            await desk.RunAsync(person, anyway.Command, [.. anyway.Options.Select(o => (o.Name, o.Value))]);
        }
    }

    private async Task PublishAsync(Claim claim)
    {
        var editor = OneOf(desk.Ada, desk.Hal);
        (string, string)[] own = claim.Stage == Stage.Disputed ? [("rating", "mixed"), ("reason", Text(null, "record").Text)] : [];
        await FillAsync(editor, await DoAsync(editor, "verdict publish", claim, own), [("summary", Text(null, "record").Text), ("explanation", "We looked."), .. own.Where(o => o.Item1 == "reason")]);
    }

    private async Task EvidenceAsync(Claim claim, Person person)
    {
        var author = OneOf(Here);
        var text = Text(author, "message");
        var message = $"{messages++}";
        await desk.PointsAsync(person, author, text.Text, ulong.Parse(message, CultureInfo.InvariantCulture));
        await DoAsync(person, "Add as evidence", claim, ("message", message), ("stance", "refutes"), ("quote", text.Text));
        if (random.Next(2) == 0)
        {
            await FillAsync(person, await DoAsync(person, "evidence edit", claim, ("source", $"{claim.Sources.Count + 1}")), ("stance", "supports"), ("quote", text.Text[..^1]));
        }
    }

    /// <summary>The person's words are put down as theirs where the desk did it.</summary>
    private async Task<Reply> DoAsync(Person person, string command, Claim claim, params (string, string)[] options)
    {
        var before = written.Count;
        var reply = forgotten.Contains(person) ? Reply.Refuse($"gone") : await desk.RunAsync(person, command, [("claim", claim.Name), .. options]);
        for (var i = Math.Max(0, before - 2); i < written.Count; i++)
        {
            written[i] = written[i] with { By = written[i].By ?? person, IsUsed = written[i].IsUsed || !reply.IsRefusal };
        }

        return reply;
    }

    private async Task FillAsync(Person person, Reply reply, params (string, string)[] values)
    {
        if (reply.Form is { } form && !forgotten.Contains(person))
        {
            await desk.FillAsync(person, form, values);
        }
    }

    private Written Text(Person? by, string kind)
    {
        var word = string.Create(CultureInfo.InvariantCulture, $"w{seed}q{words++}w");
        Person[] people = Here;
        var mention = random.Next(5) != 0 ? "" : string.Format(CultureInfo.InvariantCulture, OneOf(" <@{0}>", " <@!{0}>", " {0}"), OneOf(people).Id);
        var text = new Written(by, kind, word, $"The {word} of the {OneOf("harbour", "tram", "budget")}{mention} has {random.Next(2, 99)} parts.", by is not null);
        written.Add(text);
        return text;
    }
}
