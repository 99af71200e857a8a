using System.Globalization;
using Adversa.Metrics;
using Adversa.Worlds.Points;

namespace Adversa.Training.Judges;

/// <summary>Judges points in the plane against a world's centres, whose truth is known exactly.</summary>
/// <remarks>Lin et al., 2017, "PacGAN", section 4.1 (arXiv:1712.04086): a sample is good within 3σ of a centre; a centre with a good sample is a mode;
/// rKL is KL(p̂ ‖ uniform) over the good samples, natural logarithm.</remarks>
public sealed class ModeJudge : IJudge
{
    private readonly int _modes;
    private readonly double _goodRadius;
    private readonly Func<double, double, (int Index, double Distance)> _nearest;
    private readonly Text _where;

    private ModeJudge(int modes, double sigma, Func<double, double, (int, double)> nearest, Text where) => (_modes, _goodRadius, _nearest, _where) = (modes, 3 * sigma, nearest, where);

    /// <summary>The ring's eight centres.</summary>
    public static ModeJudge Ring { get; } = new(RingWorld.Modes, RingWorld.Sigma, RingWorld.Nearest, Words.Ring);

    /// <summary>The grid's twenty-five centres.</summary>
    public static ModeJudge Grid { get; } = new(GridWorld.Modes, GridWorld.Sigma, GridWorld.Nearest, Words.Grid);

    /// <inheritdoc/>
    public JudgeReport Judge(float[] samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Length == 0 || samples.Length % 2 != 0) throw new ArgumentException($"Expected the coordinates of one or more points; got {samples.Length} numbers.", nameof(samples));
        var modes = ModeCount.Of(_modes, Enumerable.Range(0, samples.Length / 2).Select(i => Mode(samples[2 * i], samples[2 * i + 1])));
        return new(modes.Samples, [new("modes", modes.Drawn), new("high_quality", modes.HighQuality), new("rkl", modes.ReverseKl)],
            Words.OfPointsAreDrawn(modes.Drawn, _modes, _where, modes.HighQuality),
            Words.GoodSampleIsWithinOfCentre);
    }

    /// <inheritdoc/>
    public void Dispose() { }

    private int Mode(double x, double y) => double.IsFinite(x + y) && _nearest(x, y) is var (index, distance) && distance <= _goodRadius ? index : -1;
}
