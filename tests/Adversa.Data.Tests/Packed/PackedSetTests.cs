using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Adversa.Data.Packed;
using Adversa.Formats.Disk;
using Adversa.Formats.Tests;
using Adversa.Worlds.Digits;
using Adversa.Worlds.Points;

namespace Adversa.Data.Tests.Packed;

public class PackedSetTests
{
    [Fact]
    public void Every_sample_and_label_of_a_world_comes_back_bit_for_bit()
    {
        using var folder = new TemporaryFolder();
        var world = new DigitsWorld(seed: 3);
        PackedSet.Write(world, 300, folder["d.safetensors"], workers: 2);
        using var packed = PackedSource.Open(folder["d.safetensors"]);

        Assert.Equal((300, world.Schema), (packed.Count, packed.Schema));
        var (expected, got) = (new float[784], new float[784]);
        for (var i = 0; i < 300; i++)
        {
            world.Read(i, expected, out var label);
            packed.Read(i, got, out var packedLabel);
            Assert.Equal(label, packedLabel);
            Assert.Equal(expected, got);
        }
    }

    [Fact]
    public void Points_keep_all_bits_of_their_coordinates()
    {
        using var folder = new TemporaryFolder();
        var world = new RingWorld();
        PackedSet.Write(world, 50, folder["r.safetensors"], workers: 1);
        using var packed = PackedSource.Open(folder["r.safetensors"]);
        var (expected, got) = (new float[2], new float[2]);
        world.Read(49, expected, out _);
        packed.Read(49, got, out var label);

        Assert.Equal(expected, got);
        Assert.Equal((-1, FieldKind.Points), (label, packed.Schema.Kind));
    }

    [Fact]
    public void The_bytes_do_not_depend_on_the_workers()
    {
        using var folder = new TemporaryFolder();
        foreach (var workers in new[] { 1, 2, 5 }) PackedSet.Write(new DigitsWorld(), 12_000, folder[$"{workers}"], workers);

        Assert.Equal(File.ReadAllBytes(folder["1"]), File.ReadAllBytes(folder["2"]));
        Assert.Equal(File.ReadAllBytes(folder["1"]), File.ReadAllBytes(folder["5"]));
    }

    [Fact]
    public void Colours_are_stored_side_by_side_as_other_programs_expect()
    {
        using var folder = new TemporaryFolder();
        var colours = new FixedSource(new(FieldKind.Image, 3, 2, 2), [-1, -1, -1, 1, 1, -1, -1, -1, -1, 1, -1, -1]);   // red at 3, green at 0, blue at 1
        PackedSet.Write(colours, 1, folder["c"], workers: 1);
        using var stream = File.OpenRead(folder["c"]);
        var header = SafeTensorsHeader.Read(stream, "c");
        var images = Assert.Single(header.Entries);
        var bytes = new byte[12];
        stream.Position = header.Start + images.Begin;
        stream.ReadExactly(bytes);

        Assert.Equal(("images", "U8"), (images.Name, images.DType));
        Assert.Equal([1, 2, 2, 3], images.Shape);
        Assert.Equal([0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0], bytes);
    }

    [Fact]
    public void A_flipped_bit_is_found_when_its_block_is_touched_and_the_other_blocks_serve_on()
    {
        using var folder = new TemporaryFolder();
        PackedSet.Write(new DigitsWorld(), 12_000, folder["d"], workers: 2);      // 334 pictures of 784 bytes a block
        var bytes = File.ReadAllBytes(folder["d"]);
        using (var stream = File.OpenRead(folder["d"])) bytes[SafeTensorsHeader.Read(stream, "d").Start + 784 * 6000] ^= 4;
        File.WriteAllBytes(folder["d"], bytes);
        using var packed = PackedSource.Open(folder["d"]);
        var values = new float[784];

        packed.Read(0, values, out _);
        packed.Read(11_999, values, out _);
        var refusal = Assert.Throws<AdversaException>(() => packed.Read(6001, values, out _));

        Assert.Equal((3050, ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.Contains("differ from their hash", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_cut_and_any_change_of_labels_or_header_is_refused_when_it_is_opened()
    {
        using var folder = new TemporaryFolder();
        PackedSet.Write(new DigitsWorld(), 20, folder["d"], workers: 1);
        var whole = File.ReadAllBytes(folder["d"]);
        long start;
        using (var stream = File.OpenRead(folder["d"])) start = SafeTensorsHeader.Read(stream, "d").Start;
        for (var length = 0; length < whole.Length; length += 97)
        {
            File.WriteAllBytes(folder["d"], whole[..length]);
            var refusal = Assert.Throws<AdversaException>(() => PackedSource.Open(folder["d"]));
            Assert.Contains(refusal.Code, new[] { 3007, 3050, 6001 });
        }

        var labels = (int)start + 20 * 784;
        whole[labels] ^= 1;
        File.WriteAllBytes(folder["d"], whole);
        Assert.Contains("labels differs from its hash", Assert.Throws<AdversaException>(() => PackedSource.Open(folder["d"])).Message, StringComparison.Ordinal);
        whole[labels] ^= 1;
        for (var at = 0; at < start; at++)       // a changed header is refused, or still tells the truth
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x10;
            File.WriteAllBytes(folder["d"], changed);
            try
            {
                using var opened = PackedSource.Open(folder["d"]);
                Assert.Equal((20, 784), (opened.Count, opened.Schema.Values));
            }
            catch (AdversaException e)
            {
                Assert.Equal(ExitCode.Data, e.Exit);
            }
        }
    }

    [Theory]
    [InlineData("channels", "3", "do not fit the manifest")]
    [InlineData("channels", "2", "values that cannot be")]
    [InlineData("channels", "2147483647", "values that cannot be")]
    [InlineData("height", "0", "values that cannot be")]
    [InlineData("height", "65535", "values that cannot be")]                       // 20 samples of 65,535 x 28 bytes a block would fit, these blocks do not
    [InlineData("width", "2147483647", "values that cannot be")]
    [InlineData("blockSamples", "0", "values that cannot be")]
    [InlineData("blockSamples", "2147483647", "values that cannot be")]
    [InlineData("blockSamples", "10", "2 blocks of samples have 1 hashes")]
    [InlineData("blockHashes", "[]", "1 blocks of samples have 0 hashes")]
    [InlineData("blockHashes", "[null]", "differ from their hash")]
    [InlineData("arrayHashes", """{ "labels": null }""", "labels differs from its hash")]
    [InlineData("arrayHashes", "{}", "labels differs from its hash")]
    [InlineData("classes", "-1", "values that cannot be")]
    [InlineData("classes", "9", "a label is outside 0 to 8")]
    [InlineData("attributes", "[null]", "values that cannot be")]
    [InlineData("attributes", """[{ "name": "a", "categories": 2147483647, "names": [] }]""", "its array attributes is missing")]
    [InlineData("classNames", "[null, null, null, null, null, null, null, null, null, null]", "values that cannot be")]
    [InlineData("bad", "[null]", "values that cannot be")]
    [InlineData("version", "2", "of a newer version")]
    [InlineData("kind", "7", "")]
    [InlineData("source", "null", "manifest cannot be read")]
    [InlineData("more", "1", "manifest cannot be read")]
    public void A_manifest_that_cannot_be_true_is_refused_whatever_it_says(string member, string value, string reason)
    {
        using var folder = new TemporaryFolder();
        PackedSet.Write(new DigitsWorld(), 20, folder["d"], workers: 1);
        Rewrite(folder["d"], manifest => manifest[member] = JsonNode.Parse(value));

        var refusal = Assert.Throws<AdversaException>(() =>
        {
            using var packed = PackedSource.Open(folder["d"]);
            packed.Read(0, new float[packed.Schema.Values], out _);
        });

        Assert.Equal((3050, ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    // A list of two billion names would take 64 gigabytes.
    [Fact]
    public void A_class_of_a_huge_number_costs_no_more_than_the_others()
    {
        using var folder = new TemporaryFolder();
        PackedSet.Write(new DigitsWorld(), 20, folder["d"], workers: 1);
        byte[] huge = [.. BitConverter.GetBytes(int.MaxValue - 1), .. new byte[19 * 4]];
        Rewrite(folder["d"], manifest =>
        {
            (manifest["classes"], manifest["classNames"]) = (int.MaxValue, new JsonArray());
            manifest["arrayHashes"]!["labels"] = Convert.ToHexStringLower(SHA256.HashData(huge));
        }, "labels", huge);
        var before = GC.GetAllocatedBytesForCurrentThread();

        using var packed = PackedSource.Open(folder["d"]);

        Assert.Equal(["0", "2147483646"], packed.ClassNames);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }

    /// <summary>The same file with another manifest, and other bytes of one array.</summary>
    private static void Rewrite(string path, Action<JsonObject> change, string? array = null, byte[]? bytes = null)
    {
        var whole = File.ReadAllBytes(path);
        using var stream = new MemoryStream(whole);
        var header = SafeTensorsHeader.Read(stream, path);
        if (array is not null) bytes!.CopyTo(whole.AsSpan((int)(header.Start + header.Entries.Single(entry => entry.Name == array).Begin)));
        var manifest = JsonNode.Parse(header.Metadata[PackedManifest.Key])!.AsObject();
        change(manifest);
        File.WriteAllBytes(path, [.. SafeTensorsHeader.Write(header.Entries, new Dictionary<string, string> { [PackedManifest.Key] = manifest.ToJsonString() }), .. whole.AsSpan((int)header.Start)]);
    }

    [Fact]
    public void A_file_that_shrinks_while_it_is_read_is_a_bad_sample_and_no_crash()
    {
        using var folder = new TemporaryFolder();
        PackedSet.Write(new DigitsWorld(), 12_000, folder["d"], workers: 2);
        using var packed = PackedSource.Open(folder["d"]);
        using (var cut = System.Diagnostics.Process.Start("truncate", ["-s", "100000", folder["d"]])) cut.WaitForExit();      // the base library would ask for a lock

        Assert.Contains("shorter", Assert.Throws<AdversaException>(() => packed.Read(11_000, new float[784], out _)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_safetensors_file_of_somebody_else_is_told_apart()
    {
        using var folder = new TemporaryFolder();
        var header = SafeTensorsHeader.Write(SafeTensorsHeader.Layout([("weight", "F32", [1])]));
        folder.Write("w.safetensors", [.. header, 0, 0, 0, 0]);

        Assert.Contains("no packed set", Assert.Throws<AdversaException>(() => Known.Open(folder["w.safetensors"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        using var cancel = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => PackedSet.Write(new DigitsWorld(), 40_000, folder["d"], 2, _ => cancel.Cancel(), cancel.Token));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void Another_sample_makes_another_fingerprint_and_the_same_ones_the_same()
    {
        using var folder = new TemporaryFolder();
        PackedSet.Write(new DigitsWorld(), 20, folder["a"], workers: 1);
        PackedSet.Write(new DigitsWorld(), 20, folder["b"], workers: 1);
        PackedSet.Write(new DigitsWorld(seed: 1), 20, folder["c"], workers: 1);

        string Of(string name)
        {
            using var packed = PackedSource.Open(folder[name]);
            return packed.Fingerprint;
        }

        Assert.Equal(Of("a"), Of("b"));
        Assert.NotEqual(Of("a"), Of("c"));
    }

    private sealed class FixedSource(SampleSchema schema, float[] values) : ISampleSource
    {
        public string Name => "fixed";

        public SampleSchema Schema => schema;

        public long Count => 1;

        public string Fingerprint => Convert.ToHexStringLower(Encoding.ASCII.GetBytes(schema.ToString()));

        public void Read(long index, SampleRow row) => values.CopyTo(row.Values);
    }
}
