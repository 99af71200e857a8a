namespace Adversa.Worlds.Avatars;

/// <summary>The head as a solid of elliptic cross sections, turned by the yaw and seen from the front.</summary>
/// <remarks>Units are 64ths of the picture's side; (0, 0) lies between the eyes' height and the ears, x runs right, y down, z to the viewer.</remarks>
internal sealed class AvatarHead
{
    private static readonly double[] Levels = [-2, 2, 6, 9.5, 12.5, 15, 16.6, 17.2];
    private static readonly double[] Widths = [1, 0.99, 0.945, 0.85, 0.70, 0.48, 0.25, 0];
    private static readonly double[] Middles = [-0.8, 0, 1.5, 3, 4.8, 6.2, 7, 7.4];
    private static readonly double[] Depths = [14.2, 13.3, 11.8, 10, 8, 5.5, 3.2, 0];
    private static readonly double[] Jaws = [0, 0, 0.02, 0.07, 0.13, 0.19, 0.24, 0];

    private readonly double _width, _stretch, _jaw, _round;

    /// <summary>Takes the head's measures from a person.</summary>
    public AvatarHead(AvatarTruth truth)
    {
        (Sin, Cos) = Deterministic.SinCosTurns(truth.Yaw / 360);
        Youth = Smooth((20 - truth.Age) / 12);
        Old = Smooth((truth.Age - 42) / 34);
        _width = 12.7 * (1 + 0.085 * truth.FaceWidth);
        _stretch = 1 - 0.11 * Youth + 0.03 * Old;
        _jaw = truth.Jaw * (1 - 0.5 * Youth);
        _round = 0.06 * Youth + 0.05 * Old;
        Profile = Smooth((Math.Abs(truth.Yaw) - 45) / 30);
    }

    /// <summary>How far the head is turned beyond 45 degrees: 0 up to there, where everything is painted as for a face that looks forward, 1 from 75 degrees.</summary>
    public double Profile { get; }

    /// <summary>The side of the picture that the face looks to: 1 right, -1 left.</summary>
    public int Ahead => Sin >= 0 ? 1 : -1;

    /// <summary>Sine and cosine of the yaw.</summary>
    public double Sin { get; }

    /// <inheritdoc cref="Sin"/>
    public double Cos { get; }

    /// <summary>1 at ten years, 0 from twenty.</summary>
    public double Youth { get; }

    /// <summary>0 until 42 years, 1 from 76.</summary>
    public double Old { get; }

    /// <summary>The chin's height.</summary>
    public double Chin => -2 + (17.2 + 2) * _stretch;

    /// <summary>Half width, middle along z and half depth of the section at a height.</summary>
    public (double Width, double Middle, double Depth) Section(double y)
    {
        if (y <= -2)
        {
            var v = (y + 2) / 15;
            var s = Math.Sqrt(Math.Max(0, 1 - v * v));
            return (_width * s, -0.8, 14.2 * s);
        }

        y = -2 + (y + 2) / _stretch;
        var i = 0;
        while (i < Levels.Length - 2 && y > Levels[i + 1]) i++;
        var t = Math.Min(1, (y - Levels[i]) / (Levels[i + 1] - Levels[i]));
        var form = 1 + _jaw * Between(Jaws, i, t) + _round * (i is >= 2 and <= 5 ? 1 : 0.5 * (i == 1 ? t : 0));
        return (_width * Between(Widths, i, t) * form, Between(Middles, i, t), Between(Depths, i, t));
    }

    /// <summary>Where a point of the solid is seen, and how near it is.</summary>
    public (double X, double Y, double Z) Turn(double x, double y, double z) => (x * Cos + z * Sin, y, z * Cos - x * Sin);

    /// <summary>Where a point on the front of the face is seen.</summary>
    /// <param name="x">Right of the face's own middle.</param>
    /// <param name="y">Height.</param>
    /// <param name="lift">How far it stands out.</param>
    public (double X, double Y) Front(double x, double y, double lift = 0)
    {
        var (width, middle, depth) = Section(y);
        var u = width > 0 ? x / width : 0;
        var z = middle + depth * Math.Sqrt(Math.Max(0.02, 1 - u * u)) + lift;
        return Profile > 0 && Hides(x, y) ? Outline(y, Ahead, lift * 0.5) : (x * Cos + z * Sin, y);
    }

    /// <summary>Whether a point of the face's front looks away from the viewer.</summary>
    /// <param name="x">Right of the face's own middle.</param>
    /// <param name="y">Height.</param>
    public bool Hides(double x, double y)
    {
        var (width, _, depth) = Section(y);
        if (width <= 0 || depth <= 0) return false;
        var u = x / width;
        return Math.Sqrt(Math.Max(0.02, 1 - u * u)) / depth * Cos - u / width * Sin < 0;
    }

    /// <summary>What would hang before the face of a head in profile, drawn back towards it.</summary>
    /// <param name="p">A point of what lies around the head.</param>
    /// <param name="edge">Where it is drawn to.</param>
    public (double X, double Y) Clear((double X, double Y) p, (double X, double Y) edge) =>
        p.X * Ahead <= 0 ? p : (p.X + (edge.X - p.X) * Profile, p.Y + (edge.Y - p.Y) * Profile);

    /// <summary>Where the point at an angle around the head is seen; behind the outline it is drawn on the outline.</summary>
    /// <param name="turns">0 is the head's right side in the picture, 0.25 the front, 0.5 the left side.</param>
    /// <param name="y">Height.</param>
    /// <param name="lift">How far it stands off the head.</param>
    public (double X, double Y) Around(double turns, double y, double lift)
    {
        var (sin, cos) = Deterministic.SinCosTurns(turns);
        var (width, middle, depth) = Section(y);
        var (w, d) = (width + lift, depth + lift);
        var seen = w * cos * Cos + d * sin * Sin;
        return sin / d * Cos - cos / w * Sin >= 0 ? (middle * Sin + seen, y) : Outline(y, seen >= 0 ? 1 : -1, lift);
    }

    /// <summary>A point on the outline of a cap over the skull.</summary>
    /// <param name="turns">0 right at the height of the brows, 0.25 the top, 0.5 left.</param>
    /// <param name="side">How far the cap stands off at the sides.</param>
    /// <param name="top">How far it stands off above.</param>
    public (double X, double Y) Cap(double turns, double side, double top)
    {
        var (sin, cos) = Deterministic.SinCosTurns(turns);
        var (w, d) = ((_width + side) * Cos, (14.2 + side) * Sin);
        return (-0.8 * Sin + Math.Sqrt(w * w + d * d) * cos, -2 - (15 + top) * sin);
    }

    /// <summary>The outline of the head at a height.</summary>
    /// <param name="y">Height.</param>
    /// <param name="side">1 right, -1 left.</param>
    /// <param name="lift">How far outside the head.</param>
    public (double X, double Y) Outline(double y, int side, double lift = 0)
    {
        var (width, middle, depth) = Section(y);
        var (w, d) = ((width + lift) * Cos, (depth + lift) * Sin);
        return (middle * Sin + side * Math.Sqrt(w * w + d * d), y);
    }

    /// <summary>0 below 0, 1 above 1, smooth between.</summary>
    public static double Smooth(double t) => t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t);

    private static double Between(double[] table, int i, double t) => table[i] + (table[i + 1] - table[i]) * t;
}
