using FactBot.Domain.Articles;
using FactBot.Domain.Assignments;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Digests;
using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;
using FactBot.Domain.Votes;
using FactBot.Posts;
using FactBot.Privacy;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FactBot.Storage;

internal sealed class TeamTable : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.HasKey(t => t.Id);
        builder.HasNextLook();
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.OwnsOne(t => t.Rules);
        builder.OwnsOne(t => t.Digests);
        builder.OwnsOne(t => t.Keeps);
        builder.OwnsOne(t => t.Quotas);
    }
}

internal sealed class QuotaUseTable : IEntityTypeConfiguration<QuotaUse>
{
    public void Configure(EntityTypeBuilder<QuotaUse> builder)
    {
        builder.ToTable("QuotaUses");
        builder.HasKey(u => new { u.TeamId, u.Person, u.Kind });
        builder.Property(u => u.Day).IsConcurrencyToken();
        builder.Property(u => u.Used).IsConcurrencyToken();
        builder.HasOne<Team>().WithMany().HasForeignKey(u => u.TeamId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A draft can exist before the team does.</summary>
internal sealed class SetupDraftTable : IEntityTypeConfiguration<SetupDraft>
{
    public void Configure(EntityTypeBuilder<SetupDraft> builder)
    {
        builder.HasKey(d => d.TeamId);
        builder.Property(d => d.TeamId).ValueGeneratedNever();
        builder.Ignore(d => d.HasChannels).Ignore(d => d.HasRoles);
    }
}

/// <summary>About this database's files, not a team's record. No foreign key: it exists only as long as they need it.</summary>
internal sealed class OpenErasureTable : IEntityTypeConfiguration<OpenErasure>
{
    public void Configure(EntityTypeBuilder<OpenErasure> builder) => builder.ToTable("OpenErasures").HasKey(e => e.Id);
}

internal sealed class ArticleTable : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.HasIndex(a => new { a.TeamId, a.Number }).IsUnique();
        builder.HasIndex(a => new { a.TeamId, a.ContentHash }).IsUnique();
        builder.HasIndex(a => new { a.TeamId, a.AddressKey });
        builder.HasOne<Team>().WithMany().HasForeignKey(a => a.TeamId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClaimTable : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.HasIndex(c => new { c.TeamId, c.Number }).IsUnique();
        builder.HasNextLook();
        builder.HasIndex(c => new { c.TeamId, c.Stage, c.Number });
        builder.HasIndex(c => new { c.TeamId, c.Priority, c.Number });
        builder.HasIndex(c => new { c.TeamId, c.SubmittedAt, c.Number });
        builder.HasOne<Team>().WithMany().HasForeignKey(c => c.TeamId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(c => c.BallotsOfRound).Ignore(c => c.Panel).Ignore(c => c.OpenAssignments)
            .Ignore(c => c.StandingSources).Ignore(c => c.Verdict).Ignore(c => c.Due)
            .Ignore(c => c.RoundDue).Ignore(c => c.Standing);
        builder.OwnsOne(c => c.RoundRules);
        builder.OwnsMany(c => c.Recusals, recusals => recusals.ToJson());
        builder.OwnsOne(c => c.Proposal, proposal => proposal.ToJson());
        builder.OwnsOne(c => c.Appearance, appearance =>
        {
            appearance.HasIndex(a => a.ArticleId);
            appearance.HasOne<Article>().WithMany().HasForeignKey(a => a.ArticleId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.HasMany(c => c.Sources).WithOne().HasForeignKey("ClaimId").OnDelete(DeleteBehavior.Restrict).IsRequired();
        builder.HasMany(c => c.Assignments).WithOne().HasForeignKey("ClaimId").OnDelete(DeleteBehavior.Restrict).IsRequired();
        builder.HasMany(c => c.Ballots).WithOne().HasForeignKey("ClaimId").OnDelete(DeleteBehavior.Restrict).IsRequired();
        builder.HasMany(c => c.Upvotes).WithOne().HasForeignKey("ClaimId").OnDelete(DeleteBehavior.Restrict).IsRequired();
        builder.HasMany(c => c.Verdicts).WithOne().HasForeignKey("ClaimId").OnDelete(DeleteBehavior.Restrict).IsRequired();
    }
}

internal sealed class SourceTable : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.ToTable("Sources");
        builder.HasIndex("ClaimId", nameof(Source.Number)).IsUnique();
        builder.OwnsOne(s => s.Archive);
        builder.OwnsMany(s => s.Edits, edits => edits.ToJson());
    }
}

internal sealed class AssignmentTable : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("Assignments");
        builder.HasIndex(a => new { a.Reviewer, a.State });
        builder.HasIndex(a => new { a.State, a.HalfTime });
        builder.HasIndex(a => new { a.State, a.Due });
    }
}

internal sealed class UpvoteTable : IEntityTypeConfiguration<Upvote>
{
    public void Configure(EntityTypeBuilder<Upvote> builder)
    {
        builder.ToTable("Upvotes");
        builder.HasIndex("ClaimId", nameof(Upvote.Person)).IsUnique();
    }
}

internal sealed class ReviewerTable : IEntityTypeConfiguration<Reviewer>
{
    public void Configure(EntityTypeBuilder<Reviewer> builder)
    {
        builder.HasKey(r => new { r.TeamId, r.Person });
        builder.HasOne<Team>().WithMany().HasForeignKey(r => r.TeamId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KeptTextTable : IEntityTypeConfiguration<KeptText>
{
    public void Configure(EntityTypeBuilder<KeptText> builder)
    {
        builder.HasKey(t => new { t.TeamId, t.Hash });
        builder.HasOne<Team>().WithMany().HasForeignKey(t => t.TeamId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KeptMessageTable : IEntityTypeConfiguration<KeptMessage>
{
    public void Configure(EntityTypeBuilder<KeptMessage> builder)
    {
        builder.HasKey(m => new { m.TeamId, m.Message });
        builder.HasOne<Team>().WithMany().HasForeignKey(m => m.TeamId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BallotTable : IEntityTypeConfiguration<Ballot>
{
    public void Configure(EntityTypeBuilder<Ballot> builder)
    {
        builder.ToTable("Ballots");
        // The unique index leaves out ballots that were set aside, so loading a claim's ballots can't use it.
        builder.HasIndex("ClaimId");
        builder.HasIndex(b => b.CastAt);
        builder.HasIndex("ClaimId", nameof(Ballot.Round), nameof(Ballot.Reviewer))
            .IsUnique().HasFilter("\"IsSetAside\" = 0");
    }
}

internal sealed class VerdictTable : IEntityTypeConfiguration<Verdict>
{
    public void Configure(EntityTypeBuilder<Verdict> builder)
    {
        builder.ToTable("Verdicts");
        builder.HasIndex("ClaimId", nameof(Verdict.Version)).IsUnique();
        builder.HasIndex(v => v.PublishedAt);
        builder.HasIndex(v => v.RecheckOn);
        // Few are retracted; the others would make it look as if it found a few rows.
        builder.HasIndex(v => v.RetractedAt).HasFilter("\"RetractedAt\" IS NOT NULL");
        builder.Ignore(v => v.Stands);
        builder.OwnsMany(v => v.Sources, sources => sources.ToJson());
        builder.OwnsMany(v => v.Dissents, dissents => dissents.ToJson());
    }
}

internal sealed class DigestTable : IEntityTypeConfiguration<Digest>
{
    public void Configure(EntityTypeBuilder<Digest> builder)
    {
        builder.HasIndex(d => new { d.TeamId, d.Key }).IsUnique();
        builder.HasIndex(d => new { d.TeamId, d.Kind, d.Due });
        builder.HasOne<Team>().WithMany().HasForeignKey(d => d.TeamId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("Audit");
        builder.HasKey(e => new { e.TeamId, e.Number });
        builder.Ignore(e => e.HasTrueDetails).Ignore(e => e.HasTrueWho).Ignore(e => e.HasLostDetails).Ignore(e => e.IsErased);
        builder.HasIndex(e => new { e.TeamId, e.RequestId }).IsUnique();
        builder.HasIndex(e => new { e.TeamId, e.At });
        builder.HasIndex(e => new { e.TeamId, e.Subject, e.Number });
        builder.HasOne<Team>().WithMany().HasForeignKey(e => e.TeamId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PostTable : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Ignore(p => p.Nonce);
        builder.HasIndex(p => new { p.TeamId, p.Kind, p.Subject }).IsUnique();
        builder.HasIndex(p => new { p.Kind, p.Subject });
        builder.HasIndex(p => p.DueAt).HasFilter("\"DueAt\" IS NOT NULL");
        builder.HasOne<Team>().WithMany().HasForeignKey(p => p.TeamId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal static class NextLookColumn
{
    /// <summary>Adds the column that says when time next changes something here; only rows that have it are in its index.</summary>
    public static void HasNextLook<T>(this EntityTypeBuilder<T> builder)
        where T : class
    {
        builder.Property<DateTimeOffset?>(NextLook.Column);
        builder.HasIndex(NextLook.Column).HasFilter($"\"{NextLook.Column}\" IS NOT NULL");
    }
}
