using Adversa.Imaging.Codecs;

namespace Adversa.Imaging.Tests.Codecs;

/// <summary>Targets that are no squares, on pictures of which every pixel tells where it came from.</summary>
public class RectangleTests
{
    private const byte Bar = 0;

    [Theory]
    [InlineData(8, 4, 8, 2, Fit.Crop, 0, 1)]           // wider than the picture: rows are cut
    [InlineData(8, 4, 4, 4, Fit.Crop, 2, 0)]           // narrower: columns
    [InlineData(4, 8, 2, 8, Fit.Crop, 1, 0)]
    [InlineData(4, 8, 4, 4, Fit.Crop, 0, 2)]
    [InlineData(6, 4, 6, 4, Fit.Crop, 0, 0)]           // its own shape: nothing
    [InlineData(6, 4, 6, 4, Fit.Pad, 0, 0)]
    [InlineData(6, 4, 6, 4, Fit.Squash, 0, 0)]
    public void What_is_kept_is_the_middle_pixel_by_pixel(int width, int height, int columns, int rows, Fit fit, int left, int top)
    {
        var fitted = Fitted(width, height, new(new PictureSize(columns, rows), 1, fit));

        for (var y = 0; y < rows; y++)
            for (var x = 0; x < columns; x++)
                Assert.Equal(Level(x + left, y + top, width), fitted[y * columns + x]);
    }

    [Theory]
    [InlineData(4, 4, 8, 4, 2, 0)]                     // bars left and right
    [InlineData(4, 4, 4, 10, 0, 3)]                    // above and below
    [InlineData(6, 2, 6, 4, 0, 1)]
    public void Bars_fill_what_the_picture_does_not(int width, int height, int columns, int rows, int left, int top)
    {
        var fitted = Fitted(width, height, new(new PictureSize(columns, rows), 1, Fit.Pad));

        for (var y = 0; y < rows; y++)
            for (var x = 0; x < columns; x++)
            {
                var (u, v) = (x - left, y - top);
                Assert.Equal(u >= 0 && u < width && v >= 0 && v < height ? Level(u, v, width) : Bar, fitted[y * columns + x]);
            }
    }

    private static byte Level(int x, int y, int width) => (byte)(10 + 3 * (y * width + x));

    private static byte[] Fitted(int width, int height, PictureTarget target)
    {
        using var sheet = new PixelSheet(width, height, 1);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                sheet.Row(y)[x] = Level(x, y, width);
        var to = new byte[target.Bytes];
        Assert.Null(ImageCodec.Fit(sheet, orientation: 1, target, to));
        return to;
    }
}
