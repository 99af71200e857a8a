using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Outlines;

/// <summary>The colour law: the free colour is one of a ring, times a factor for its shade.</summary>
internal static class OutlineColours
{
    private const double Darkest = 0.74;

    private static readonly Colour[] Ring =
        [new(214, 66, 62), new(234, 136, 58), new(236, 194, 84), new(126, 176, 92), new(62, 160, 146), new(72, 136, 204), new(112, 98, 196), new(204, 94, 156)];

    /// <summary>The free colour of a truth.</summary>
    public static Colour Of(double hue, double shade) => Colour.Around(Ring, hue).Times(1 - (1 - Darkest) * shade);

    /// <summary>The lawful colour nearest to one.</summary>
    public static (double Hue, double Shade) Nearest(Colour colour)
    {
        const int Steps = 256;
        var (hue, shade, least) = (0.0, 0.0, double.MaxValue);
        for (var i = 0; i < Steps; i++)
        {
            var ring = Of(i / (double)Steps, 0);
            var factor = (colour.R * ring.R + colour.G * ring.G + colour.B * ring.B) / (ring.R * ring.R + ring.G * ring.G + ring.B * ring.B);
            var own = Math.Clamp((1 - factor) / (1 - Darkest), 0, 1);
            var distance = Of(i / (double)Steps, own).Distance(colour);
            if (distance < least) (hue, shade, least) = (i / (double)Steps, own, distance);
        }

        return (hue, shade);
    }
}
