using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Adversa.Imaging.Codecs;

namespace Adversa.Imaging.Tests.Codecs;

/// <summary>354 odd and broken files, with what Pillow 9.4 makes of each.</summary>
public class OddImagesTests
{
    private static readonly string[] Read = ["PNG", "JPEG", "WEBP", "BMP", "PPM", "GIF", "TIFF"];

    /// <summary>Kinds of TIFF that Pillow reads and we name.</summary>
    private static readonly string[] Unread =
        ["10ct_32bit_128.tiff", "12bit.cropped.tif", "16bit.s.tif", "hopper_lzma.tif", "lab-red.tif", "lab.tif", "tiff_tiled_planar_16bit_RGBa.tiff", "tiff_wrong_bits_per_sample.tiff"];

    [Fact]
    public void Each_odd_image_is_decoded_or_refused_by_name_as_the_index_says()
    {
        var folder = Folder();
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(Path.Join(folder, "INDEX.tsv")).Skip(1).Select(l => l.Split('\t')))
        {
            var (path, format, isSound) = (line[0], line[3], line[7] == "decodes");
            var clock = Stopwatch.StartNew();
            var result = Outcome(Path.Join(folder, path), path, out var header);
            if (clock.Elapsed.TotalSeconds > 2) wrong.Add($"{path}: {clock.Elapsed.TotalSeconds:F1} s");
            if ((result is null) != (isSound && Read.Contains(format) && !Unread.Contains(Path.GetFileName(path)))) wrong.Add($"{path}: the index says {format} {line[7]}; {result ?? "decoded"}");
            if (result is not null && !result.Contains(path, StringComparison.Ordinal)) wrong.Add($"{path} is not named in: {result}");
            if (header is null || result is not null) continue;
            if ($"{header.Width}x{header.Height}" != line[5]) wrong.Add($"{path}: {header.Width}x{header.Height}, the index says {line[5]}");
            if (header.Frames != int.Parse(line[6], CultureInfo.InvariantCulture)) wrong.Add($"{path}: {header.Frames} frames, the index says {line[6]}");
            if (header.IsInk != (line[4] == "CMYK")) wrong.Add($"{path}: ink is {header.IsInk}, the index says {line[4]}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Odd_images_without_loss_have_the_pixels_that_Pillow_sees()
    {
        var folder = Folder();
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(Path.Join(GoldenPicturesTests.Folder, "odd.tsv")).Select(l => l.Split('\t')))
        {
            var target = new PictureTarget(int.Parse(line[1], CultureInfo.InvariantCulture), 3);
            var pixels = new byte[target.Bytes];
            PictureFile.Decode(File.ReadAllBytes(Path.Join(folder, line[0])), line[0], target, pixels);
            if (Convert.ToHexStringLower(SHA256.HashData(pixels)) != line[2]) wrong.Add(line[0]);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void An_unsupported_format_is_named_with_the_way_out()
    {
        var folder = Folder();

        Assert.EndsWith("TIFF with signed or fractional numbers is not read; save it as PNG.", Outcome(Path.Join(folder, "pillow/16bit.s.tif"), "a.tif", out _));
        Assert.EndsWith("TIFF with compression 34925 is not read; save it as PNG.", Outcome(Path.Join(folder, "pillow/hopper_lzma.tif"), "a.tif", out _));
        Assert.EndsWith("TGA is not read; save it as PNG.", Outcome(Path.Join(folder, "pillow/cross_scan_line.tga"), "a.tga", out _));
    }

    private static string? Outcome(string path, string name, out PictureHeader? header)
    {
        header = null;
        try
        {
            header = PictureFile.Decode(File.ReadAllBytes(path), name, new(64, 3), new byte[64 * 64 * 3]);
            return null;
        }
        catch (AdversaException e) when (e.Code is DataError.Picture or DataError.Unsupported)
        {
            return e.Message;
        }
    }

    private static string Folder()
    {
        var shared = Environment.GetEnvironmentVariable("ADVERSA_SHARED");
        var folder = Path.Join(shared, "data", "odd_images");
        Assert.SkipUnless(shared is not null && Directory.Exists(folder), "No odd images: set ADVERSA_SHARED to a folder with data/odd_images.");
        return folder;
    }
}
