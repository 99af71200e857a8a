using System.IO.Compression;
using System.Runtime.InteropServices;
using Adversa.Formats.Pickle;
using Adversa.Formats.Weights;

namespace Adversa.Formats.Tests.Weights;

public sealed class TorchWeightsTests : IDisposable
{
    private static readonly string Root = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "../../../..", "tests", "golden", "weights"));
    private readonly TemporaryFolder _here = new();

    [Theory]
    [InlineData("state.pth")]
    [InlineData("state-old.pth")]
    public void Both_containers_give_every_tensor_as_PyTorch_saved_it(string file)
    {
        var weights = TorchWeights.Read(Path.Join(Root, file));

        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var", "1.num_batches_tracked", "view", "shared", "half", "double", "empty", "spread"], weights.Keys);
        Assert.Equal([2L, 3], weights["0.weight"].Shape);
        Assert.Equal([0f, 1, 2, 3, 4, 5], Floats(weights["0.weight"]));
        Assert.Equal([1f, 2], Floats(weights["0.bias"]));
        Assert.Equal(("i8", 0), (weights["1.num_batches_tracked"].Kind, weights["1.num_batches_tracked"].Shape.Count));
        Assert.Equal([3L, 3], weights["view"].Shape);
        Assert.Equal(new[] { 1f, 5, 9, 2, 6, 10, 3, 7, 11 }.Select(x => x / 8), Floats(weights["view"]));      // strides and offset into a shared block
        Assert.Equal([0.5f, -2], MemoryMarshal.Cast<byte, Half>(weights["half"].Data.Span).ToArray().Select(h => (float)h));
        Assert.Equal(0.1, MemoryMarshal.Read<double>(weights["double"].Data.Span));
        Assert.Equal(0, weights["empty"].Data.Length);
        Assert.Equal([7f, 7, 7, 7, 7, 7], Floats(weights["spread"]));                                              // stride 0
    }

    [Theory]
    [InlineData("module.pth", "__main__", 3041)]
    [InlineData("checkpoint.pth", "model.state_dict()", 6030)]
    [InlineData("script.pt", "TorchScript", 6030)]
    public void Whole_modules_and_scripts_are_refused_by_name(string file, string reason, int code)
    {
        var refusal = Assert.Throws<AdversaException>(() => TorchWeights.Read(Path.Join(Root, file)));

        Assert.Equal((code, ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.Contains(reason == "__main__" ? "which is not read" : reason, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state.pth")]
    [InlineData("state-old.pth")]
    public void A_file_that_is_cut_off_is_to_be_fetched_again(string file)
    {
        var path = Path.Join(_here.Root, file);
        File.WriteAllBytes(path, File.ReadAllBytes(Path.Join(Root, file))[..^100]);

        Assert.Equal(6030, Assert.Throws<AdversaException>(() => TorchWeights.Read(path)).Code);
    }

    [Fact]
    public void No_byte_of_a_file_can_be_changed_or_cut_so_that_anything_else_than_a_refusal_happens()
    {
        foreach (var name in new[] { "state.pth", "state-old.pth" })
        {
            var bytes = File.ReadAllBytes(Path.Join(Root, name));
            var rng = new Rng(1);
            var path = Path.Join(_here.Root, name);
            for (var round = 0; round < 1500; round++)
            {
                var damaged = (byte[])bytes.Clone();
                damaged[rng.NextInt(damaged.Length)] ^= (byte)(1 + rng.NextInt(255));
                File.WriteAllBytes(path, round % 3 == 0 ? damaged[..rng.NextInt(damaged.Length)] : damaged);
                try
                {
                    TorchWeights.Read(path);                       // numbers and names may change unnoticed in the old container
                }
                catch (AdversaException e)
                {
                    Assert.Equal(ExitCode.Data, e.Exit);
                }
            }
        }
    }

    [Fact]
    public void A_tensor_that_reaches_beyond_its_block_is_refused()
    {
        var path = Path.Join(_here.Root, "short.pth");
        using (var from = ZipFile.OpenRead(Path.Join(Root, "state.pth")))
        using (var to = ZipFile.Open(path, ZipArchiveMode.Create))
            foreach (var entry in from.Entries)
            {
                using var source = entry.Open();
                using var memory = new MemoryStream();
                source.CopyTo(memory);
                using var target = to.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                target.Write(memory.ToArray().AsSpan(0, entry.FullName.EndsWith("/data/0", StringComparison.Ordinal) ? 8 : (int)memory.Length));
            }

        Assert.Contains("has 8 bytes", Assert.Throws<AdversaException>(() => TorchWeights.Read(path)).Message, StringComparison.Ordinal);
        File.WriteAllText(path, "no weights");
        Assert.Equal(6030, Assert.Throws<AdversaException>(() => TorchWeights.Read(path)).Code);
    }

    // 25 million floats from one: 100 MB fit, one number more does not, whether in one tensor or in many.
    [Theory]
    [InlineData(1, 25_000_000, true)]
    [InlineData(1, 25_000_001, false)]
    [InlineData(11, 2_500_000, false)]
    [InlineData(1, 500_000_000, false)]
    public void What_tensors_expand_to_is_bounded_by_the_size_of_the_file(int tensors, long size, bool isRead)
    {
        var path = Torch(Enumerable.Range(0, tensors).Select(i => ($"w{i}", 0, new[] { size }, new[] { 0L })), "FloatStorage", [[0, 0, 128, 63]]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        if (isRead) Assert.Equal(4 * size, TorchWeights.Read(path)["w0"].Data.Length);
        else
        {
            var refusal = Assert.Throws<AdversaException>(() => TorchWeights.Read(path));
            Assert.Equal((6030, ExitCode.Data), (refusal.Code, refusal.Exit));
            Assert.Contains("expand to more than 95 MB", refusal.Message, StringComparison.Ordinal);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
        }
    }

    [Theory]
    [InlineData(new[] { 0, 1L << 62, 1L << 62 }, new[] { 1L, 1, 1 }, "more numbers than can be counted")]
    [InlineData(new[] { 1L << 62, 1L << 62, 0 }, new[] { 0L, 0, 0 }, "more numbers than can be counted")]
    [InlineData(new[] { 0L, 1L << 62 }, new[] { 1L, 1L << 62 }, "more numbers than can be counted")]
    [InlineData(new[] { 1L << 33, 1L << 33 }, new[] { 0L, 0 }, "more numbers than can be counted")]
    [InlineData(new[] { 1L << 40 }, new[] { 0L }, "is too large")]
    [InlineData(new[] { 2L }, new[] { 1L }, "reaches beyond its storage")]
    public void Every_product_of_sizes_and_strides_is_checked(long[] sizes, long[] strides, string reason)
    {
        var refusal = Assert.Throws<AdversaException>(() => TorchWeights.Read(Torch([("w", 0, sizes, strides)], "FloatStorage", [[0, 0, 128, 63]])));

        Assert.Equal((6030, ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BFloat16_is_read_as_float32()
    {
        var path = Torch([("w", 0, [3], [1])], "BFloat16Storage", [[0x80, 0x3F, 0x00, 0xC0, 0xCE, 0x42]]);

        Assert.Equal([1f, -2f, 103f], Floats(TorchWeights.Read(path)["w"]));
    }

    // With a search through the archive for each storage this took minutes.
    [Fact]
    public void Four_times_the_storages_take_four_times_as_long_and_not_sixteen()
    {
        var (few, many) = (Seconds(10_000), Seconds(40_000));

        Assert.InRange(many / few, 0, 10);

        // The best of three, and a share of two times: a busy machine slows both.
        double Seconds(int count)
        {
            var path = Torch(Enumerable.Range(0, count).Select(i => ($"w{i}", i, (long[])[1], (long[])[1])), "ByteStorage", [.. Enumerable.Range(0, count).Select(i => (byte[])[(byte)i])]);
            var fastest = Enumerable.Range(0, 3).Min(_ =>
            {
                var clock = System.Diagnostics.Stopwatch.StartNew();
                var weights = TorchWeights.Read(path);
                Assert.Equal((count, (byte)57), (weights.Count, weights["w313"].Data.Span[0]));
                return clock.Elapsed.TotalSeconds;
            });
            File.Delete(path);
            return fastest;
        }
    }

    [Fact]
    public void Names_and_shapes_can_be_refused_before_a_number_is_read() =>
        Assert.Throws<InvalidOperationException>(() => TorchWeights.Read(Torch([("w", 0, [1], [1])], "FloatStorage", [[0, 0, 128, 63]]), shapes =>
        {
            Assert.Equal([1L], shapes["w"]);
            throw new InvalidOperationException("not this one");
        }));

    public void Dispose() => _here.Dispose();

    /// <summary>A file as torch.save writes it: tensors by name, storage, sizes and strides.</summary>
    private string Torch(IEnumerable<(string Name, int Storage, long[] Sizes, long[] Strides)> tensors, string type, IReadOnlyList<byte[]> storages)
    {
        using var pickle = new MemoryStream();
        void Text(string text) => pickle.Write([(byte)'X', .. BitConverter.GetBytes(text.Length), .. System.Text.Encoding.ASCII.GetBytes(text)]);
        void Whole(long value) => pickle.Write([0x8A, 8, .. BitConverter.GetBytes(value)]);
        void Name(string text) => pickle.Write(System.Text.Encoding.ASCII.GetBytes($"c{text}\n"));
        void Tuple(long[] values)
        {
            pickle.WriteByte((byte)'(');
            foreach (var value in values) Whole(value);
            pickle.WriteByte((byte)'t');
        }

        pickle.Write([0x80, 2, (byte)'}']);
        foreach (var (name, storage, sizes, strides) in tensors)
        {
            Text(name);
            Name("torch._utils\n_rebuild_tensor_v2");
            pickle.Write("(("u8);
            Text("storage");
            Name($"torch\n{type}");
            Text($"{storage}");
            Text("cpu");
            Whole(storages[storage].Length / (type switch { "FloatStorage" => 4, "BFloat16Storage" => 2, _ => 1 }));
            pickle.Write("tQ"u8);
            Whole(0);
            Tuple(sizes);
            Tuple(strides);
            pickle.Write([0x89]);
            Name("collections\nOrderedDict");
            pickle.Write(")RtRs"u8);
        }

        pickle.WriteByte((byte)'.');
        var path = Path.Join(_here.Root, "made.pth");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        void Entry(string name, ReadOnlySpan<byte> bytes)
        {
            using var entry = zip.CreateEntry($"made/{name}", CompressionLevel.NoCompression).Open();
            entry.Write(bytes);
        }

        Entry("data.pkl", pickle.ToArray());
        for (var i = 0; i < storages.Count; i++) Entry($"data/{i}", storages[i]);
        return path;
    }

    private static float[] Floats(PickleArray array) => array.Kind == "f4" ? MemoryMarshal.Cast<byte, float>(array.Data.Span).ToArray() : throw new InvalidOperationException(array.Kind);
}
