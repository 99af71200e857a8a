using System.Buffers.Binary;
using System.IO.Hashing;
using Adversa.Formats;
using Adversa.Imaging.Codecs;

namespace Adversa.Imaging.Tests.Codecs;

public class PictureFileTests
{
    private static readonly string[] Sound = ["grey-interlaced.png", "420.jpg", "progressive.jpg", "rgb24.bmp", "raw.ppm", "plain.pgm", "interlaced.gif", "lossless.webp", "lossy-alpha.webp", "animated-lossy.webp", "lzw.tif", "rgba16.tif", "rgb.avif", "rgba.avif"];

    [Fact]
    public void A_file_cut_off_anywhere_is_bad()
    {
        foreach (var file in Sound)
        {
            var bytes = GoldenPicturesTests.Bytes(file);
            var spare = file switch
            {
                "420.jpg" => 2,             // its end marker: all pixels are there
                "rgb24.bmp" => 1,           // the filling of its last row
                "plain.pgm" => 2,           // digits of its last value
                _ => 0,
            };
            for (var length = 0; length < bytes.Length - spare; length++) Refused(bytes[..length], $"{file} cut to {length} of {bytes.Length} bytes");
        }
    }

    [Fact]
    public void A_cut_JPEG_is_seen_without_decoding_it_for_use()
    {
        var jpeg = GoldenPicturesTests.Bytes("420.jpg");

        Assert.NotNull(PictureHeader.Read(GoldenPicturesTests.Bytes("without-end.jpg"), "x"));
        for (var length = 3; length < jpeg.Length - 2; length++) Assert.Throws<AdversaException>(() => PictureHeader.Read(jpeg.AsSpan(0, length), "x"));
    }

    [Fact]
    public void A_JPEG_with_pixels_missing_before_its_end_marker_is_bad()
    {
        var jpeg = GoldenPicturesTests.Bytes("420.jpg");

        Assert.Contains("premature end", Refused([.. jpeg[..^40], 0xFF, 0xD9], "x").Message);
    }

    [Fact]
    public void A_JPEG_much_larger_than_the_target_is_decoded_smaller_and_looks_the_same()
    {
        var jpeg = GoldenPicturesTests.Bytes("large.jpg");
        foreach (var fit in Enum.GetValues<Fit>())
        {
            byte[] reduced = new byte[3 * 20 * 20], full = new byte[3 * 20 * 20];
            PictureFile.Decode(jpeg, "x", new(20, 3, fit), reduced);
            PictureFile.Decode(jpeg, "x", new(20, 3, fit) { Scale = JpegScale.Full }, full);
            var differences = reduced.Zip(full, (a, b) => (double)Math.Abs(a - b)).ToList();

            Assert.NotEqual(full, reduced);
            Assert.InRange(differences.Average(), 0, 1);
            Assert.InRange(differences.Max(), 0, 6);
        }
    }

    [Fact]
    public void A_turned_reduced_JPEG_is_the_reduced_one_turned()
    {
        var jpeg = GoldenPicturesTests.Bytes("large.jpg");
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x03\0\0\0\0\0\0\0"u8];
        byte[] upright = new byte[3 * 400], turned = new byte[3 * 400];
        PictureFile.Decode(jpeg, "x", new(20, 3, Fit.Squash), upright);
        Assert.Equal(3, PictureFile.Decode([.. jpeg[..2], .. exif, .. jpeg[2..]], "x", new(20, 3, Fit.Squash), turned).Orientation);

        for (var i = 0; i < turned.Length; i++) Assert.InRange(turned[i] - upright[i / 400 * 400 + 399 - i % 400], -1, 1);        // weights round the other way
    }

    [Theory]
    [InlineData(16385, 1, "16384")]
    [InlineData(16384, 16384, "89478485")]
    [InlineData(16000, 5592, "256 MB")]
    public void What_is_too_large_is_refused_before_anything_is_allocated(int width, int height, string says)
    {
        var png = GoldenPicturesTests.Bytes("rgb.png");
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32.HashToUInt32(png.AsSpan(12, 17)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Refused(png, "x");

        Assert.Equal(DataError.Unsupported, error.Code);
        Assert.Contains(says, error.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Theory]
    [InlineData("grey16.tif", 60000, 9, "16384")]
    [InlineData("grey16.tif", 16000, 5592, "256 MB")]
    [InlineData("rgb.avif", 60000, 9, "16384")]
    [InlineData("rgb.avif", 16000, 5592, "256 MB")]
    public void A_TIFF_or_AVIF_that_claims_too_much_is_refused_before_it_is_decoded(string file, int width, int height, string says)
    {
        var bytes = GoldenPicturesTests.Bytes(file);
        if (file.EndsWith(".avif", StringComparison.Ordinal))
        {
            var size = bytes.AsSpan(bytes.AsSpan().IndexOf("ispe"u8) + 8);
            BinaryPrimitives.WriteInt32BigEndian(size, width);
            BinaryPrimitives.WriteInt32BigEndian(size[4..], height);
        }
        else
        {
            bytes = Tiff((256, width), (257, height), (258, 16), (262, 1), (273, 8), (279, 8));
        }

        var error = Refused(bytes, file);

        Assert.Equal(DataError.Unsupported, error.Code);
        Assert.Contains(says, error.Message);
    }

    [Fact]
    public void A_TIFF_of_tiles_far_larger_than_the_picture_is_refused()
    {
        var tiled = Tiff((256, 13), (257, 9), (258, 8), (262, 1), (322, 16384), (323, 16384), (324, 8), (325, 8));

        Assert.Contains("MB", Refused(tiled, "x").Message);
    }

    [Fact]
    public void An_AVIF_whose_picture_is_larger_than_it_says_is_bad()
    {
        var bytes = GoldenPicturesTests.Bytes("rgb.avif");
        bytes[bytes.AsSpan().IndexOf("ispe"u8) + 11] = 4;

        Assert.Contains("its pixels are damaged", Refused(bytes, "x").Message);
    }

    [Fact]
    public void Grey_is_resized_as_RGB_is()
    {
        var rng = new Rng(5);
        foreach (var (width, height) in new[] { (31, 17), (3, 40), (200, 90), (1, 1), (64, 64) })
        {
            var grey = Enumerable.Range(0, width * height).Select(_ => (byte)rng.NextInt(256)).ToArray();
            byte[] pgm = [.. System.Text.Encoding.ASCII.GetBytes($"P5 {width} {height} 255 "), .. grey];
            byte[] ppm = [.. System.Text.Encoding.ASCII.GetBytes($"P6 {width} {height} 255 "), .. grey.SelectMany(v => Enumerable.Repeat(v, 3))];
            foreach (var fit in Enum.GetValues<Fit>())
            {
                byte[] one = new byte[3 * 23 * 23], three = new byte[3 * 23 * 23];
                PictureFile.Decode(pgm, "x", new(23, 3, fit), one);
                PictureFile.Decode(ppm, "x", new(23, 3, fit), three);
                Assert.Equal(one, three);
            }
        }
    }

    [Fact]
    public void The_type_is_told_by_the_content_and_an_unknown_one_is_no_picture()
    {
        Assert.Equal(PictureFormat.Gif, PictureHeader.Read(GoldenPicturesTests.Bytes("plain.gif"), "a.png")!.Format);
        Assert.Null(PictureHeader.Read("version https://git-lfs.github.com/spec/v1"u8, "a.jpg"));
        Assert.Null(PictureHeader.Read("BMW, 2019"u8, "cars.txt"));
        Assert.Contains("SVG is not read; save it as PNG", Assert.Throws<AdversaException>(() => PictureHeader.Read("<?xml version=\"1.0\"?><svg/>"u8, "a.svg")).Message);
        Assert.Equal(PictureFormat.Avif, PictureHeader.Read(GoldenPicturesTests.Bytes("rgb.avif"), "a.jpg")!.Format);
        Assert.Contains("BigTIFF is not read", Assert.Throws<AdversaException>(() => PictureHeader.Read("II+\0\u0008\0\0\0"u8, "a.tif")).Message);
    }

    [Fact]
    public void A_TIFF_whose_pages_go_round_in_a_circle_is_bad()
    {
        var bytes = Tiff((256, 2), (257, 2), (258, 8), (262, 1), (273, 8), (279, 4));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(bytes.Length - 4), 16);

        Assert.Contains("circle", Refused(bytes, "x").Message);
    }

    [Fact]
    public void Where_libvips_is_missing_the_message_says_what_to_do()
    {
        var error = VipsPixels.Missing("scan.tif", PictureFormat.Tiff, new DllNotFoundException("no libvips.so.42."));

        Assert.Equal((5010, ExitCode.Resource), (error.Code, error.Exit));
        Assert.Contains("scan.tif is TIFF, which is read with libvips, and that does not load: no libvips.so.42. Save it as PNG or JPEG", error.Message);
    }

    /// <summary>Eight bytes of pixels at 8, then the directory of one page.</summary>
    private static byte[] Tiff(params (int Tag, int Value)[] tags)
    {
        var file = new byte[16 + 2 + 12 * tags.Length + 4];
        "II*\0\x10"u8.CopyTo(file);
        file[16] = (byte)tags.Length;
        for (var (i, at) = (0, 18); i < tags.Length; i++, at += 12)
        {
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(at), (short)tags[i].Tag);
            (file[at + 2], file[at + 4]) = (4, 1);
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at + 8), tags[i].Value);
        }

        return file;
    }

    private static AdversaException Refused(byte[] bytes, string name)
    {
        try
        {
            PictureFile.Decode(bytes, name, new(8, 3), new byte[192]);
        }
        catch (AdversaException e)
        {
            Assert.True(e.Code is DataError.Picture or DataError.Unsupported, name);
            return e;
        }

        throw new InvalidOperationException($"{name} was decoded.");
    }
}
