using FactBot.Domain.Articles;
using FactBot.Domain.Claims;
using FactBot.Domain.Digests;
using FactBot.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FactBot.Privacy;

/// <summary>A text column in a team's rows that may contain a person's id; found in the database's model.</summary>
/// <param name="IsJson">Whether it holds JSON.</param>
/// <param name="IsMeasured">Whether positions in it are counted in characters, so that its length must not change.</param>
internal sealed record TextColumn(string Table, string Column, bool IsJson, bool IsMeasured)
{
    /// <summary>Tables handled separately: trail entries are erased as a whole, and open erasures name nobody.</summary>
    private static readonly string[] Apart = ["Audit", "OpenErasures"];

    /// <summary>What programs read: there, only a number may stand for a number.</summary>
    private static readonly string[] Codes =
        [nameof(Post.Names), nameof(Article.Url), nameof(Article.AddressKey), nameof(Article.ETag), nameof(Digest.Key)];

    private static readonly string[] Places = [$"{nameof(Appearance)}_", nameof(Article.Text)];

    /// <summary>Whether people read it as it stands.</summary>
    public bool IsProse => !IsJson && !IsMeasured && !Codes.Contains(Column);

    public static IReadOnlyList<TextColumn> In(IModel model) =>
    [
        .. model.GetRelationalModel().Tables
            .Where(t => !Apart.Contains(t.Name) && t.Columns.Any(c => c.Name is "TeamId" or "ClaimId"))
            .SelectMany(t => t.Columns.Where(IsText).Select(c => Of(t, c)))
            .OrderBy(c => c.Table, StringComparer.Ordinal).ThenBy(c => c.Column, StringComparer.Ordinal),
    ];

    private static TextColumn Of(ITable table, IColumn column) => new(
        table.Name,
        column.Name,
        column.PropertyMappings.All(m => m.Property.ClrType != typeof(string)),
        table.Name is "Articles" or "ArticleRevisions" or "Claims" && Places.Any(p => column.Name.StartsWith(p, StringComparison.Ordinal)) && (table.Name, column.Name) != ("Claims", nameof(Claim.Text)));

    private static bool IsText(IColumn column) => column.StoreType == "TEXT"
        && column.PropertyMappings.All(m => m.Property.ClrType == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(m.Property.ClrType));
}
