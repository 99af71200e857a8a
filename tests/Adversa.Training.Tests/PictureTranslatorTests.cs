using Adversa.Formats.Png;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Plans;
using Adversa.Training.Translating;

namespace Adversa.Training.Tests;

/// <summary>Pictures too large for the memory.</summary>
public sealed class PictureTranslatorTests
{
    private const int Wide = 150, High = 131;

    // Seams would show: batch norm's statistics and weights are far from their beginnings, and each pixel of the picture is drawn by itself.
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Tiles_of_an_enlarged_picture_equal_the_whole(int scale)
    {
        using var setup = Tiny.Setup(Tiny.Recipe("srgan", 20, ("options.scale", scale), ("options.blocks", 2)));
        var translator = (ITranslator)setup.Model;
        Disturb(translator.SampledNetwork);
        var png = Noise();

        var whole = Made(setup, png, long.MaxValue);
        var tiled = Made(setup, png, 4 * 4 * translator.Reach!.Value * translator.Reach!.Value);

        Assert.Equal((Wide * scale, High * scale), (tiled.Width, tiled.Height));
        Assert.True(whole.Pixels.Distinct().Count() > 20);
        Assert.InRange(whole.Pixels.Zip(tiled.Pixels).Max(pair => Math.Abs(pair.First - pair.Second)), 0, 1);
    }

    // Instance norm is of the whole picture: tiles would each have their own.
    [Theory]
    [InlineData("pix2pix")]
    [InlineData("cyclegan")]
    public void A_network_that_sees_the_whole_refuses_and_says_what_fits(string kind)
    {
        using var setup = Tiny.Setup(Tiny.Recipe(kind));

        var refused = Assert.Throws<AdversaException>(() => Made(setup, Noise(), 152 * 132 / 4));

        Assert.Equal((PictureTranslator.TooLarge, ExitCode.Resource), (refused.Code, refused.Exit));
        Assert.Contains("One of 76x66 fits", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_little_memory_for_tiles_is_refused_too()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("srgan"));

        Assert.Equal(PictureTranslator.TooLarge, Assert.Throws<AdversaException>(() => Made(setup, Noise(), 400)).Code);
    }

    [Theory]
    [InlineData(100, 40, 5, 1)]
    [InlineData(104, 48, 5, 4)]
    [InlineData(40, 40, 5, 1)]
    public void Tiles_cover_a_side_once_and_see_as_far_as_they_must(int side, int most, int reach, int stride)
    {
        var tiles = PictureTile.Cut(side, most, reach, stride).ToList();

        Assert.Equal(Enumerable.Range(0, side), tiles.SelectMany(tile => Enumerable.Range(tile.From, tile.Length)));
        Assert.All(tiles, tile =>
        {
            Assert.InRange(tile.SeenLength, 1, most);
            Assert.Equal((0, 0), (tile.Seen % stride, tile.SeenLength % stride));
            Assert.True(tile.Seen == 0 || tile.From - tile.Seen >= reach);
            Assert.True(tile.Seen + tile.SeenLength == side || tile.Seen + tile.SeenLength - tile.From - tile.Length >= reach);
        });
    }

    private static Raster Made(Setup setup, byte[] png, long most) =>
        new PictureTranslator((ITranslator)setup.Model, setup.Model.Schema, null) { Most = _ => most }.Translate(png, "a.png", [0]).Made[0];

    private static void Disturb(Module network)
    {
        using var scope = new TensorScope();
        using var recording = Autograd.NoGrad();
        var noise = new Generator(3);
        foreach (var (name, buffer) in network.NamedBuffers())
            if (name.EndsWith("running_mean", StringComparison.Ordinal)) buffer.CopyInPlace(Tensor.Randn(buffer.Shape, noise));
            else if (name.EndsWith("running_var", StringComparison.Ordinal)) buffer.CopyInPlace(0.02 * Tensor.Rand(buffer.Shape, noise) + 0.01);
    }

    private static byte[] Noise()
    {
        var (picture, rng) = (new Raster(Wide, High, 3), new Rng(1));
        for (var i = 0; i < picture.Pixels.Length; i++) picture.Pixels[i] = (byte)rng.NextInt(256);
        using var stream = new MemoryStream();
        PngWriter.Write(stream, picture, []);
        return stream.ToArray();
    }
}
