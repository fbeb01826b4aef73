namespace FactBot.Text.Learning;

/// <summary>
/// A probability from features by plain weights, which can be read and explained. It can learn from what a team decided; the
/// fewer decisions there are, the nearer it stays to the weights it began with.
/// </summary>
/// <param name="Bias">The log-odds where no feature is seen.</param>
/// <param name="Weights">What each feature adds to the log-odds.</param>
public sealed record Logistic(double Bias, IReadOnlyList<double> Weights)
{
    private const int Rounds = 25;

    public double LogOddsOf(IReadOnlyList<double> features)
    {
        var odds = Bias;
        for (var i = 0; i < features.Count; i++)
        {
            odds += Weights[i] * features[i];
        }

        return odds;
    }

    public double ProbabilityOf(IReadOnlyList<double> features) => 1 / (1 + Math.Exp(-LogOddsOf(features)));

    /// <summary>The weights that fit the examples best and stay near these; the stronger the prior, the nearer.</summary>
    /// <remarks>Newton's method on the log-likelihood with a Gaussian prior around the weights it starts from.</remarks>
    public Logistic Learn(IReadOnlyList<(double[] Features, bool IsSo)> examples, double priorStrength)
    {
        if (examples.Count == 0)
        {
            return this;
        }

        var size = Weights.Count + 1;
        double[] start = [Bias, .. Weights];
        var weights = (double[])start.Clone();
        for (var round = 0; round < Rounds; round++)
        {
            var (gradient, curvature) = (new double[size], new double[size, size]);
            for (var i = 0; i < size; i++)
            {
                gradient[i] = priorStrength * (start[i] - weights[i]);
                curvature[i, i] = priorStrength;
            }

            foreach (var (features, isSo) in examples)
            {
                Add(features, isSo, weights, gradient, curvature);
            }

            var step = Solve(curvature, gradient);
            var length = Math.Max(1, step.Max(Math.Abs));
            for (var i = 0; i < size; i++)
            {
                // Never more than 1 at a time, so that a far start cannot leap over the goal.
                weights[i] += step[i] / length;
            }

            if (step.Max(Math.Abs) < 1e-6)
            {
                break;
            }
        }

        return new(weights[0], weights[1..]);
    }

    private static void Add(double[] features, bool isSo, double[] weights, double[] gradient, double[,] curvature)
    {
        var odds = weights[0];
        for (var i = 0; i < features.Length; i++)
        {
            odds += weights[i + 1] * features[i];
        }

        var p = 1 / (1 + Math.Exp(-odds));
        var (error, spread) = ((isSo ? 1 : 0) - p, p * (1 - p));
        for (var i = 0; i < weights.Length; i++)
        {
            var x = i == 0 ? 1 : features[i - 1];
            if (x == 0)
            {
                continue;
            }

            gradient[i] += error * x;
            for (var j = 0; j < weights.Length; j++)
            {
                curvature[i, j] += spread * x * (j == 0 ? 1 : features[j - 1]);
            }
        }
    }

    /// <summary>Gauss's elimination; the matrix is positive definite, since the prior's strength stands on its diagonal.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        var solution = (double[])right.Clone();
        for (var pivot = 0; pivot < size; pivot++)
        {
            for (var row = pivot + 1; row < size; row++)
            {
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < size && factor != 0; column++)
                {
                    matrix[row, column] -= factor * matrix[pivot, column];
                }

                solution[row] -= factor * solution[pivot];
            }
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var column = row + 1; column < size; column++)
            {
                solution[row] -= matrix[row, column] * solution[column];
            }

            solution[row] /= matrix[row, row];
        }

        return solution;
    }
}
