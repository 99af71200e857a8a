namespace Adversa.Torch.Optim;

/// <summary>How much each step of a training weighs in an average: as a power of the step, p(t) = (γ+1) t^γ / T^(γ+1) on [0, T].</summary>
/// <remarks>Karras et al., 2024, "Analyzing and Improving the Training Dynamics of Diffusion Models", section 3 (arXiv:2312.02696). Unlike that of an exponential average its width
/// grows with T, and it has forgotten the first weights at once. Here step t is the interval from t-1 to t, over which the weights stay.</remarks>
/// <param name="Power">γ, more than -1/2.</param>
/// <param name="End">T, more than 0.</param>
public readonly record struct PowerProfile(double Power, double End)
{
    /// <summary>The widths that may be asked for; just above the second lies the widest that a power has.</summary>
    public const double Narrowest = 0.05, Widest = 0.3;

    private const double Mostly = 1e4;                                           // a power whose width nobody asks for
    private static readonly double WidestPower = (Math.Sqrt(5) - 3) / 2;         // where dσ/dγ = 0: γ² + 3γ + 1 = 0

    /// <summary>σ_rel: the profile's standard deviation as a share of T.</summary>
    public double Width => Math.Sqrt((Power + 1) / ((Power + 2) * (Power + 2) * (Power + 3)));

    /// <summary>The profile of a width.</summary>
    /// <param name="width">σ_rel, in [<see cref="Narrowest"/>, <see cref="Widest"/>].</param>
    /// <param name="end">T.</param>
    public static PowerProfile OfWidth(double width, double end)
    {
        if (width is not (>= Narrowest and <= Widest)) throw new ArgumentOutOfRangeException(nameof(width), width, $"A width lies in [{Narrowest}, {Widest}].");
        var (low, high) = (WidestPower, Mostly);                                 // the width falls from the first to the second
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            if (new PowerProfile(middle, 1).Width > width) low = middle;
            else high = middle;
        }

        return new((low + high) / 2, end);
    }

    /// <summary>β(t) of the average's recursion θ̄(t) = β θ̄(t-1) + (1-β) θ(t): (1 - 1/t)^(γ+1).</summary>
    /// <param name="step">t, 1 or more.</param>
    public double Kept(long step) => Math.Pow(1 - 1.0 / step, Power + 1);

    /// <summary>∫ p q, over the steps that both weigh.</summary>
    /// <param name="other">q.</param>
    public double Dot(PowerProfile other)
    {
        var (sum, least) = (Power + other.Power + 1, Math.Min(End, other.End));
        return (Power + 1) * (other.Power + 1) / sum * Math.Pow(least / End, Power) * Math.Pow(least / other.End, other.Power) * least / (End * other.End);
    }

    /// <summary>The combination of profiles that comes nearest to another: the shares c, Σc = 1, for which ∫ (Σ cᵢ pᵢ - p)² is least.</summary>
    /// <remarks>With a multiplier λ for the constraint that is the linear system Σⱼ ⟨pᵢ, pⱼ⟩ cⱼ + λ = ⟨pᵢ, p⟩, Σc = 1. The constraint gives weights that never moved back as they are.</remarks>
    /// <param name="stored">pᵢ, no two the same.</param>
    /// <param name="wanted">p.</param>
    /// <returns>The shares, and how far the combination is from what is wanted: ‖Σ cᵢ pᵢ - p‖ / ‖p‖.</returns>
    public static (double[] Shares, double Misfit) Combine(IReadOnlyList<PowerProfile> stored, PowerProfile wanted)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var n = stored.Count;
        if (stored.ToList().IndexOf(wanted) is >= 0 and var same) return ([.. stored.Select((_, i) => i == same ? 1.0 : 0)], 0);
        var norms = stored.Select(p => Math.Sqrt(p.Dot(p))).ToArray();           // profiles are taken at length 1, so that the system's numbers are of one size
        var (rows, unit) = (new double[n + 1][], Math.Sqrt(wanted.Dot(wanted)));
        for (var i = 0; i < n; i++)
            rows[i] = [.. stored.Select((p, j) => stored[i].Dot(p) / norms[i] / norms[j]), unit / norms[i], stored[i].Dot(wanted) / norms[i] / unit];
        rows[n] = [.. norms.Select(norm => unit / norm), 0, 1];
        var shares = Solved(rows)[..n].Select((c, i) => c * unit / norms[i]).ToArray();
        var square = 0.0;
        for (var i = 0; i < n; i++) square += shares[i] * (stored.Select((p, j) => shares[j] * stored[i].Dot(p)).Sum() - 2 * stored[i].Dot(wanted));
        return (shares, Math.Sqrt(Math.Max(0, 1 + square / (unit * unit))));
    }

    /// <summary>Solves linear equations, a row each with its right side last, by elimination with the largest pivot.</summary>
    private static double[] Solved(double[][] rows)
    {
        var n = rows.Length;
        for (var k = 0; k < n; k++)
        {
            var pivot = Enumerable.Range(k, n - k).MaxBy(i => Math.Abs(rows[i][k]));
            (rows[k], rows[pivot]) = (rows[pivot], rows[k]);
            for (var i = k + 1; i < n; i++)
                for (var (factor, j) = (rows[i][k] / rows[k][k], k); j <= n; j++) rows[i][j] -= factor * rows[k][j];
        }

        var x = new double[n];
        for (var k = n - 1; k >= 0; k--) x[k] = (rows[k][n] - Enumerable.Range(k + 1, n - k - 1).Sum(j => rows[k][j] * x[j])) / rows[k][k];
        return x;
    }
}
