using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Adversa.Data.Tests.Weights;

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

    public void Dispose() => _here.Dispose();

    private static float[] Floats(PickleArray array) => array.Kind == "f4" ? MemoryMarshal.Cast<byte, float>(array.Data.Span).ToArray() : throw new InvalidOperationException(array.Kind);
}
