using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Training.Checkpoints;
using Adversa.Training.Folders;
using Adversa.Training.Plans;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests;

/// <summary>A run that an earlier version began: its checkpoints say nothing of how images are counted, nor of the steps of each parameter.</summary>
public sealed class OlderRunTests
{
    [Fact]
    public void It_is_resumed_and_goes_on_counting_as_it_began()
    {
        using var folder = new TemporaryFolder();
        var path = folder["run"];
        Tiny.TrainAndStop(path, Tiny.Recipe("cgan", 6), at: 3);
        MakeOld(new RunFolder(path).Checkpoints.Newest().Good!.Path);

        List<int> said = [];
        using (var run = TrainingRun.Resume(new(path), steps: null, minutes: null, (code, _) => said.Add(code))) Assert.Equal(ExitCode.Done, run.Go(new()));

        Assert.Contains(6006, said);
        var manifest = new RunFolder(path).Checkpoints.Newest().Good!.Manifest!;
        Assert.Equal((6L, 6L * 16, null), (manifest.Step, manifest.Images, manifest.AveragedImages));      // two batches of 8 a step: D's, and G's for its labels
        using var model = new TrainedModel(new(path), static (_, _) => { });
        Assert.NotNull(model.SamplingNetwork);
    }

    [Fact]
    public void A_run_of_this_version_is_resumed_without_a_word_on_counting()
    {
        using var folder = new TemporaryFolder();
        var path = folder["run"];
        Tiny.TrainAndStop(path, Tiny.Recipe("cgan", 6), at: 3);
        List<int> said = [];

        using (var run = TrainingRun.Resume(new(path), steps: null, minutes: null, (code, _) => said.Add(code))) run.Go(new());

        Assert.Empty(said);
    }

    /// <summary>Takes from a checkpoint what earlier versions did not write; its images are theirs too.</summary>
    private static void MakeOld(string path)
    {
        var state = Path.Join(path, "state.json");
        var numbers = JsonNode.Parse(File.ReadAllText(state))!.AsObject();
        foreach (var name in numbers.Select(pair => pair.Key).Where(name => name is "counting" or "images_averaged" || name.Contains(".step.", StringComparison.Ordinal)).ToList()) numbers.Remove(name);
        (numbers["images"], numbers["images_at_round"]) = (48, 48);
        File.WriteAllText(state, numbers.ToJsonString());
        var file = Path.Join(path, "manifest.json");
        var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(file), CheckpointJson.Default.CheckpointManifest)!;
        manifest = manifest with
        {
            Images = 48,
            AveragedImages = null,
            Files = [.. manifest.Files.Select(old => old.Name == "state.json" ? new CheckpointFile(old.Name, new FileInfo(state).Length, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(state)))) : old)],
        };
        File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(manifest.Signed(), CheckpointJson.Default.CheckpointManifest));
    }
}
