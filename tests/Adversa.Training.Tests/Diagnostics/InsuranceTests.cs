using System.Text.Json.Nodes;
using Adversa.Torch;
using Adversa.Training.Checkpoints;
using Adversa.Training.Events;
using Adversa.Training.Folders;
using Adversa.Training.Plans;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests.Diagnostics;

public sealed class InsuranceTests
{
    [Fact]
    public void The_best_checkpoint_is_kept_however_the_run_ends()
    {
        using var folder = new TemporaryFolder();

        Sabotaged(folder["run"], Recipe("""{ "every": 2 }"""), from: 11);

        var store = new RunFolder(folder["run"]).Checkpoints;
        var best = store.Best()!;
        Assert.InRange(best.Step, 2, 11);
        Assert.Equal([60, 55, best.Step], store.List().Select(checkpoint => checkpoint.Step));
        Assert.All(store.List(), checkpoint => Assert.Null(checkpoint.Problem));
        using var trained = new TrainedModel(new(folder["run"]), static (_, _) => { }, best: true);
        Assert.Equal(best.Step, trained.Manifest.Step);
    }

    [Fact]
    public void A_point_that_is_saved_late_is_the_point_as_it_was()
    {
        using var folder = new TemporaryFolder();
        using var setup = Tiny.Setup(Tiny.Recipe("dcgan"));
        void Update(int times)
        {
            for (var i = 0; i < times; i++) setup.Trainer.Update(read: false);
        }

        Update(5);
        var (then, manifest) = (Tiny.Hash(setup), new CheckpointManifest(CheckpointManifest.CurrentFormat, "", 2, 1, 1, 0, 0, "", "", setup.Source.Schema, [], ""));
        using var snapshot = new Snapshot(setup);
        Update(4);
        var store = new CheckpointStore(folder.Root, "late");
        store.Save(snapshot, manifest);

        Assert.Equal(then, CheckpointStore.HashOf(store.Newest().Good!));
        Assert.NotEqual(then, Tiny.Hash(setup));
    }

    [Fact]
    public void A_run_past_its_peak_stops_when_that_is_asked_for()
    {
        using var folder = new TemporaryFolder();

        var seen = Sabotaged(folder["run"], Recipe("""{ "every": 1, "whenWorse": "stop" }"""), from: 11);

        Assert.Equal(4011, Assert.Single(seen.Warnings).Code);
        Assert.InRange(seen.Events.OfType<RunEnded>().Single().Step, 16, 40);
        Assert.Equal("finished", new RunFolder(folder["run"]).Status["state"]!.ToString());
    }

    [Fact]
    public void A_run_that_is_not_asked_to_stop_goes_on()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(60, Sabotaged(folder["run"], Recipe("""{ "every": 1 }"""), from: 11).Events.OfType<RunEnded>().Single().Step);
    }

    private static JsonObject Recipe(string doctor) => Tiny.Recipe("ring", 60, ("doctor", JsonNode.Parse(doctor)!), ("checkpointEvery", 5));

    /// <summary>From a step on, the generator draws ever farther from the data.</summary>
    private static Recorder Sabotaged(string path, JsonObject recipe, long from)
    {
        using var run = Tiny.Start(path, recipe);
        var seen = new Recorder(e =>
        {
            if (e is not StepCompleted || e.Step < from) return;
            using var scope = new TensorScope();
            using var _ = Autograd.NoGrad();
            foreach (var weight in run.Setup.Model.Players[0].Network.Parameters) Blow(weight);
            foreach (var weight in run.Setup.Trainer.Average?.Average.Parameters ?? []) Blow(weight);
        });
        run.Watch(seen);
        Assert.Equal(ExitCode.Done, run.Go(new()));
        return seen;
    }

    private static void Blow(Tensor weight)
    {
        if (weight.Abs().Mean().Item() < 100) weight.CopyInPlace(weight.Clone() * 5);
    }
}
