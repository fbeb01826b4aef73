using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using FactBot.Domain;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Privacy;

/// <summary>What a team's tables hold about one person, as JSON that people and programs can read.</summary>
internal sealed class MyData(FactBotDbContext db)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public async Task<string> ReadAsync(Person person, Team team, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var me = person.Id;
        var claims = db.Claims.AsNoTracking();
        var whole = await db.ClaimsWhole.AsNoTracking()
            .Where(c => c.Recusals.Any(r => r.Person == me) || c.Proposal!.By == me
                || c.Sources.Any(s => s.Edits.Any(e => e.By == me)) || c.Verdicts.Any(v => v.Dissents.Any(d => d.Reviewer == me)))
            .ToListAsync(cancellationToken);
        return JsonSerializer.Serialize(
            new
            {
                Person = $"{me}",
                Server = $"{team.Id}",
                WrittenAt = now,
                Reviewer = await db.Reviewers.Where(r => r.Person == me)
                    .Select(r => new { r.Topics, r.AwayUntil, r.ServedAt, r.WantsDigest, r.HasRole }).FirstOrDefaultAsync(cancellationToken),
                ArticlesAdded = await db.Articles.Where(a => a.AddedBy == me)
                    .Select(a => new { a.Number, a.Title, a.AddedAt }).ToListAsync(cancellationToken),
                ClaimsSubmitted = await claims.Where(c => c.SubmittedBy == me)
                    .Select(c => new { c.Number, c.Text, c.Claimant, c.SaidOn, c.SubmittedAt, c.Stage }).ToListAsync(cancellationToken),
                ClaimsAskedFor = await claims.SelectMany(c => c.Upvotes, (c, u) => new { c.Number, u.Person, u.At })
                    .Where(u => u.Person == me).Select(u => new { u.Number, u.At }).ToListAsync(cancellationToken),
                OfferedEarlierClaims = await db.DuplicateSuggestions.Where(s => s.Person == me)
                    .Select(s => new { s.Text, s.Claimant, s.SaidOn, s.Offered, s.At, s.IsSame }).ToListAsync(cancellationToken),
                FoundTheSame = await db.Wordings.Where(w => w.Person == me).Select(w => new { w.Claim, w.Text, w.At }).ToListAsync(cancellationToken),
                SourcesAdded = await claims.SelectMany(c => c.Sources, (c, s) => new { c.Number, Source = s })
                    .Where(s => s.Source.AddedBy == me)
                    .Select(s => new { Claim = s.Number, Source = s.Source.Number, s.Source.Url, s.Source.Stance, s.Source.Publisher, s.Source.Quote, s.Source.AddedAt })
                    .ToListAsync(cancellationToken),
                SourcesStruck = await claims.SelectMany(c => c.Sources, (c, s) => new { c.Number, Source = s })
                    .Where(s => s.Source.StruckBy == me)
                    .Select(s => new { Claim = s.Number, Source = s.Source.Number, s.Source.StruckFor, s.Source.StruckAt }).ToListAsync(cancellationToken),
                SourcesEdited = whole.SelectMany(c => c.Sources, (c, s) => (c.Number, Source: s))
                    .SelectMany(s => s.Source.Edits.Where(e => e.By == me), (s, e) => new { Claim = s.Number, Source = s.Source.Number, e.At }),
                MyMessagesKept = await db.KeptMessages.Where(m => m.Author == me)
                    .Select(m => new { m.Url, m.Text, m.WrittenAt, m.KeptAt }).ToListAsync(cancellationToken),
                MyMessagesAsEvidence = await claims.SelectMany(c => c.Sources, (c, s) => new { c.Number, Source = s })
                    .Where(s => s.Source.Author == me)
                    .Select(s => new { Claim = s.Number, s.Source.Url, s.Source.Quote, s.Source.WrittenAt }).ToListAsync(cancellationToken),
                Reviews = await claims.SelectMany(c => c.Assignments, (c, a) => new { c.Number, Assignment = a })
                    .Where(a => a.Assignment.Reviewer == me)
                    .Select(a => new { Claim = a.Number, a.Assignment.Round, a.Assignment.AssignedAt, a.Assignment.Due, a.Assignment.State, a.Assignment.Reason, a.Assignment.ClosedAt })
                    .ToListAsync(cancellationToken),
                ReviewsGiven = await claims.SelectMany(c => c.Assignments, (c, a) => new { c.Number, Assignment = a })
                    .Where(a => a.Assignment.AssignedBy == me && a.Assignment.Reviewer != me)
                    .Select(a => new { Claim = a.Number, a.Assignment.Round, a.Assignment.AssignedAt }).ToListAsync(cancellationToken),
                Votes = await claims.SelectMany(c => c.Ballots, (c, b) => new { c.Number, Ballot = b })
                    .Where(b => b.Ballot.Reviewer == me)
                    .Select(b => new { Claim = b.Number, b.Ballot.Round, b.Ballot.Rating, b.Ballot.Confidence, b.Ballot.Reason, b.Ballot.CastAt, b.Ballot.IsSetAside })
                    .ToListAsync(cancellationToken),
                DissentPublished = whole.SelectMany(c => c.Verdicts, (c, v) => (c.Number, Verdict: v))
                    .SelectMany(v => v.Verdict.Dissents.Where(d => d.Reviewer == me), (v, d) => new { Claim = v.Number, v.Verdict.Version, d.Rating, d.Reason }),
                KeepsOutOf = whole.SelectMany(c => c.Recusals.Where(r => r.Person == me), (c, r) => new { Claim = c.Number, r.Reason, r.At }),
                CorrectionsProposed = whole.Where(c => c.Proposal?.By == me).Select(c => new { Claim = c.Number, c.Proposal!.Kind, c.Proposal.Summary, c.Proposal.Reason }),
                Verdicts = await claims.SelectMany(c => c.Verdicts, (c, v) => new { c.Number, Verdict = v })
                    .Where(v => v.Verdict.PublishedBy == me || v.Verdict.ApprovedBy == me || v.Verdict.RetractedBy == me)
                    .Select(v => new { Claim = v.Number, v.Verdict.Version, v.Verdict.RatingName, v.Verdict.Summary, v.Verdict.GivenAt })
                    .ToListAsync(cancellationToken),
                PersonalDigests = await db.Digests.Where(d => d.Reader == me).Select(d => d.Until).ToListAsync(cancellationToken),
                AuditTrail = await db.Audit.Where(e => e.Who == me).OrderBy(e => e.Number)
                    .Select(e => new { e.Number, e.At, e.Action, e.Subject }).ToListAsync(cancellationToken),
            },
            Options);
    }
}
