using Adversa.Formats.Png;
using Adversa.Formats.Tests;
using Adversa.Imaging.Codecs;
using Adversa.Imaging.Pictures;

namespace Adversa.Imaging.Tests.Pictures;

public class PictureTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_written_PNG_is_read_back_by_another_decoder(int channels)
    {
        var file = TemporaryFolder.Png(17, 200, channels);
        var planes = new byte[17 * 17 * channels];

        PictureFile.Decode(file, "x", new(17, channels), planes);
        for (var i = 0; i < planes.Length; i++)
        {
            var (c, pixel) = (i / 289, i % 289);
            Assert.Equal((byte)(200 + (pixel * channels + c) % 17), planes[i]);
        }
    }

    [Fact]
    public void Texts_return_whatever_their_script()
    {
        var texts = new Dictionary<string, string> { ["adversa.run"] = "mnist-1 {\"seed\": 3}", ["Title"] = "ñandú 你好 🎲", ["empty"] = "" };
        using var stream = new MemoryStream();
        PngWriter.Write(stream, new Raster(3, 2, 1), texts);
        stream.Position = 0;

        Assert.Equal(texts, PngText.Read(stream, "x"));
    }

    [Fact]
    public void A_damaged_text_is_refused()
    {
        using var stream = new MemoryStream();
        PngWriter.Write(stream, new Raster(3, 2, 1), [new("key", "value")]);
        var file = stream.ToArray();
        file[45] ^= 1;

        Assert.Contains("checksum", Assert.Throws<AdversaException>(() => PngText.Read(new MemoryStream(file), "x")).Message);
    }

    [Fact]
    public void A_grid_places_pictures_row_by_row_with_a_border_of_two()
    {
        var schema = new SampleSchema(FieldKind.Image, 1, 1, 2);
        var grid = ImageGrid.Draw([-1, 1, 0, float.NaN, 2, -2], schema, columns: 2, scale: 2);

        Assert.Equal((20, 16), (grid.Width, grid.Height));
        Assert.Equal((0, 255, 128, 0), (grid.At(4, 4).R, grid.At(7, 5).R, grid.At(12, 4).R, grid.At(14, 4).R));
        Assert.Equal((255, 0), (grid.At(4, 10).R, grid.At(6, 10).R));
        Assert.Equal(0, grid.At(12, 10).R);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(97, 3)]
    public void A_film_is_read_back_by_a_reader_that_follows_the_standard(int side, int frames)
    {
        var rng = new Rng(side);
        var film = Enumerable.Range(0, frames).Select(f =>
        {
            var picture = new Raster(side, side, 1);
            for (var i = 0; i < picture.Pixels.Length; i++) picture.Pixels[i] = f == 0 ? (byte)(rng.NextUInt() & 255) : (byte)(i / 50 % 3);   // noise fills the code table
            return picture;
        }).ToList();
        using var stream = new MemoryStream();
        GifWriter.Write(stream, film, TimeSpan.FromSeconds(0.05));
        var read = GifReader.Read(stream.ToArray());

        Assert.Equal(frames, read.Count);
        for (var f = 0; f < frames; f++) Assert.Equal(film[f].Pixels, read[f]);
    }

    [Fact]
    public void A_colour_film_keeps_few_colours_exactly_and_many_closely()
    {
        var few = new Raster(4, 1, 3);
        byte[] colours = [255, 0, 0, 0, 158, 115, 255, 255, 255, 0, 0, 0];
        colours.CopyTo(few.Pixels, 0);
        var palette = Palette.For([few]);
        Assert.Equal(colours, palette.Indices(few).SelectMany(i => palette.Colours[(i * 3)..(i * 3 + 3)]));

        var many = new Raster(64, 64, 3);
        for (var i = 0; i < many.Pixels.Length; i++) many.Pixels[i] = (byte)(i % 3 == 0 ? i / 3 % 64 * 4 : i % 3 == 1 ? i / 192 * 4 : 128);
        palette = Palette.For([many]);
        var shown = palette.Indices(many).SelectMany(i => palette.Colours[(i * 3)..(i * 3 + 3)]).ToArray();
        Assert.True(shown.Zip(many.Pixels).Max(pair => Math.Abs(pair.First - pair.Second)) <= 16);
    }

    [Fact]
    public void A_terminal_shows_two_pixels_a_character_and_no_escapes_without_colour()
    {
        var picture = new Raster(2, 3, 1);
        byte[] pixels = [0, 255, 255, 255, 0, 0];
        pixels.CopyTo(picture.Pixels, 0);

        Assert.Equal(["=@", ""], TerminalPicture.Lines(picture, 10, TerminalColours.None).Select(l => l.Replace('+', '=')));
        Assert.Equal("\u001b[38;2;0;0;0;48;2;255;255;255m▀\u001b[38;2;255;255;255;48;2;255;255;255m▀\u001b[0m", TerminalPicture.Lines(picture, 10, TerminalColours.TrueColour)[0]);
        Assert.Equal("\u001b[38;5;16;48;5;231m▀\u001b[38;5;231;48;5;231m▀\u001b[0m", TerminalPicture.Lines(picture, 10, TerminalColours.Palette256)[0]);
        Assert.All(TerminalPicture.Lines(new Raster(100, 50, 3), 20, TerminalColours.None), line => Assert.True(line.Length <= 20));
    }

    [Fact]
    public void A_plot_shows_dots_where_they_belong_and_scores_behind()
    {
        var plot = ScatterPlot.Draw([1f, 1f], [-1f, -1f, 99f, 0f], range: 2, size: 100, scores: [-1f, -1f, 3f, 3f]);

        Assert.True(plot.At(75, 25).G < 80, "the real dot is dark, upper right");
        Assert.True(plot.At(25, 75) is { R: > 150, B: < 80 }, "the generated dot is vermilion, lower left");
        Assert.True(plot.At(5, 5).B >= plot.At(5, 5).R && plot.At(5, 95).R > plot.At(5, 95).B, "low is blue, high is orange");
    }
}
