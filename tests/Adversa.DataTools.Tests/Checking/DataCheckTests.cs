using System.Diagnostics;
using Adversa.DataTools.Checking;
using Adversa.Formats.Png;
using Adversa.Formats.Tests;
using Adversa.Imaging.Pictures;
using Adversa.Worlds.Art;

namespace Adversa.DataTools.Tests.Checking;

public class DataCheckTests
{
    [Fact]
    public void Each_defect_is_found_once_with_its_file_and_nothing_else_is()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 12; i++) folder.Write($"good/{i:D2}.png", Painting(i, 48, 48));
        folder.Write("good/cut.png", Painting(20, 48, 48)[..^30]);
        folder.Write("good/empty.jpg", []);
        folder.Write("good/tiff.tif", [.. "II+\0"u8, .. new byte[40]]);
        folder.Write("good/named.jpg", Painting(21, 48, 48));
        folder.Write("good/small.png", Painting(22, 16, 48));
        folder.Write("good/long.png", Painting(23, 200, 40));
        folder.Write("good/blank.png", PlainPng.Encode(Enumerable.Repeat((byte)77, 48 * 48 * 3).ToArray(), 48, 48, PngColour.Rgb));
        folder.Write("good/grey.png", PlainPng.Encode(new PaintedPixels(ArtPainter.Paint(new Rng(24), 1, 48, 48), 0).Grey, 48, 48, PngColour.Grey));
        folder.Write("good/copy.png", Painting(3, 48, 48));
        folder.Write("good/wide.png", PlainPng.Encode(new PaintedPixels(ArtPainter.Paint(new Rng(25), 2, 48, 48), 0).Wide, 48, 48, PngColour.Rgb, depth: 16));
        folder.Write("good/clear.png", PlainPng.Encode(new PaintedPixels(ArtPainter.Paint(new Rng(26), 2, 48, 48), 0).Rgba, 48, 48, PngColour.Rgba));
        folder.Write("good/turned.jpg", JpegWriter.Encode(ArtPainter.Paint(new Rng(27), 3, 48, 48).Pixels, 48, 48, 3, 90, orientation: 6));
        folder.Write("good/ink.jpg", JpegWriter.Encode(new PaintedPixels(ArtPainter.Paint(new Rng(28), 3, 48, 48), 0).Ink, 48, 48, 4, 90));
        folder.Write("good/moves.gif", new PaintedPixels(ArtPainter.Paint(new Rng(29), 4, 48, 48), 0).Gif());
        folder.Write("good/readme.txt", "text"u8.ToArray());
        var report = DataCheck.Run(folder.Root);

        Assert.Equal(
        [
            "blank good/blank.png", "animated good/moves.gif", "damaged good/cut.png", "damaged good/empty.jpg", "deep good/wide.png", "duplicate good/copy.png", "grey_among_colour good/grey.png",
            "ink good/ink.jpg", "odd_aspect good/long.png", "rotated good/turned.jpg", "too_small good/small.png", "transparent good/clear.png", "unsupported good/tiff.tif", "wrong_extension good/named.jpg",
        ], report.Findings.Where(f => f.Kind.Key() != "grey_among_colour" || f.File != "good/blank.png").Select(f => $"{f.Kind.Key()} {f.File}").Order(StringComparer.Ordinal).OrderBy(line => line[0] == 'b' ? 0 : 1));
        Assert.Equal([["good/03.png", "good/copy.png"]], report.Duplicates);
        Assert.Equal(new Counted(".txt", 1), Assert.Single(report.Others));
    }

    [Theory]
    [InlineData(64, 68, 56, 32, "use --size 32, or --size 56")]
    [InlineData(32, 28, 28, 28, "use --size 28.")]
    [InlineData(128, 64, 64, 64, "use --size 64.")]
    public void A_size_that_a_whole_set_misses_is_one_finding_with_the_size_to_use(int size, int width, int height, int next, string advice)
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 10; i++) folder.Write($"{i}.png", Painting(i, width, height));
        var report = DataCheck.Run(folder.Root, new(Size: size));

        var finding = Assert.Single(report.OfTheSet);
        Assert.Equal((FindingKind.TooSmall, 10, 10), (finding.Kind, finding.Count, report.Good));
        Assert.DoesNotContain(report.Findings, one => one.Kind == FindingKind.TooSmall);
        Assert.Contains($"all 10 pictures have a side below {size} (most are {width}x{height})", finding.Detail.English, StringComparison.Ordinal);
        Assert.Contains(advice, finding.Detail.English, StringComparison.Ordinal);
        Assert.Contains($"--size {next} ", CheckWords.Next(report), StringComparison.Ordinal);
        Assert.True(report.HasDefects);
    }

    /// <summary>The size that nine of ten reach; small ones among larger are found by it, and 32 is where a set half of which reaches it begins.</summary>
    [Theory]
    [InlineData(28, 10, 28, 28, 0)]
    [InlineData(31, 10, 31, 28, 0)]
    [InlineData(20, 10, 20, 16, 0)]
    [InlineData(32, 10, 32, 32, 0)]
    [InlineData(100, 10, 100, 64, 0)]
    [InlineData(100, 19, 40, 64, 1)]
    [InlineData(40, 12, 20, 32, 8)]
    [InlineData(40, 8, 20, 16, 0)]
    public void Without_a_size_the_pictures_suggest_one_and_it_is_told(int side, int many, int other, int suggested, int small)
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 20; i++) folder.Write($"{i:D2}.png", Painting(i, i < many ? side : other, i < many ? side : other));
        var report = DataCheck.Run(folder.Root);

        Assert.Equal((suggested, small), (report.Size, report.Findings.Count(finding => finding.Kind == FindingKind.TooSmall)));
        Assert.DoesNotContain(report.OfTheSet, finding => finding.Kind == FindingKind.TooSmall);
        Assert.EndsWith($"checked for --size {suggested}, which they suggest", CheckWords.Sizes(report), StringComparison.Ordinal);
        Assert.Contains($"--size {suggested} ", CheckWords.Next(report), StringComparison.Ordinal);
        Assert.EndsWith("checked for --size 8", CheckWords.Sizes(DataCheck.Run(folder.Root, new(Size: 8))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_grey_set_stored_in_colour_is_one_finding()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 6; i++)
        {
            var grey = new PaintedPixels(ArtPainter.Paint(new Rng(i), i % 5, 48, 48), 0).Grey;
            folder.Write($"rgb/{i}.png", PlainPng.Encode([.. grey.SelectMany(value => new[] { value, value, value })], 48, 48, PngColour.Rgb));
            folder.Write($"grey/{i}.png", PlainPng.Encode(grey, 48, 48, PngColour.Grey));
        }

        var finding = Assert.Single(DataCheck.Run(folder["rgb"]).OfTheSet);
        Assert.Equal((FindingKind.GreyInColour, 6), (finding.Kind, finding.Count));
        Assert.Contains("--channels 1", finding.Detail.English, StringComparison.Ordinal);
        Assert.Empty(DataCheck.Run(folder["grey"]).OfTheSet);
        folder.Write("rgb/colour.png", Painting(7, 48, 48));
        Assert.Equal("colour.png", Assert.Single(DataCheck.Run(folder["rgb"]).Findings).File);
    }

    [Fact]
    public void A_size_that_most_miss_is_one_finding_and_that_few_miss_is_one_for_each()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 10; i++) folder.Write($"{i}.png", Painting(i, i < 7 ? 40 : 80, i < 7 ? 40 : 80));

        Assert.Equal("7 of 10 pictures have a side below 64 (most are 40x40), so no single one is at fault: use --size 32, or --size 40 where the system takes it, the largest that nine of ten reach.",
            Assert.Single(DataCheck.Run(folder.Root, new(Size: 64)).OfTheSet).Detail.English);
        for (var i = 10; i < 20; i++) folder.Write($"{i}.png", Painting(i, 80, 80));
        var few = DataCheck.Run(folder.Root, new(Size: 64));
        Assert.Empty(few.OfTheSet);
        Assert.Equal(7, few.Findings.Count(finding => finding.Kind == FindingKind.TooSmall));
    }

    [Fact]
    public void A_shape_that_a_whole_set_has_is_one_finding()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 6; i++) folder.Write($"{i}.png", Painting(i, 200, 40));

        var finding = Assert.Single(DataCheck.Run(folder.Root).OfTheSet);
        Assert.Equal((FindingKind.OddAspect, 6), (finding.Kind, finding.Count));
        Assert.Contains("--fit pad", finding.Detail.English, StringComparison.Ordinal);
    }

    // Blobs of their own on one ground, all in the same place: their margin is most of the picture, and they differ.
    [Fact]
    public void Different_drawings_on_one_ground_are_no_near_copies_and_a_drawing_resized_saved_again_brightened_or_moved_is()
    {
        using var folder = new TemporaryFolder();
        byte[] Sprite(int seed, int side, int x, int y, double light = 1)
        {
            var (art, pixels) = (ArtPainter.Paint(new Rng(seed), seed % 5, 32, 32).Pixels, new byte[side * side * 3]);
            for (var row = 0; row < 32; row++)
                for (var column = 0; column < 32; column++)
                {
                    if ((row - 15.5) * (row - 15.5) + (column - 15.5) * (column - 15.5) > 240 - 60 * Math.Abs(Math.Sin(seed + Math.Atan2(row - 15.5, column - 15.5) * (2 + seed % 3)))) continue;
                    for (var c = 0; c < 3; c++) pixels[((row + y) * side + column + x) * 3 + c] = (byte)Math.Clamp(light * (40 + 0.8 * art[(row * 32 + column) * 3 + c]), 0, 255);
                }

            return pixels;
        }

        for (var i = 0; i < 40; i++) folder.Write($"{i:D2}.png", PlainPng.Encode(Sprite(i, 72, 20, 20), 72, 72, PngColour.Rgb));
        Assert.Empty(DataCheck.Run(folder.Root).NearDuplicates);

        folder.Write("90-moved.png", PlainPng.Encode(Sprite(3, 72, 8, 30), 72, 72, PngColour.Rgb));
        folder.Write("91-margin.png", PlainPng.Encode(Sprite(4, 90, 30, 20), 90, 90, PngColour.Rgb));
        folder.Write("92-bright.png", PlainPng.Encode(Sprite(5, 72, 20, 20, 1.1), 72, 72, PngColour.Rgb));
        folder.Write("93-again.jpg", JpegWriter.Encode(Sprite(6, 72, 20, 20), 72, 72, 3, 80));
        byte[] small = Sprite(7, 72, 20, 20), twice = new byte[144 * 144 * 3];
        for (var i = 0; i < 144 * 144; i++) small.AsSpan((i / 144 / 2 * 72 + i % 144 / 2) * 3, 3).CopyTo(twice.AsSpan(i * 3));
        folder.Write("94-twice.png", PlainPng.Encode(twice, 144, 144, PngColour.Rgb));

        Assert.Equal([["03.png", "90-moved.png"], ["04.png", "91-margin.png"], ["05.png", "92-bright.png"], ["06.png", "93-again.jpg"], ["07.png", "94-twice.png"]], DataCheck.Run(folder.Root).NearDuplicates);
    }

    [Fact]
    public void A_table_gives_the_classes_and_says_which_pictures_it_forgets()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 9; i++) folder.Write($"{i}.png", Painting(i, 48, 48));
        folder.Write("metadata.csv", "file_name,label,old\n0.png,cat,yes\n1.png,dog,no\n2.png,dog,no\n3.png,dog,no\nlost.png,owl,no\n"u8.ToArray());
        var report = DataCheck.Run(folder.Root);

        Assert.Equal([new Counted("cat", 1), new("dog", 3)], report.Folders);                     // nobody has a picture of the owl
        Assert.True(report.FoldersAreClasses);
        Assert.Equal(("metadata.csv", 5, 1, 4), (report.Table!.File, report.Table.Rows, report.Table.Attributes, report.Table.Named));
        Assert.Contains("4 pictures have one.", Assert.Single(CheckWords.Tables(report)), StringComparison.Ordinal);
        Assert.Contains("5 pictures have no row in metadata.csv and are left out of training, such as 4.png.", Assert.Single(CheckWords.Tables(report)), StringComparison.Ordinal);
        Assert.Contains("1 row of metadata.csv names no picture and is ignored, such as lost.png in line 6.", Assert.Single(CheckWords.Tables(report)), StringComparison.Ordinal);
        Assert.Empty(report.Others);
        using var page = new StringWriter();
        CheckPage.Write(report, page);
        Assert.Contains("Pictures of each class", page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_within_the_parts_are_read_as_training_reads_them()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 8; i++) folder.Write($"{(i < 5 ? "train" : "test")}/{i}.png", Painting(i, 48, 48));
        folder.Write("train/labels.csv", "file_name,label\n0.png,cat\n1.png,dog\n2.png,dog\n3.png,dog\n"u8.ToArray());
        folder.Write("test/labels.csv", "file_name,label\n5.png,cat\n6.png,owl\n7.png,dog\nlost.png,dog\n"u8.ToArray());
        var report = DataCheck.Run(folder.Root);

        Assert.Equal(
        [
            "test/labels.csv: 4 rows, 0 attributes; every picture has a row. 1 row of labels.csv names no picture and is ignored, such as lost.png in line 5.",
            "train/labels.csv: 4 rows, 0 attributes; 4 pictures have one. 1 picture has no row in labels.csv and is left out of training, such as 4.png.",
        ], CheckWords.Tables(report));
        Assert.Equal([new Counted("cat", 2), new("dog", 4), new("owl", 1)], report.Folders);
        Assert.Empty(report.Others);

        folder.Write("test/labels.csv", "id,label\n5,cat\n5,dog\n"u8.ToArray());
        var finding = Assert.Single(DataCheck.Run(folder.Root).Findings);
        Assert.Equal((FindingKind.Table, "test/labels.csv"), (finding.Kind, finding.File));
    }

    [Fact]
    public void A_damaged_table_is_found_with_its_line_and_stays_where_it_is()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 3; i++) folder.Write($"p/{i}.png", Painting(i, 48, 48));
        folder.Write("p/labels.csv", "id,label\n0,cat\n0,dog\n"u8.ToArray());
        var report = DataCheck.Run(folder["p"]);
        var finding = Assert.Single(report.Findings);

        Assert.Equal((FindingKind.Table, "labels.csv"), (finding.Kind, finding.File));
        Assert.Contains("line 3", finding.Detail.English, StringComparison.Ordinal);
        Assert.True(report.HasDefects);
        Assert.Equal(0, Quarantine.Move(report, folder["aside"]).Moved);
        Assert.True(File.Exists(folder["p/labels.csv"]));
    }

    [Fact]
    public void The_result_does_not_depend_on_the_workers()
    {
        using var folder = new TemporaryFolder();
        ArtFolder.Write(folder["art"], new(150, Damaged: 5), workers: 2);
        string Of(int workers)
        {
            var report = DataCheck.Run(folder["art"], new(Size: 40, Workers: workers, Thumbnails: 30));
            using var page = new StringWriter();
            CheckPage.Write(report, page);
            return CheckJson.Of(report).ToJsonString() + page;
        }

        Assert.Equal(Of(1), Of(4));
    }

    [Fact]
    public void Names_that_are_code_are_text_on_the_page_and_nothing_comes_from_the_network()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 3; i++) folder.Write($"{i}.png", Painting(i, 48, 48));
        folder.Write("<script>alert(1)<\u2044script>\"'\n.png", Painting(5, 10, 10));
        using var page = new StringWriter();
        CheckPage.Write(DataCheck.Run(folder.Root, new(Thumbnails: 10)), page);
        var html = page.ToString();

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal).Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("data:image/png;base64,", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Near_duplicates_are_found_as_comparing_all_pairs_would()
    {
        var rng = new Rng(9);
        ulong[] hashes = [.. Enumerable.Range(0, 400).Select(_ => rng.NextULong())];
        for (var i = 200; i < 400; i++)                                     // near copies of the first half
        {
            hashes[i] = hashes[i - 200];
            for (var n = rng.NextInt(7); n > 0; n--) hashes[i] ^= 1UL << rng.NextInt(64);
        }

        foreach (var radius in new[] { 0, 2, 4, 8 })
        {
            var index = new HammingIndex(radius);
            var found = new List<(int, int)>();
            for (var i = 0; i < hashes.Length; i++)
            {
                var now = i;
                index.Find(hashes[i], (near, _) => found.Add((near, now)));
                index.Add(hashes[i], i);
            }

            var expected = Enumerable.Range(0, hashes.Length).SelectMany(i => Enumerable.Range(0, i).Where(j => System.Numerics.BitOperations.PopCount(hashes[i] ^ hashes[j]) <= radius).Select(j => (j, i)));
            Assert.Equal(expected.Order(), found.Order());
        }
    }

    [Fact]
    public void Bad_files_are_moved_with_their_places_kept_and_nothing_is_overwritten()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 3; i++) folder.Write($"in/{i}.png", Painting(i, 48, 48));
        folder.Write("in/a/bad.png", [1, 2, 3]);
        folder.Write("in/copy.png", Painting(1, 48, 48));
        folder.Write("aside/a/bad.png", "mine"u8.ToArray());
        var (moved, failed) = Quarantine.Move(DataCheck.Run(folder["in"]), folder["aside"], duplicates: true);

        Assert.Equal((2, 0), (moved, failed.Count));
        Assert.Equal("mine", File.ReadAllText(folder["aside/a/bad.png"]));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(folder["aside/a/bad~1.png"]));
        Assert.False(File.Exists(folder["in/a/bad.png"]));
        Assert.True(File.Exists(folder["aside/copy.png"]) && File.Exists(folder["in/1.png"]));
        Assert.Contains($"a/bad~1.png\t{folder["in/a/bad.png"]}\tdamaged\t", File.ReadAllText(folder["aside/quarantine.tsv"]), StringComparison.Ordinal);
        Assert.Equal(2040, Assert.Throws<AdversaException>(() => Quarantine.Check(folder["in"], folder["in/x"])).Code);
        Assert.Equal(3071, Assert.Throws<AdversaException>(() => Quarantine.Check(folder["in/1.png"], folder["y"])).Code);
    }

    [Fact]
    public void Pipes_and_links_that_go_round_do_not_hold_it_up()
    {
        using var folder = new TemporaryFolder();
        folder.Write("0.png", Painting(0, 48, 48));
        File.CreateSymbolicLink(folder["round"], folder.Root);
        using (var make = Process.Start("mkfifo", [folder["pipe.png"]])) make.WaitForExit();

        Assert.Equal(2, DataCheck.Run(folder.Root).Skipped);
    }

    [Fact]
    public void A_folder_without_pictures_is_said_to_be_one()
    {
        using var folder = new TemporaryFolder();
        folder.Write("readme.txt", "text"u8.ToArray());

        Assert.Equal(3006, Assert.Throws<AdversaException>(() => DataCheck.Run(folder.Root)).Code);
    }

    private static byte[] Painting(int seed, int width, int height) => PlainPng.Encode(ArtPainter.Paint(new Rng(seed), seed % 5, Math.Max(16, width), Math.Max(16, height)).Pixels, Math.Max(16, width), Math.Max(16, height), PngColour.Rgb);
}
