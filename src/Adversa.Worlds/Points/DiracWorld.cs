using System.Globalization;
using Adversa.Data;

namespace Adversa.Worlds.Points;

/// <summary>One point for ever: the smallest game in which GANs can fail to converge.</summary>
/// <remarks>Mescheder et al., 2018, "Which Training Methods for GANs do actually Converge?", definition 2.1 (arXiv:1801.04406): the data are this
/// point, the generator is another one. For two such points the Wasserstein distance is their distance and the Jensen-Shannon divergence is ln 2
/// unless they meet, as for <see cref="SegmentWorld"/>.</remarks>
public sealed class DiracWorld : World
{
    private readonly float[] _position;

    /// <summary>Creates a point.</summary>
    /// <param name="position">Its coordinates, 1 to 64 finite numbers; Mescheder's is 0.</param>
    public DiracWorld(params IReadOnlyList<float> position)
        : base($"dirac {string.Join(' ', (position ?? throw new ArgumentNullException(nameof(position))).Select(p => p.ToString("R", CultureInfo.InvariantCulture)))}",
            1, new SampleSchema(FieldKind.Points, Math.Max(1, position.Count)), seed: 0, Split.Train)
    {
        if (position.Count is < 1 or > 64 || position.Any(p => !float.IsFinite(p))) throw new ArgumentException($"A point has 1 to 64 finite coordinates; got {position.Count}.", nameof(position));
        _position = [.. position];
    }

    /// <summary>The point.</summary>
    public IReadOnlyList<float> Position => _position;

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        _position.CopyTo(destination);
        return -1;
    }
}
