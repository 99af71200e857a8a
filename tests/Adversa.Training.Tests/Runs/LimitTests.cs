using System.Text.Json.Nodes;
using Adversa.Training.Folders;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests.Runs;

/// <summary>What ends a run: steps, minutes, and both on resume.</summary>
public class LimitTests
{
    [Fact]
    public void Steps_that_lie_behind_the_run_are_refused_and_its_recipe_keeps_its_length()
    {
        using var folder = new TemporaryFolder();
        Tiny.TrainAndStop(folder["run"], Tiny.Recipe("ring", 20), at: 6);

        var error = Assert.Throws<AdversaException>(() => TrainingRun.Resume(new(folder["run"]), steps: 5, minutes: null, static (_, _) => { }));

        Assert.Equal((2012, ExitCode.Usage), (error.Code, error.Exit));
        Assert.Contains("Write 11 for 5 more", error.Text.English, StringComparison.Ordinal);
        Assert.Equal(20, new RunFolder(folder["run"]).Recipe["steps"]!.GetValue<long>());
    }

    [Fact]
    public void Steps_that_the_run_has_reached_are_nothing_to_do_and_change_nothing()
    {
        using var folder = new TemporaryFolder();
        Tiny.TrainAndStop(folder["run"], Tiny.Recipe("ring", 20), at: 6);
        var before = File.ReadAllText(folder["run/recipe.json"]);

        using (var run = TrainingRun.Resume(new(folder["run"]), steps: 6, minutes: null, static (_, _) => { }))
            Assert.Equal((6L, 6L), (run.Setup.Trainer.Round, run.Setup.Plan.Recipe.Steps));

        Assert.Equal(before, File.ReadAllText(folder["run/recipe.json"]));
    }

    [Theory]
    [InlineData(long.MaxValue / 2, true)]
    [InlineData(-(long.MaxValue / 2), true)]
    [InlineData(long.MaxValue / 2 + 1, false)]
    [InlineData(long.MinValue, false)]
    public void A_seed_of_a_recipe_has_the_range_of_the_flag(long seed, bool isAllowed)
    {
        RecipeResolver Layers() => new RecipeResolver().Add("test", new JsonObject { ["variant"] = "gan", ["data"] = "ring" }).Add("--set seed", "seed", seed);
        if (isAllowed) Assert.Equal(seed, Layers().Resolve(new SampleSchema(FieldKind.Points, 2)).Recipe.Seed);
        else Assert.Contains($"seed is {seed}; it must be a whole number from -4611686018427387903 to 4611686018427387903 (from --set seed).",
            Assert.Throws<AdversaException>(() => Layers().Resolve(new SampleSchema(FieldKind.Points, 2))).Message, StringComparison.Ordinal);
    }

    // The first page of a process's memory answers EIO, as a failing disk does.
    [Theory]
    [InlineData("/proc/self/mem", ExitCode.Resource, "the disk reports a fault")]
    [InlineData("/no/such/recipe.json", ExitCode.Usage, "it is not there")]
    public void A_recipe_that_the_disk_cannot_read_is_the_disks_fault(string path, ExitCode exit, string reason)
    {
        var refusal = Assert.Throws<AdversaException>(() => RecipeText.Read(path));

        Assert.Equal((2021, exit), (refusal.Code, refusal.Exit));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_looks_ahead_on_resume_is_asked_before_anything_is_written_and_only_where_steps_are_left()
    {
        using var folder = new TemporaryFolder();
        Tiny.TrainAndStop(folder["run"], Tiny.Recipe("ring", 20), at: 6);
        var before = File.ReadAllText(folder["run/recipe.json"]);
        AdversaException Refuse(long round) => new(5014, ExitCode.Resource, new($"at {round}", ""));

        var error = Assert.Throws<AdversaException>(() => TrainingRun.Resume(new(folder["run"]), steps: 40, minutes: null, static (_, _) => { },
            (setup, trained) => throw Refuse(trained > TimeSpan.Zero ? setup.Trainer.Round : -1)));
        using (TrainingRun.Resume(new(folder["run"]), steps: 6, minutes: null, static (_, _) => { }, (setup, _) => throw Refuse(setup.Trainer.Round))) { }

        Assert.Equal("at 6", error.Text.English);
        Assert.Equal(before, File.ReadAllText(folder["run/recipe.json"]));
    }

    [Fact]
    public void Steps_that_are_asked_for_on_resume_outweigh_an_old_time_limit()
    {
        using var folder = new TemporaryFolder();
        Tiny.TrainAndStop(folder["run"], Tiny.Recipe("ring", 20, ("minutes", 0.0001)), at: 1);

        using (var run = TrainingRun.Resume(new(folder["run"]), steps: 30, minutes: null, static (_, _) => { })) run.Go(new());

        Assert.Equal(30, new RunFolder(folder["run"]).Checkpoints.Newest().Good!.Step);
    }

    [Fact]
    public void A_time_limit_beside_steps_leaves_the_cadence_to_the_steps()
    {
        var values = new JsonObject { ["variant"] = "gan", ["data"] = "ring", ["steps"] = 2000, ["minutes"] = 60 };

        var both = new RecipeResolver().Add("test", values).Resolve(new SampleSchema(FieldKind.Points, 2)).Recipe;
        values["steps"] = Recipe.EndlessSteps;
        var timeAlone = new RecipeResolver().Add("test", values).Resolve(new SampleSchema(FieldKind.Points, 2)).Recipe;

        Assert.Equal((200, 50), (both.CheckpointEvery, both.SampleEvery));
        Assert.Equal((0, 0), (timeAlone.CheckpointEvery, timeAlone.SampleEvery));
    }
}
