using System.Globalization;
using System.Security.Cryptography;
using Adversa.Imaging.Codecs;

namespace Adversa.Imaging.Tests.Codecs;

/// <summary>Small files of every kind against Pillow 9.4 and torchvision 0.14 (tests/golden/make_pictures.py).</summary>
public class GoldenPicturesTests
{
    public static TheoryData<string, int, int, string, int, string> Cases =>
        [.. File.ReadLines(Path.Join(Folder, "pixels.tsv")).Skip(1).Select(l => l.Split('\t')).Select(c =>
            new TheoryDataRow<string, int, int, string, int, string>(c[0], Number(c[1]), Number(c[2]), c[3], Number(c[4]), c[5]))];

    internal static string Folder { get; } = Path.Join(Root(), "tests", "golden", "pictures");

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void A_picture_becomes_the_pixels_that_Pillow_makes_of_it(string file, int size, int channels, string fit, int tolerance, string expected)
    {
        var target = new PictureTarget(size, channels, Enum.Parse<Fit>(fit));
        var pixels = new byte[target.Bytes];
        PictureFile.Decode(Bytes(file), file, target, pixels);

        if (tolerance == 0) Assert.Equal(expected, Convert.ToHexStringLower(SHA256.HashData(pixels)));
        else Assert.InRange(Convert.FromBase64String(expected).Zip(pixels, (a, b) => Math.Abs(a - b)).Max(), 0, tolerance);
    }

    [Fact]
    public void Interleaved_bytes_are_the_planar_ones_in_another_order()
    {
        foreach (var (file, fit) in new[] { ("rgb.png", Fit.Crop), ("grey.png", Fit.Crop), ("420.jpg", Fit.Pad), ("wide.png", Fit.Pad) })
        {
            var target = new PictureTarget(10, 3, fit);
            byte[] planar = new byte[target.Bytes], interleaved = new byte[target.Bytes];
            PictureFile.Decode(Bytes(file), file, target, planar);
            PictureFile.Decode(Bytes(file), file, target with { Layout = PixelLayout.Interleaved }, interleaved);

            for (var i = 0; i < planar.Length; i++) Assert.Equal(planar[i], interleaved[i % 100 * 3 + i / 100]);
        }
    }

    [Theory]
    [InlineData("rgba16.png", 16, true, false, false, 1)]
    [InlineData("rgb-key.png", 8, true, false, false, 1)]
    [InlineData("grey2.png", 2, false, true, false, 1)]
    [InlineData("ink.jpg", 8, false, false, true, 1)]
    [InlineData("animated.gif", 8, true, false, false, 2)]
    [InlineData("animated.webp", 8, true, false, false, 3)]
    [InlineData("pages.tif", 8, false, false, false, 3)]
    [InlineData("ink.tif", 8, false, false, true, 1)]
    [InlineData("grey-alpha16.tif", 16, true, true, false, 1)]
    [InlineData("fax.tif", 1, false, true, false, 1)]
    [InlineData("unused.tif", 8, false, false, false, 1)]
    [InlineData("rgb.avif", 8, false, false, false, 1)]
    [InlineData("rgba.avif", 8, true, false, false, 1)]
    [InlineData("rgba32.bmp", 8, true, false, false, 1)]
    [InlineData("plain.pbm", 1, false, true, false, 1)]
    [InlineData("raw16.pgm", 16, false, true, false, 1)]
    public void The_header_says_what_is_in_the_file(string file, int depth, bool hasAlpha, bool isGrey, bool isInk, int frames)
    {
        var header = PictureHeader.Read(Bytes(file), file)!;

        Assert.Equal((depth, hasAlpha, isGrey, isInk, frames), (header.Depth, header.HasAlpha, header.IsGrey, header.IsInk, header.Frames));
    }

    [Theory]
    [InlineData("turned5.png", 5)]
    [InlineData("turned-xmp.png", 8)]
    [InlineData("turned6.webp", 6)]
    [InlineData("turned7.jpg", 7)]
    [InlineData("turned6.tif", 6)]
    [InlineData("turned.avif", 1)]
    public void The_orientation_is_found(string file, int orientation) => Assert.Equal(orientation, PictureHeader.Read(Bytes(file), file)!.Orientation);

    internal static byte[] Bytes(string file) => File.ReadAllBytes(Path.Join(Folder, file));

    internal static IEnumerable<string> Files => Directory.EnumerateFiles(Folder).Select(p => Path.GetFileName(p)!).Where(f => !f.EndsWith(".tsv", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Join(folder.FullName, "Adversa.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The project's folder was not found above the tests.");
    }
}
