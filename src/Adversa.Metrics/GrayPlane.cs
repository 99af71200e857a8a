namespace Adversa.Metrics;

/// <summary>One channel of a picture in float64.</summary>
/// <param name="Values">Row by row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
internal sealed record GrayPlane(double[] Values, int Height, int Width)
{
    internal double Mean => Values.Average();

    /// <summary>Filters rows, then columns; what the window does not fit on is left out.</summary>
    internal GrayPlane Filtered(double[] window)
    {
        var (height, width) = (Height - window.Length + 1, Width - window.Length + 1);
        var (down, across) = (new double[height * Width], new double[height * width]);
        for (var y = 0; y < height; y++)
            for (var k = 0; k < window.Length; k++)
                for (var x = 0; x < Width; x++) down[y * Width + x] += window[k] * Values[(y + k) * Width + x];
        for (var y = 0; y < height; y++)
            for (var k = 0; k < window.Length; k++)
                for (var x = 0; x < width; x++) across[y * width + x] += window[k] * down[y * Width + x + k];
        return new(across, height, width);
    }

    internal GrayPlane Times(GrayPlane other) => With(other, (a, b) => a * b);

    internal GrayPlane With(GrayPlane other, Func<double, double, double> combine) => this with { Values = [.. Values.Zip(other.Values, combine)] };

    /// <summary>Mirrored at the edges, which are not repeated.</summary>
    internal GrayPlane Reflected(int by)
    {
        var (height, width) = (Height + 2 * by, Width + 2 * by);
        var values = new double[height * width];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++) values[y * width + x] = Values[Mirror(y - by, Height) * Width + Mirror(x - by, Width)];
        return new(values, height, width);
    }

    /// <summary>Means of 2x2; an odd edge is dropped.</summary>
    internal GrayPlane Halved()
    {
        var (height, width) = (Height / 2, Width / 2);
        var values = new double[height * width];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var at = 2 * y * Width + 2 * x;
                values[y * width + x] = (Values[at] + Values[at + 1] + Values[at + Width] + Values[at + Width + 1]) / 4;
            }

        return new(values, height, width);
    }

    private static int Mirror(int i, int length) => i < 0 ? -i : i >= length ? 2 * (length - 1) - i : i;
}
