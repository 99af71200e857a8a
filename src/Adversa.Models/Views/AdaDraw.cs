namespace Adversa.Models.Views;

/// <summary>One picture's random operations of <see cref="Ada"/>, as an affine map of the plane and one of the colours.</summary>
/// <remarks>Karras et al., 2020, appendix B, with the widths of the authors' set "bgc". A rotation happens twice, before and after the uneven scaling, each with
/// probability 1 - √(1 - p), so that one of them happens with probability p.</remarks>
internal readonly ref struct AdaDraw(ReadOnlySpan<float> uniform, ReadOnlySpan<float> normal, double probability)
{
    internal const int Uniforms = 22, Normals = 7;
    private const double Shift = 0.125, Scale = 0.2, Brightness = 0.2, Contrast = 0.5;
    private readonly ReadOnlySpan<float> _uniform = uniform;
    private readonly ReadOnlySpan<float> _normal = normal;
    private readonly double _probability = probability;

    /// <summary>Where each pixel of the result comes from: a 2x3 matrix on coordinates in [-1, 1].</summary>
    internal void Geometry(int width, int height, Span<float> theta)
    {
        // In pixels, the origin in the middle: each operation's inverse joins from the right, the shifts too, so that later turns and scalings move what an earlier shift brought.
        double a = 1, b = 0, c = 0, d = 1, right = 0, down = 0;
        if (Happens(0) && Coin(1) == 1) (a, c) = (-a, -c);
        if (Happens(2)) Rotate(ref a, ref b, ref c, ref d, Math.PI / 2 * Math.Floor(_uniform[3] * 4));
        if (Happens(4)) Move(Whole(_uniform[5], width), Whole(_uniform[6], height));
        if (Happens(7)) Grow(ref a, ref b, ref c, ref d, 1 / Power(0, Scale), 1 / Power(0, Scale));
        var turns = 1 - Math.Sqrt(1 - _probability);
        if (_uniform[8] < turns) Rotate(ref a, ref b, ref c, ref d, Angle(9));
        if (Happens(10)) Grow(ref a, ref b, ref c, ref d, 1 / Power(1, Scale), Power(1, Scale));
        if (_uniform[11] < turns) Rotate(ref a, ref b, ref c, ref d, Angle(12));
        if (Happens(13)) Move(Shift * _normal[2] * width, Shift * _normal[3] * height);
        var aspect = height / (double)width;                                // from pixels to [-1, 1]
        (theta[0], theta[1], theta[2]) = ((float)a, (float)(b * aspect), (float)(2 * right / width));
        (theta[3], theta[4], theta[5]) = ((float)(c / aspect), (float)d, (float)(2 * down / height));

        void Move(double x, double y) => (right, down) = (right - a * x - b * y, down - c * x - d * y);
    }

    /// <summary>The colours of the result: a 3x4 matrix on red, green, blue, 1.</summary>
    internal void Colour(Span<float> map)
    {
        var brightness = Happens(14) ? Brightness * _normal[4] : 0;
        var contrast = Happens(15) ? Power(5, Contrast) : 1;
        var flip = Happens(16) && Coin(17) == 1 ? -1.0 : 1;                    // of what is grey in a colour
        var hue = Happens(18) ? Angle(19) : 0;
        var saturation = Happens(20) ? Power(6, 1) : 1;
        var (cos, sin) = (Math.Cos(hue) * saturation, Math.Sin(hue) * saturation / Math.Sqrt(3));
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                var grey = 1.0 / 3;                                             // v·vᵀ of the axis v = (1, 1, 1)/√3
                var turn = ((column - row + 3) % 3) switch { 0 => 0, 1 => -1, _ => 1 };
                var value = flip * grey + cos * ((row == column ? 1 : 0) - grey) + sin * turn;
                map[4 * row + column] = (float)(contrast * value);
            }

            map[4 * row + 3] = (float)(contrast * flip * brightness);
        }
    }

    private bool Happens(int at) => _uniform[at] < _probability;

    private int Coin(int at) => _uniform[at] < 0.5 ? 0 : 1;

    private double Angle(int at) => (2 * _uniform[at] - 1) * Math.PI;

    private double Power(int at, double width) => Math.Pow(2, width * _normal[at]);

    /// <summary>A shift of whole pixels, up to an eighth of the side.</summary>
    private static double Whole(float uniform, int side) => Math.Round((2 * uniform - 1) * Shift * side);

    private static void Rotate(ref double a, ref double b, ref double c, ref double d, double angle)
    {
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        (a, b, c, d) = (a * cos + b * sin, b * cos - a * sin, c * cos + d * sin, d * cos - c * sin);
    }

    private static void Grow(ref double a, ref double b, ref double c, ref double d, double across, double along) =>
        (a, b, c, d) = (a * across, b * along, c * across, d * along);
}
