using Adversa.Data.Files;
using Adversa.Formats.Png;
using Adversa.Formats.Tests;

namespace Adversa.Data.Tests.Files;

/// <summary>Pairs and collections without pairs.</summary>
public sealed class PairedSourceTests
{
    [Fact]
    public void The_left_half_of_a_picture_is_the_input_and_the_right_half_what_it_becomes()
    {
        using var folder = new TemporaryFolder();
        SideBySide(folder, "a.png", 64, left: 10, right: 200);
        SideBySide(folder, "b.png", 48, left: 20, right: 210);
        using var pairs = (PairedSource)Known.Open($"pairs:{folder.Root}", new(32));
        using var swapped = (PairedSource)Known.Open($"pairs-ba:{folder.Root}", new(32));

        Assert.Equal([new(Field.Image, FieldKind.Image, 3, 32, 32), new(Field.Input, FieldKind.Image, 3, 32, 32)], pairs.Schema.Fields);
        for (var i = 0; i < 2; i++)
        {
            Assert.All(Levels(pairs, i, Field.Input), level => Assert.Equal(10 * (i + 1), level));
            Assert.All(Levels(pairs, i, Field.Image), level => Assert.Equal(200 + 10 * i, level));
            Assert.Equal(Levels(pairs, i, Field.Input), Levels(swapped, i, Field.Image));
        }

        Assert.NotEqual(pairs.Fingerprint, swapped.Fingerprint);
    }

    [Fact]
    public void Two_folders_are_paired_by_name_and_who_has_no_partner_is_named()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, level) in new[] { ("A/1.png", 10), ("A/2.png", 20), ("A/3.png", 30), ("B/2.png", 120), ("B/3.jpg.png", 1), ("B/1.png", 110) }) folder.WritePng(name, 24, (byte)level);
        using var pairs = (PairedSource)Known.Open($"pairs:{folder.Root}");

        Assert.Equal((2, "A/1.png"), (pairs.Count, pairs.NameOf(0)));
        Assert.Equal((10, 110, 20, 120), (Levels(pairs, 0, Field.Input)[0], Levels(pairs, 0, Field.Image)[0], Levels(pairs, 1, Field.Input)[0], Levels(pairs, 1, Field.Image)[0]));
        Assert.Contains(pairs.Notes, note => note.English.Contains("1 picture of A has no partner and is left out, such as A/3.png", StringComparison.Ordinal));
        Assert.Contains(pairs.Notes, note => note.Spanish.Contains("1 imagen de B no tiene pareja", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("train/A/", "train/B/", "test/A/", "test/B/")]
    [InlineData("A/train/", "B/train/", "A/val/", "B/val/")]
    [InlineData("trainA/", "trainB/", "testA/", "testB/")]
    public void Parts_of_two_sides_are_found_in_whatever_order_folders_say_them(string trainA, string trainB, string testA, string testB)
    {
        using var folder = new TemporaryFolder();
        foreach (var (within, level) in new[] { (trainA, 10), (trainB, 20), (testA, 30), (testB, 40) }) folder.WritePng($"{within}x.png", 24, (byte)level);
        using var train = (PairedSource)Known.Open($"pairs:{folder.Root}");
        using var test = (PairedSource)Known.Open($"pairs:{folder.Root}", new(Split: Split.Test));
        using var apart = (UnpairedSource)Known.Open($"domains:{folder.Root}");

        Assert.Equal((10, 20), (Levels(train, 0, Field.Input)[0], Levels(train, 0, Field.Image)[0]));
        Assert.Equal((30, 40), (Levels(test, 0, Field.Input)[0], Levels(test, 0, Field.Image)[0]));
        Assert.Equal((10, 20), (Levels(apart, 0, Field.Input)[0], Levels(apart, 0, Field.Image)[0]));
    }

    [Fact]
    public void A_pair_whose_sides_do_not_fit_is_one_bad_sample_that_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.WritePng("A/1.png", 24, 1);
        folder.WritePng("B/1.png", 32, 1);
        using var odd = new TemporaryFolder();
        Picture(odd, "odd.png", 33, 16, _ => 1);
        SideBySide(odd, "sound.png", 32, 1, 2);
        using var sizes = Known.Open($"pairs:{folder.Root}") as PairedSource;
        using var width = Known.Open($"pairs:{odd.Root}") as PairedSource;

        Assert.Contains("A/1.png is 24x24 and its partner is 32x32", Assert.Throws<AdversaException>(() => Levels(sizes!, 0, Field.Image)).Message, StringComparison.Ordinal);
        var error = Assert.Throws<AdversaException>(() => Levels(width!, 0, Field.Image));
        Assert.Equal((3049, ExitCode.Data), (error.Code, error.Exit));
        Assert.Contains("odd.png is 33x16", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, Levels(width!, 1, Field.Image)[0]);
    }

    [Fact]
    public void Sides_that_share_no_name_are_refused_with_the_way_out()
    {
        using var folder = new TemporaryFolder();
        folder.WritePng("A/1.png", 24, 1);
        folder.WritePng("B/2.png", 24, 1);
        using var plain = new TemporaryFolder();
        plain.WritePng("1.png", 24, 1);

        Assert.Contains("domains:", Assert.Throws<AdversaException>(() => Known.Open($"pairs:{folder.Root}")).Message, StringComparison.Ordinal);
        Assert.Contains("trainA and trainB", Assert.Throws<AdversaException>(() => Known.Open($"domains:{plain.Root}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Collections_are_the_same_where_both_are_and_the_smaller_says_how_large_a_batch_may_be()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 6; i++) folder.WritePng($"a/{i}.png", 24, (byte)(10 + i));
        for (var i = 0; i < 4; i++) foreach (var side in new[] { "b", "c" }) folder.WritePng($"{side}/{i}.png", 24, (byte)(side[0] + i));
        string[] specs = [$"domains:{folder["a"]},{folder["b"]}", $"domains:{folder["a"]},{folder["c"]}", $"domains:{folder["c"]},{folder["b"]}"];
        var sources = specs.Select(spec => (UnpairedSource)Known.Open(spec)).ToList();
        using var stream = new BatchStream(sources[0], 6, seed: 5);

        Assert.Equal(4, stream.BatchSize);
        Assert.Distinct(sources.Select(source => source.Fingerprint));
        Assert.Equal([false, false, true], sources.Select(source => source.Repeated is null));
        foreach (var source in sources) source.Dispose();
    }

    // Translators learn from every combination; one fixed order for both would be pairs that mean nothing.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_collection_is_drawn_in_an_order_of_its_own_also_from_a_packed_set(bool isPacked)
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 6; i++) folder.WritePng($"a/{i}.png", 24, (byte)(10 + i));
        for (var i = 0; i < 4; i++) folder.WritePng($"b/{i}.png", 24, (byte)(100 + i));
        var source = Known.Open($"domains:{folder["a"]},{folder["b"]}");
        if (isPacked)
        {
            Data.Packed.PackedSet.Write(source, source.Count, folder["set.safetensors"], workers: 1);
            source = Known.Open(folder["set.safetensors"]);
        }

        using var owned = source as IDisposable;
        using var stream = new BatchStream(source, 2, seed: 5);
        var met = new HashSet<(int, int)>();
        var given = new List<int>();
        for (var step = 0; step < 60; step++)
        {
            var batch = stream.Next();
            for (var i = 0; i < 2; i++)
            {
                given.Add(Level(batch.Row(i).Floats(Field.Input)[0]));
                met.Add((given[^1], Level(batch.Row(i).Values[0])));
            }
        }

        Assert.Equal(6, given.Take(6).Distinct().Count());                       // a pass shows each once
        Assert.Equal(24, met.Count);
    }

    [Fact]
    public void Grey_beside_colour_becomes_colour_and_both_get_one_size()
    {
        using var folder = new TemporaryFolder();
        folder.WritePng("grey/1.png", 24, 1);
        folder.WritePng("colour/1.png", 40, 1, channels: 3);
        using var source = (UnpairedSource)Known.Open($"domains:{folder["grey"]},{folder["colour"]}");

        Assert.Equal([3, 24, 24], source.Schema.Drawn.Shape);
        Assert.True(source.Schema.Find(Field.Input)!.IsApart);
        Assert.Equal("domains:", Known.FullPath($"domains:{folder["grey"]},{folder["colour"]}")[..8]);
        Assert.Equal($"domains:digits,{folder["grey"]}", Known.FullPath($"domains:digits,{folder["grey"]}"));
    }

    private static int[] Levels(ISampleSource source, long index, string field)
    {
        var row = new Batch(source.Schema, 1).Row(0);
        source.Read(index, row);
        return [.. row.Floats(field).ToArray().Select(Level)];
    }

    private static int Level(float value) => (int)Math.Round((value + 1) * 127.5);

    private static void SideBySide(TemporaryFolder folder, string name, int side, byte left, byte right) => Picture(folder, name, 2 * side, side, x => x < side ? left : right);

    private static void Picture(TemporaryFolder folder, string name, int width, int height, Func<int, byte> level)
    {
        var picture = new Raster(width, height, 1);
        for (var i = 0; i < picture.Pixels.Length; i++) picture.Pixels[i] = level(i % width);
        using var file = new MemoryStream();
        PngWriter.Write(file, picture);
        folder.Write(name, file.ToArray());
    }
}
