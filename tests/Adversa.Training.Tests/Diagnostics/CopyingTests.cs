using System.Text.Json.Nodes;
using Adversa.Formats.Png;
using Adversa.Imaging.Pictures;
using Adversa.Torch;
using Adversa.Training.Checkpoints;
using Adversa.Training.Diagnostics;
using Adversa.Training.Events;
using Adversa.Training.Folders;

namespace Adversa.Training.Tests.Diagnostics;

/// <summary>What becomes of a run whose samples come nearer to the training samples than held-out ones.</summary>
public sealed class CopyingTests
{
    [Fact]
    public void Two_examinations_in_a_row_are_needed_and_copies_are_never_the_best()
    {
        var watch = new QualityWatch();
        bool See(long round, double distance, double z) => watch.See(round, new() { ["distance"] = distance, ["copying_z"] = z });

        Assert.True(See(10, 2, 0.3));
        Assert.False(See(20, 1, -1.2));                  // nearer, by copying
        Assert.False(watch.IsCopying);
        Assert.True(See(30, 1.5, -0.9));
        Assert.False(See(40, 1, -1.2));
        Assert.False(watch.IsCopying);
        Assert.False(See(50, 1, -1.1));
        Assert.True(watch.IsCopying);
        Assert.Equal(30, watch.BestStep);
    }

    [Fact]
    public void Z_tells_copies_from_other_samples_of_the_same_kind()
    {
        using var scope = new TensorScope();
        using var data = new RunData("first:60:digits");
        var references = new References(data.Train, new First(data.Test!, 20), 60, 60);
        Tensor Of(Adversa.Data.ISampleSource source, int count) => Tensor.From(Adversa.Data.SpreadSamples.Read(source, count).Values, count, 1, 28, 28);

        Assert.InRange(references.Copies(Of(new First(data.Test!, 500), 60), data.Train).Z!.Value, -2, 2);
        Assert.InRange(references.Copies(Of(data.Train, 60), data.Train).Z!.Value, double.NegativeInfinity, -5);
        Assert.InRange(references.Copies(Tensor.Zeros([60, 1, 28, 28]) + 1, data.Train).Z!.Value, 5, double.PositiveInfinity);
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("goOn")]
    public void A_run_that_copies_goes_back_to_its_best_point_and_stops_where_that_is_asked_for(string whenCopying)
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 40; i++) Write(folder[$"set/train/{i:D2}.png"], level: 0, i);                 // black, and what is held back is dark grey:
        for (var i = 0; i < 20; i++) Write(folder[$"set/test/{i:D2}.png"], level: 70, i);                 // whoever learns black comes nearer than it is
        var recipe = Tiny.Recipe("dcgan", 300, ("data", folder["set"]), ("size", 24), ("doctor", JsonNode.Parse($$"""{ "every": 5, "whenCopying": "{{whenCopying}}" }""")!), ("options.learningRate", 0.02));

        using var run = Tiny.Start(folder["run"], recipe);
        var seen = new Recorder();
        run.Watch(seen);
        Assert.Equal(ExitCode.Done, run.Go(new()));

        var (end, store) = (seen.Events.OfType<RunEnded>().Single().Step, new RunFolder(folder["run"]).Checkpoints);
        Assert.Contains(seen.Events.OfType<Examined>(), e => e.Values["copying_z"] < -1);
        if (whenCopying == "goOn")
        {
            Assert.Equal(300, end);
            return;
        }

        Assert.Equal(4015, Assert.Single(seen.Warnings, warning => warning.Code is > 4000 and < 5000).Code);
        Assert.InRange(end, 10, 295);
        var copied = seen.Events.OfType<Examined>().Where(e => e.Values["copying_z"] < -1).Select(e => e.Step).ToList();
        Assert.DoesNotContain(store.Best()!.Step, copied);
        Assert.Equal(Values(store.Best()!), Values(store.Newest().Good!));                                // the newest state is the best one
    }

    private static string Values(CheckpointInfo checkpoint) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Join(checkpoint.Path, "model.safetensors"))));

    private static void Write(string path, byte level, int seed)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var (picture, rng) = (new Raster(24, 24, 1), new Rng(seed));
        for (var i = 0; i < picture.Pixels.Length; i++) picture.Pixels[i] = (byte)(level + rng.NextInt(12));
        using var file = File.Create(path);
        PngWriter.Write(file, picture);
    }

    /// <summary>The first samples of a source without an end.</summary>
    private sealed class First(Adversa.Data.ISampleSource inner, long count) : Adversa.Data.ISampleSource
    {
        public string Name => "first";

        public SampleSchema Schema => inner.Schema;

        public long Count => count;

        public string Fingerprint => "first";

        public void Read(long index, SampleRow row) => inner.Read(index, row);
    }
}
