namespace FactBot.Benchmarks;

/// <summary>Figures of retrieval, as TREC defines them.</summary>
internal static class Figures
{
    /// <summary>The mean of the precisions at each right one, over how many could have been found among those given.</summary>
    public static double AveragePrecision(IEnumerable<string> found, IReadOnlySet<string> right)
    {
        var (rank, hits, sum) = (0, 0, 0.0);
        foreach (var id in found)
        {
            rank++;
            if (right.Contains(id))
            {
                hits++;
                sum += (double)hits / rank;
            }
        }

        return right.Count == 0 ? 0 : sum / Math.Min(right.Count, Math.Max(rank, 1));
    }

    /// <summary>The average precision of a ranking by score, over all that is right.</summary>
    public static double AveragePrecision(IReadOnlyList<(double Score, bool IsRight)> scored)
    {
        var (rank, hits, sum) = (0, 0, 0.0);
        foreach (var (_, isRight) in scored.OrderByDescending(s => s.Score))
        {
            rank++;
            if (isRight)
            {
                hits++;
                sum += (double)hits / rank;
            }
        }

        return hits == 0 ? 0 : sum / hits;
    }

    /// <summary>The largest share of what is right that is found with at least that precision, over all thresholds.</summary>
    public static double RecallAtPrecision(IReadOnlyList<(double Score, bool IsRight)> decisions, int all, double precision)
    {
        var (taken, hits, best) = (0, 0, 0.0);
        foreach (var (_, isRight) in decisions.OrderByDescending(d => d.Score))
        {
            taken++;
            hits += isRight ? 1 : 0;
            best = (double)hits / taken >= precision ? Math.Max(best, (double)hits / all) : best;
        }

        return best;
    }
}
