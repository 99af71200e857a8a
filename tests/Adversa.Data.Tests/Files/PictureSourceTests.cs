using System.Diagnostics;
using System.IO.Hashing;
using Adversa.Data.Files;
using Adversa.Formats;
using Adversa.Formats.Png;
using Adversa.Formats.Tests;
using Adversa.Imaging.Codecs;

namespace Adversa.Data.Tests.Files;

public class PictureSourceTests
{
    [Fact]
    public void Damaged_pictures_among_good_ones_are_found_at_first_touch_replaced_and_named()
    {
        using var folder = Good(198);
        var broken = TemporaryFolder.Png(24, 7);
        broken[^20] ^= 1;
        folder.Write("b1.png", broken);
        folder.Write("b2.png", "this is text"u8.ToArray());
        folder.Write("notes.txt", "this is text"u8.ToArray());
        folder.Write(".hidden.png", broken);
        using var source = PictureSource.Open(folder.Root);
        using var stream = new BatchStream(source, 50, seed: 1);
        for (var i = 0; i < 8; i++) stream.Next();

        Assert.Equal("samples=200 bad=0 skipped=1", source.Report.ToString());
        Assert.Equal(["b1.png", "b2.png"], stream.BadSamples.Select(b => b.Name).Order(StringComparer.Ordinal));
        Assert.Contains("checksum", stream.BadSamples.Single(b => b.Name == "b1.png").Reason.English);
        Assert.Equal(new SampleSchema(FieldKind.Image, 1, 24, 24), source.Schema);
    }

    [Fact]
    public void More_than_a_tenth_bad_ends_the_training_and_a_tenth_does_not()
    {
        using var folder = Good(90);
        for (var i = 0; i < 10; i++) folder.Write($"b{i}.png", "x"u8.ToArray());
        using (var source = PictureSource.Open(folder.Root))
        using (var stream = new BatchStream(source, 50, seed: 1))
        {
            for (var i = 0; i < 4; i++) stream.Next();
            Assert.Equal(10, stream.BadCount);
        }

        folder.Write("b10.png", "x"u8.ToArray());
        using var worse = PictureSource.Open(folder.Root);
        using var ending = new BatchStream(worse, 50, seed: 1);
        var refusal = Assert.Throws<AdversaException>(() =>
        {
            for (var i = 0; i < 4; i++) ending.Next();
        });

        Assert.Equal((3005, ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.Contains("11 of 101 samples", refusal.Message);
    }

    [Fact]
    public void More_than_a_thousandth_gone_ends_the_training_though_a_tenth_may_be_bad()
    {
        using var folder = Good(100);
        using var source = PictureSource.Open(folder.Root);
        for (var i = 0; i < 10; i++) File.Delete(folder[$"g{i}.png"]);
        using var stream = new BatchStream(source, 50, seed: 1);
        var refusal = Assert.Throws<AdversaException>(() =>
        {
            for (var i = 0; i < 4; i++) stream.Next();
        });

        Assert.Contains("10 of 100 samples", refusal.Message);
        Assert.Contains("0.1 %", refusal.Message);
    }

    [Fact]
    public void A_folder_whose_pictures_are_all_bad_is_refused_when_it_is_opened()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 3; i++) folder.Write($"b{i}.png", "x"u8.ToArray());

        Assert.Contains("all of them are bad", Assert.Throws<AdversaException>(() => PictureSource.Open(folder.Root)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_without_an_ending_is_found_by_its_content_and_a_folder_within_a_class_belongs_to_it()
    {
        using var folder = new TemporaryFolder();
        folder.WritePng("cats/old/1", 32, 10);
        folder.WritePng("cats/2.png", 32, 10);
        folder.WritePng("dogs/3.png", 32, 10);
        folder.Write("dogs/readme", "text"u8.ToArray());
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal("samples=3 bad=0 skipped=1", source.Report.ToString());
        Assert.Equal([0, 0, 1], Enumerable.Range(0, 3).Select(i => source.LabelOf(i)));
    }

    [Fact]
    public void An_empty_folder_is_refused()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(3006, Assert.Throws<AdversaException>(() => PictureSource.Open(folder.Root)).Code);
    }

    [Fact]
    public void Pixels_arrive_exactly_and_subfolders_are_classes()
    {
        using var folder = new TemporaryFolder();
        folder.WritePng("zebra/1.png", 32, 10, channels: 3);
        folder.WritePng("ant/2.jpg", 32, 100);                       // the content decides, not the name
        var source = PictureSource.Open(folder.Root);
        var values = new float[3 * 32 * 32];
        source.Read(1, values, out var label);

        Assert.Equal(["ant", "zebra"], source.ClassNames);
        Assert.Equal(new SampleSchema(FieldKind.Image, 3, 32, 32, Classes: 2), source.Schema);
        Assert.Equal(1, label);
        for (var i = 0; i < values.Length; i++)
        {
            var (c, pixel) = (i / 1024, i % 1024);
            Assert.Equal((float)((10 + (pixel * 3 + c) % 32) / 127.5 - 1), values[i]);
        }
    }

    [Fact]
    public void Folders_that_are_numbers_are_in_the_order_of_numbers_and_stay_apart()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "10", "2", "1", "01", "-3", "other", "1.5" }) folder.WritePng($"{name}/a.png", 32, 1);
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal(["-3", "01", "1", "1.5", "2", "10", "other"], source.ClassNames);
    }

    [Fact]
    public void Folders_that_are_no_classes_because_of_one_picture_are_said()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "cat/1.png", "dog/1.png", "stray.png" }) folder.WritePng(name, 32, 1);
        using var source = PictureSource.Open(folder.Root);

        Assert.Empty(source.ClassNames);
        Assert.Equal("2 folders, but no classes: every picture must lie in one of them, and 1 does not, such as stray.png.", Assert.Single(source.Notes).English);
    }

    [Fact]
    public void Larger_pictures_are_averaged_down()
    {
        using var folder = new TemporaryFolder();
        var picture = new Raster(2, 2, 1);
        byte[] pixels = [10, 30, 20, 40];
        pixels.CopyTo(picture.Pixels, 0);
        using (var stream = File.Create(folder["a.png"])) PngWriter.Write(stream, picture);
        var value = new float[1];
        PictureSource.Open(folder.Root, new(Size: 1)).Read(0, value, out _);

        Assert.Equal((float)(25 / 127.5 - 1), value[0]);              // (10 + 30 + 20 + 40) / 4
    }

    [Fact]
    public void Links_and_pipes_are_neither_followed_nor_opened()
    {
        using var folder = Good(3);
        File.CreateSymbolicLink(folder["link.png"], folder["g0.png"]);
        File.CreateSymbolicLink(folder["up"], folder.Root);
        using (var make = Process.Start("mkfifo", [folder["pipe.png"]])) make.WaitForExit();

        Assert.Equal("samples=3 bad=0 skipped=3", PictureSource.Open(folder.Root).Report.ToString());
    }

    [Fact]
    public void The_fingerprint_sees_names_and_contents()
    {
        using var folder = Good(3);
        var before = PictureSource.Open(folder.Root).Fingerprint;
        folder.WritePng("g0.png", 24, 99);
        var changed = PictureSource.Open(folder.Root).Fingerprint;
        File.Move(folder["g0.png"], folder["h0.png"]);

        Assert.Equal(3, new[] { before, changed, PictureSource.Open(folder.Root).Fingerprint }.Distinct().Count());
    }

    [Fact]
    public void A_file_that_vanishes_while_training_is_a_bad_sample()
    {
        using var folder = Good(30);
        using var stream = new BatchStream(PictureSource.Open(folder.Root), 10, seed: 1);
        File.Delete(folder["g3.png"]);
        for (var i = 0; i < 6; i++) stream.Next();

        Assert.Equal("g3.png", Assert.Single(stream.BadSamples).Name);
    }

    [Fact]
    public void A_PNG_cut_off_anywhere_or_with_a_changed_bit_is_bad()
    {
        var sound = TemporaryFolder.Png(8, 0);
        for (var length = 8; length < sound.Length; length++)
            Assert.Throws<AdversaException>(() => PictureHeader.Read(sound.AsSpan(0, length), "x"));
        for (var at = 8; at < sound.Length; at++)
        {
            var damaged = sound.ToArray();
            damaged[at] ^= 16;
            Assert.Throws<AdversaException>(() => PictureHeader.Read(damaged, "x"));
        }
    }

    [Fact]
    public void Too_few_pixels_in_a_sound_container_are_bad()
    {
        var file = TemporaryFolder.Png(8, 0);
        file[23]++;                                                  // one row more than there are pixels
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(29), Crc32.HashToUInt32(file.AsSpan(12, 17)));
        Assert.NotNull(PictureHeader.Read(file, "x"));

        Assert.Contains("expected 81 bytes of pixels; got 72", Assert.Throws<AdversaException>(() => PictureFile.Decode(file, "x", new(8, 1), new byte[64])).Message);
    }

    [Fact]
    public void Giant_pictures_are_refused_before_any_decoder_sees_them()
    {
        var file = TemporaryFolder.Png(8, 0);
        file[18] = 0xFF;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(29), Crc32.HashToUInt32(file.AsSpan(12, 17)));

        Assert.Contains("16384", Assert.Throws<AdversaException>(() => PictureHeader.Read(file, "x")).Message);
    }

    [Theory]
    [InlineData("32", null)]
    [InlineData("24", null)]
    [InlineData("40", "--size 40 is more than most pictures have (36x36): they are enlarged and show nothing more. --size 36 shows as much where the system takes it, and --size 32 is quicker.")]
    [InlineData("1024", "--size 1024 is more than most pictures have (36x36)")]
    [InlineData("64x48", "--size 64x48 is more than most pictures have (36x36)")]
    public void A_size_that_most_pictures_miss_is_said_with_the_sizes_that_they_have(string size, string? note)
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 19; i++) folder.WritePng($"g{i}.png", 36, (byte)i);
        folder.WritePng("large.png", 2000, 9);
        using var source = PictureSource.Open(folder.Root, new(PictureSize.Read(size)!.Value));

        if (note is null) Assert.Empty(source.Notes);
        else Assert.StartsWith(note, Assert.Single(source.Notes).English, StringComparison.Ordinal);
    }

    private static TemporaryFolder Good(int count)
    {
        var folder = new TemporaryFolder();
        for (var i = 0; i < count; i++) folder.WritePng($"g{i}.png", 24, (byte)(i * 3));
        return folder;
    }
}
