using System.Text.Json.Nodes;
using Adversa.Training.Checkpoints;
using Adversa.Training.Folders;
using Adversa.Training.Plans;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests;

/// <summary>A stopped and resumed training equals one without a stop, bit for bit. Every system in turn: <see cref="ExactResumeTests"/>.</summary>
public sealed class ResumeTests
{
    [Theory]
    [InlineData("ring")]
    [InlineData("digits")]
    [InlineData("dcgan")]
    [InlineData("classifier")]
    public void Sixty_updates_are_the_same_wherever_they_are_cut(string kind)
    {
        var straight = AfterUpdates(kind, 60);

        Assert.Equal(straight, AfterUpdates(kind, 1, 59));
        Assert.Equal(straight, AfterUpdates(kind, 23, 37));
        Assert.Equal(straight, AfterUpdates(kind, 22, 1, 37));
    }

    [Theory]
    [InlineData("""{ "kind": "linear", "from": 0.01 }""")]
    [InlineData("""{ "kind": "cosine", "warmUp": 7 }""")]
    [InlineData("""{ "kind": "step", "every": 9, "factor": 0.5 }""")]
    public void A_schedule_goes_on_where_it_stood(string schedule)
    {
        (string, JsonNode)[] values = [("schedule", JsonNode.Parse(schedule)!)];
        var straight = AfterUpdates("dcgan", [40], values);

        Assert.Equal(straight, AfterUpdates("dcgan", [23, 17], values));
        Assert.NotEqual(straight, AfterUpdates("dcgan", 40));
    }

    [Theory]
    [InlineData("ring")]
    [InlineData("dcgan")]
    [InlineData("classifier")]
    public void Gathered_batches_go_on_where_they_stood(string kind)
    {
        (string, JsonNode)[] values = [("accumulate", 3)];
        var straight = AfterUpdates(kind, [20], values);

        Assert.Equal(straight, AfterUpdates(kind, [7, 13], values));
        Assert.NotEqual(straight, AfterUpdates(kind, 20));
    }

    [Fact]
    public void The_hash_tells_trainings_apart_by_one_update()
    {
        Assert.NotEqual(AfterUpdates("ring", 59), AfterUpdates("ring", 60));
    }

    [Fact]
    public void A_training_without_an_average_resumes_too()
    {
        Assert.Equal(AfterUpdates("dcgan", [20], [("emaHalfLife", 0)]), AfterUpdates("dcgan", [9, 11], [("emaHalfLife", 0)]));
        Assert.NotEqual(AfterUpdates("dcgan", [20], [("emaHalfLife", 0)]), AfterUpdates("dcgan", 20));
    }

    [Theory]
    [InlineData("ring")]
    [InlineData("dcgan")]
    [InlineData("ddpm")]
    public void Cadence_of_checkpoints_and_pictures_changes_nothing(string kind)
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["plain"], Tiny.Recipe(kind, 12));
        Tiny.Train(folder["busy"], Tiny.Recipe(kind, 12, ("checkpointEvery", 5), ("sampleEvery", 2), ("logEvery", 3)));

        Assert.Equal(Tiny.Hash(folder["plain"]), Tiny.Hash(folder["busy"]));
    }

    [Fact]
    public void A_run_that_was_moved_goes_on_as_if_it_had_not_been()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["straight"], Tiny.Recipe("dcgan", 12));
        Tiny.TrainAndStop(folder["here"], Tiny.Recipe("dcgan", 12), at: 7);
        Directory.Move(folder["here"], folder["there ñ 你"]);

        Assert.Equal(ExitCode.Done, Tiny.Resume(folder["there ñ 你"]));

        Assert.Equal(Tiny.Hash(folder["straight"]), Tiny.Hash(folder["there ñ 你"]));
    }

    [Fact]
    public void A_checkpoint_within_a_round_has_a_name_of_its_own_and_is_newer_than_the_round_before()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["straight"], Tiny.Recipe("ring", 8));
        Tiny.TrainAndStop(folder["cut"], Tiny.Recipe("ring", 8), at: 3);
        UpdateOnce(folder["cut"]);

        Assert.Equal(["step-000003-u0001", "step-000003"], new RunFolder(folder["cut"]).Checkpoints.List().Select(c => c.Name));
        Assert.Equal(ExitCode.Done, Tiny.Resume(folder["cut"]));
        Assert.Equal(Tiny.Hash(folder["straight"]), Tiny.Hash(folder["cut"]));
    }

    [Fact]
    public void A_run_cut_within_its_first_round_still_logs_every_column()
    {
        using var folder = new TemporaryFolder();
        var asked = new StopRequest();
        asked.Ask(ExitCode.Terminated);
        Tiny.Train(folder["cut"], Tiny.Recipe("ring", 4), asked);
        UpdateOnce(folder["cut"]);

        Tiny.Resume(folder["cut"]);

        var lines = File.ReadAllLines(folder["cut/metrics.csv"]);
        Assert.Contains("loss_d", lines[0].Split(','));
        Assert.Contains("loss_g", lines[0].Split(','));
        Assert.Equal(5, lines.Length);
        Assert.All(lines, line => Assert.Equal(lines[0].Split(',').Length, line.Split(',').Length));
    }

    [Fact]
    public void A_run_may_be_taken_further_and_equals_one_that_was_planned_so()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["long"], Tiny.Recipe("ring", 14));
        Tiny.Train(folder["short"], Tiny.Recipe("ring", 9));
        using (var run = TrainingRun.Resume(new(folder["short"]), steps: 14, minutes: null, static (_, _) => { })) run.Go(new());

        Assert.Equal(Tiny.Hash(folder["long"]), Tiny.Hash(folder["short"]));
        Assert.Equal(14, new RunFolder(folder["short"]).Recipe["steps"]!.GetValue<long>());
    }

    [Fact]
    public void Changed_data_and_a_changed_recipe_are_said()
    {
        using var folder = new TemporaryFolder();
        Tiny.TrainAndStop(folder["run"], Tiny.Recipe("ring", 8), at: 3);
        File.WriteAllText(folder["run/recipe.json"], File.ReadAllText(folder["run/recipe.json"]).Replace("\"emaHalfLife\": 2000", "\"emaHalfLife\": 1000", StringComparison.Ordinal));
        List<int> codes = [];

        using (TrainingRun.Resume(new(folder["run"]), null, null, (code, _) => codes.Add(code))) { }

        Assert.Contains(6004, codes);
    }

    private static string AfterUpdates(string kind, params int[] sittings) => AfterUpdates(kind, sittings, []);

    private static string AfterUpdates(string kind, int[] sittings, (string Path, JsonNode Value)[] values)
    {
        using var folder = new TemporaryFolder();
        var store = new CheckpointStore(folder["checkpoints"], "run");
        foreach (var updates in sittings)
        {
            using var setup = Tiny.Setup(Tiny.Recipe(kind, 1000, values));
            if (store.Newest().Good is { } saved) CheckpointStore.Load(saved, setup);
            for (var i = 0; i < updates; i++) setup.Trainer.Update(read: i % 7 == 0);
            Tiny.Save(store, setup);
        }

        return CheckpointStore.HashOf(store.Newest().Good!);
    }

    /// <summary>Takes a stopped run one update further, into a round.</summary>
    private static void UpdateOnce(string path)
    {
        var run = new RunFolder(path);
        using var setup = Tiny.Setup(run.Recipe);
        CheckpointStore.Load(run.Checkpoints.Newest().Good!, setup);
        setup.Trainer.Update(read: false);
        Tiny.Save(run.Checkpoints, setup);
    }
}
