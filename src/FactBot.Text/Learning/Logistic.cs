namespace FactBot.Text.Learning;

/// <summary>
/// Logistic regression with plain weights, which can be read and explained. It can learn from a team's decisions; the fewer there
/// are, the closer it stays to its initial weights.
/// </summary>
/// <param name="Bias">The log-odds if all features are 0.</param>
/// <param name="Weights">How much each feature adds to the log-odds.</param>
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

    /// <summary>Returns the weights that best fit the examples but stay near these; the stronger the prior, the nearer.</summary>
    /// <remarks>Newton's method on the log-likelihood, with a Gaussian prior around the initial weights.</remarks>
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
                // Steps are at most 1, so that a distant start can't overshoot.
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

    /// <summary>Gaussian elimination; the matrix is positive definite, since the prior's strength is on its diagonal.</summary>
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
