using Adversa.Formats.Png;
using Adversa.Imaging.Pictures;

namespace Adversa.Imaging.Tests.Pictures;

/// <summary>Small pictures are shown large without inventing a colour, and a film rests on its last frame.</summary>
public class EnlargedTests
{
    [Fact]
    public void Each_pixel_becomes_a_square_of_its_own_colour()
    {
        var small = new Raster(2, 1, 3);
        for (var i = 0; i < 6; i++) small.Pixels[i] = (byte)(40 * i);

        var large = small.Enlarged(3);

        Assert.Equal((6, 3), (large.Width, large.Height));
        for (var y = 0; y < 3; y++)
            for (var x = 0; x < 6; x++) Assert.Equal(small.At(x / 3, 0), large.At(x, y));
        Assert.Same(small, small.Enlarged(1));
        Assert.Equal(60_000, new Raster(30_000, 1, 1).Enlarged(9).Width);
    }

    [Fact]
    public void The_last_frame_of_a_film_may_stay_longer()
    {
        using var stream = new MemoryStream();
        GifWriter.Write(stream, [new Raster(2, 2, 1), new Raster(2, 2, 1), new Raster(2, 2, 1)], TimeSpan.FromSeconds(0.15), TimeSpan.FromSeconds(2));

        Assert.Equal([15, 15, 200], Delays(stream.ToArray()));
    }

    private static List<int> Delays(byte[] gif) => [.. Enumerable.Range(0, gif.Length - 7).Where(i => gif[i] == 0x21 && gif[i + 1] == 0xF9 && gif[i + 2] == 4 && gif[i + 7] == 0).Select(i => gif[i + 4] | gif[i + 5] << 8)];
}
