using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using Adversa.Data.Packed;
using Adversa.Data.Tests;
using Adversa.Data;
using Adversa.DataTools.Preparing;
using Adversa.Formats;
using Adversa.Formats.Tests;
using Adversa.Imaging;
using Adversa.Imaging.Codecs;
using Adversa.Worlds.Glyphs;

namespace Adversa.DataTools.Tests;

public class BackgroundTests
{
    /// <summary>Red that covers all, green that covers 40 %, nothing: on white by the formula, on the mean of 255 red and 102 green among 1.4 pixels.</summary>
    [Theory]
    [InlineData(Background.Black, new byte[] { 255, 0, 0, 0, 102, 0, 0, 0, 0 })]
    [InlineData(Background.White, new byte[] { 255, 0, 0, 153, 255, 153, 255, 255, 255 })]
    [InlineData(Background.Mean, new byte[] { 255, 0, 0, 109, 146, 0, 182, 73, 0 })]
    public void Transparent_pixels_show_what_was_asked_for(Background background, byte[] expected)
    {
        byte[] row = [255, 0, 0, 255, 0, 255, 0, 102, 9, 9, 9, 0];
        var pixels = new byte[3 * 3 * 3];
        PictureFile.Decode(Rgba([.. row, .. row, .. row]), "x.png", new(3, 3) { Background = background, Layout = PixelLayout.Interleaved }, pixels);

        Assert.Equal([.. expected, .. expected, .. expected], pixels);
        PictureFile.Decode(Rgba([.. row, .. row, .. row]), "x.png", new(3, 3) { Background = background }, pixels);
        Assert.Equal([expected[0], expected[3], expected[6]], pixels[..3]);
    }

    /// <summary>Bars are no part of a picture, so its mean colour is the same with and without them.</summary>
    [Fact]
    public void Bars_do_not_darken_the_mean()
    {
        byte[] row = [200, 100, 50, 255, 200, 100, 50, 255, 9, 9, 9, 0];
        var pixels = new byte[3 * 6 * 6];
        PictureFile.Decode(Rgba([.. row, .. row], height: 2), "x.png", new(6, 3, Fit.Pad) { Background = Background.Mean, Layout = PixelLayout.Interleaved }, pixels);

        Assert.Equal([0, 0, 0], pixels[..3]);
        var clear = pixels.AsSpan((2 * 6 + 5) * 3, 3).ToArray();
        Assert.True(Math.Abs(clear[0] - 200) <= 2 && Math.Abs(clear[1] - 100) <= 2 && Math.Abs(clear[2] - 50) <= 2, string.Join(' ', clear));
    }

    [Fact]
    public void Data_without_transparent_pictures_refuses_a_background()
    {
        using var folder = new TemporaryFolder();
        PackedSet.Write(new GlyphsWorld(), 10, folder["packed.safetensors"], workers: 1);

        var refused = Assert.Throws<AdversaException>(() => Known.Open(Known.On(folder["packed.safetensors"], Background.White)));

        Assert.Equal(2022, refused.Code);
        Assert.Contains("data prepare", refused.Text.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lossy-alpha.webp")]
    [InlineData("lossless-alpha.webp")]
    [InlineData("animated.webp")]
    [InlineData("key.gif")]
    public void Every_format_with_alpha_follows(string name)
    {
        var file = File.ReadAllBytes(Path.Join(AppContext.BaseDirectory, "../../../..", "tests", "golden", "pictures", name));
        var (black, white, mean) = (new byte[3 * 64], new byte[3 * 64], new byte[3 * 64]);
        var header = PictureFile.Decode(file, name, new(8, 3), black);
        PictureFile.Decode(file, name, new(8, 3) { Background = Background.White }, white);
        PictureFile.Decode(file, name, new(8, 3) { Background = Background.Mean }, mean);

        Assert.True(header.HasAlpha);
        Assert.NotEqual(black, white);
        Assert.All(black.Zip(white, mean), pixel => Assert.True(pixel.First <= pixel.Third && pixel.Third <= pixel.Second, $"{pixel}"));
    }

    [Fact]
    public void A_background_is_part_of_the_data_wherever_it_is_named()
    {
        using var folder = new TemporaryFolder();
        byte[] clear = [.. Enumerable.Repeat(new byte[] { 9, 9, 9, 0 }, 9).SelectMany(pixel => pixel)];
        folder.Write("p/a.png", Rgba(clear));
        folder.Write("p/b.png", Rgba(clear));
        var white = Known.On(folder["p"], Background.White);
        var (plain, on) = (Known.Open(folder["p"], new(3)), Known.Open(white, new(3)));
        var values = new float[on.Schema.Values];
        on.Read(0, values, out _);

        Assert.All(values, value => Assert.Equal(1f, value));
        Assert.NotEqual(plain.Fingerprint, on.Fingerprint);
        Assert.Equal(plain.Fingerprint, Known.Open($"on-black:{folder["p"]}", new(3)).Fingerprint);
        Assert.Equal($"on-white:{folder["p"]}", Known.FullPath(white));
        Assert.Equal($"first:1:on-mean:{folder["p"]}", Known.On($"first:1:{white}", Background.Mean));
        Assert.Equal(folder["p"], Known.On(white, Background.Black));
        Assert.Equal(2022, Assert.Throws<AdversaException>(() => Known.On("digits", Background.White)).Code);
        Preparation.Run(on, folder["out/set"], new());
        using var packed = PackedSource.Open(folder["out/set"]);
        packed.Read(1, values, out _);
        Assert.All(values, value => Assert.Equal(1f, value));
    }

    /// <summary>A PNG, three pixels wide, of red, green, blue and alpha.</summary>
    private static byte[] Rgba(byte[] pixels, byte height = 3)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
            for (var y = 0; y < height; y++) zlib.Write([0, .. pixels.AsSpan(12 * y, 12)]);
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR"u8, [0, 0, 0, 3, 0, 0, 0, height, 8, 6, 0, 0, 0]), .. Chunk("IDAT"u8, data.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> kind, byte[] data)
    {
        byte[] chunk = [0, 0, 0, 0, .. kind, .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.HashToUInt32(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }
}
