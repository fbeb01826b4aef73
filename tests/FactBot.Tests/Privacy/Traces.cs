using System.Buffers.Binary;
using System.Text;
using FactBot.Audit;
using FactBot.Domain;
using FactBot.Domain.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Privacy;

/// <summary>What is left of somebody in the database's files.</summary>
internal static class Traces
{
    /// <summary>The files in which a person stands, as a number or as its digits.</summary>
    public static List<string> Of(PersonId person, TestDesk desk)
    {
        var number = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(number, person.Value);
        return [.. FilesOf(desk).Where(f => f.Bytes.AsSpan().IndexOf(number) >= 0 || f.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"{person}")) >= 0).Select(f => f.Name)];
    }

    public static bool IsIn(TestDesk desk, string words) => FilesOf(desk).Any(f => f.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0);

    public static async Task AssertTrailAsync(TestDesk desk) => Assert.Empty(await desk.LookAsync(async db =>
    {
        var team = await db.Teams.SingleAsync(t => t.Id == desk.Team);
        return AuditChain.FindFlaws(db.Audit.AsNoTracking().OrderBy(e => e.Number), team.AuditLength, team.AuditHead).ToList();
    }));

    public static IReadOnlyList<(string Name, byte[] Bytes)> FilesOf(TestDesk desk) =>
        [.. Directory.GetFiles(Path.GetDirectoryName(desk.DatabasePath)!).Select(f =>
        {
            using var file = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            file.CopyTo(copy);
            return (f, copy.ToArray());
        })];
}
