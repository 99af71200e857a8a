using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Torch;
using Adversa.Training.Checkpoints;
using Adversa.Training.Events;
using Adversa.Training.Folders;
using Adversa.Training.Plans;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests.Checkpoints;

public sealed class SavingTests
{
    [Fact]
    public void The_manifests_hash_covers_every_field()
    {
        var manifest = new CheckpointManifest(1, "run", 7, 1, 99, 1.5, 2000, "recipe", "data", new(FieldKind.Image, 1, 24, 24, 10), [new("a", 3, "ff")], "").Signed();
        CheckpointManifest[] changed =
        [
            manifest with { Format = 2 }, manifest with { Run = "other" }, manifest with { Step = 8 }, manifest with { Update = 0 }, manifest with { Images = 98 },
            manifest with { Seconds = 2 }, manifest with { EmaHalfLife = 1 }, manifest with { RecipeHash = "r" }, manifest with { DataFingerprint = "d" },
            manifest with { Schema = manifest.Schema with { Classes = 9 } }, manifest with { Files = [new("b", 3, "ff")] }, manifest with { Files = [new("a", 4, "ff")] },
            manifest with { Files = [new("a", 3, "fe")] }, manifest with { Files = [] }, manifest with { ClassNames = ["cat"] },
        ];

        Assert.Equal(manifest.Hash, manifest.ComputeHash());
        Assert.NotEqual(manifest.Hash, (manifest with { AveragedImages = 99 }).ComputeHash());                    // missing in manifests of before, whose hashes still hold
        Assert.All(changed, other => Assert.NotEqual(manifest.Hash, other.ComputeHash()));
        var covered = typeof(CheckpointManifest).GetConstructors().Max(c => c.GetParameters().Length) - 1;      // all but the hash
        Assert.Equal(covered, manifest.GetType().GetProperties().Count(p => p.CanWrite && p.Name != "Hash"
            && changed.Any(other => JsonSerializer.Serialize(p.GetValue(other)) != JsonSerializer.Serialize(p.GetValue(manifest)))));
    }

    [Fact]
    public void A_manifest_with_an_unknown_doubled_or_missing_member_is_refused()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("ring", 2));
        var path = folder["run/checkpoints/step-000002/manifest.json"];
        var text = File.ReadAllText(path);
        foreach (var bad in new[] { text.Replace("{\n  \"format\": 1,", "{\n  \"format\": 1, \"x\": 0,", StringComparison.Ordinal),
            text.Replace("\"format\": 1,", "\"format\": 1, \"format\": 1,", StringComparison.Ordinal), text.Replace("  \"format\": 1,\n", "", StringComparison.Ordinal) })
        {
            Assert.NotEqual(text, bad);
            File.WriteAllText(path, bad);
            Assert.Null(new RunFolder(folder["run"]).Checkpoints.Newest().Good);
        }
    }

    [Fact]
    public void Two_newest_whole_checkpoints_are_kept_and_a_damaged_one_does_not_count()
    {
        using var folder = new TemporaryFolder();
        using var setup = Tiny.Setup(Tiny.Recipe("ring"));
        var store = new CheckpointStore(folder.Root, "run");
        for (var i = 0; i < 3; i++) Round(setup, store);
        Assert.Equal(["step-000003", "step-000002"], Names());

        File.AppendAllText(folder["step-000003/state.json"], " ");
        Round(setup, store);
        Assert.Equal(["step-000004", "step-000003", "step-000002"], Names());
        Round(setup, store);
        Assert.Equal(["step-000005", "step-000004"], Names());

        IEnumerable<string> Names() => store.List().Select(checkpoint => checkpoint.Name);
    }

    [Fact]
    public void Saving_changes_nothing_in_the_training_and_the_same_point_is_saved_once()
    {
        using var folder = new TemporaryFolder();
        using var setup = Tiny.Setup(Tiny.Recipe("dcgan"));
        var store = new CheckpointStore(folder.Root, "run");
        Round(setup, store);
        var first = CheckpointStore.HashOf(store.Newest().Good!);
        var written = Directory.GetLastWriteTimeUtc(folder["step-000001"]);

        Tiny.Save(store, setup);

        Assert.Equal(first, Tiny.Hash(setup));
        Assert.Equal(written, Directory.GetLastWriteTimeUtc(folder["step-000001"]));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_weight_that_is_not_finite_is_never_published(float poison)
    {
        using var folder = new TemporaryFolder();
        using var run = Tiny.Start(folder["run"], Tiny.Recipe("dcgan", 12, ("checkpointEvery", 5)));
        var weight = run.Setup.Trainer.Average!.Average.Parameters[0];       // in no loss: only the check before a save can see it
        run.Watch(new Recorder(e =>
        {
            if (e is not StepCompleted { Step: 7 }) return;
            using var scope = new TensorScope();
            using var recording = Autograd.NoGrad();
            weight.CopyInPlace(Tensor.From<float>([.. Enumerable.Repeat(poison, (int)weight.Elements)], weight.Shape));
        }));

        var error = Assert.Throws<AdversaException>(() => run.Go(new()));

        Assert.Equal((4001, ExitCode.Diverged), (error.Code, error.Exit));
        Assert.Contains("ema.", error.Message, StringComparison.Ordinal);
        Assert.Contains("newest safe step is 5", error.Message, StringComparison.Ordinal);
        Assert.Equal(["step-000005"], run.Folder.Checkpoints.List().Select(c => c.Name));
        Assert.Equal("diverged", run.Folder.Status["state"]!.GetValue<string>());
    }

    [Fact]
    public void A_poisoned_last_step_ends_the_run_as_diverged_and_says_so_in_status_and_events()
    {
        using var folder = new TemporaryFolder();
        using var run = Tiny.Start(folder["run"], Tiny.Recipe("ring", 4));
        var weight = run.Setup.Trainer.Average!.Average.Parameters[0];
        run.Watch(new Recorder(e =>
        {
            if (e is not StepCompleted { Step: 4 }) return;
            using var scope = new TensorScope();
            using var recording = Autograd.NoGrad();
            weight.CopyInPlace(Tensor.Full(weight.Shape, double.NaN));
        }));

        Assert.Equal(4001, Assert.Throws<AdversaException>(() => run.Go(new())).Code);

        Assert.Equal("diverged", run.Folder.Status["state"]!.GetValue<string>());
        Assert.Contains("\"diverged\"", File.ReadLines(folder["run/events.jsonl"]).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_diverges_names_itself_and_leaves_the_last_good_checkpoint()
    {
        using var folder = new TemporaryFolder();
        using var run = Tiny.Start(folder["run"], Tiny.Recipe("ring", 12, ("checkpointEvery", 4)));
        var weight = run.Setup.Model.Players[0].Network.Parameters[^1];
        run.Watch(new Recorder(e =>
        {
            if (e is not StepCompleted { Step: 6 }) return;
            using var scope = new TensorScope();
            using var recording = Autograd.NoGrad();
            weight.CopyInPlace(Tensor.Full(weight.Shape, double.NaN));
        }));

        var error = Assert.Throws<AdversaException>(() => run.Go(new()));

        Assert.Equal((4001, ExitCode.Diverged), (error.Code, error.Exit));
        Assert.Contains("step 7", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, run.Folder.Checkpoints.Newest().Good!.Step);
        Assert.Equal("diverged", run.Folder.Status["state"]!.GetValue<string>());
    }

    [Fact]
    public void A_checkpoints_folder_that_cannot_be_made_costs_warnings_until_the_end()
    {
        using var folder = new TemporaryFolder();
        using var run = Tiny.Start(folder["run"], Tiny.Recipe("ring", 12, ("checkpointEvery", 3)));
        File.WriteAllText(folder["run/checkpoints"], "in the way");
        var seen = new Recorder();
        run.Watch(seen);

        var error = Assert.Throws<AdversaException>(() => run.Go(new()));

        Assert.Equal((5007, ExitCode.Resource), (error.Code, error.Exit));
        Assert.Contains("Nothing of this run is safe yet", error.Message, StringComparison.Ordinal);
        Assert.Equal(5007, Assert.Single(seen.Warnings).Code);           // four attempts within a minute
    }

    private static void Round(Setup setup, CheckpointStore store)
    {
        do setup.Trainer.Update(read: false);
        while (!setup.Trainer.AtBoundary);
        Tiny.Save(store, setup);
    }
}
