namespace Adversa.Worlds.Digits;

/// <summary>A smooth displacement of the plane, about one wave per digit: what makes two copies of a form differ as a whole.</summary>
internal readonly struct SlowWave
{
    private const double Amplitude = 0.035;

    private readonly double _ax, _ay, _fx, _fy, _px, _py;

    /// <summary>Draws a wave.</summary>
    public SlowWave(Rng rng)
    {
        (_ax, _ay) = (Amplitude * rng.Uniform(-1, 1), Amplitude * rng.Uniform(-1, 1));
        (_fx, _fy) = (rng.Uniform(0.5, 1.3), rng.Uniform(0.5, 1.3));
        (_px, _py) = (rng.NextDouble(), rng.NextDouble());
    }

    /// <summary>Moves a point: x by a wave along y, y by a wave along x.</summary>
    public StrokePoint Bend(StrokePoint p) => p with
    {
        X = p.X + _ax * Deterministic.SinCosTurns(_fx * p.Y + _px).Sin,
        Y = p.Y + _ay * Deterministic.SinCosTurns(_fy * p.X + _py).Sin,
    };
}
