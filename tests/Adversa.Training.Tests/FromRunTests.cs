using Adversa.Torch;
using Adversa.Training.Events;
using Adversa.Training.Loop;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests;

/// <summary>Runs that begin with the weights of another.</summary>
public sealed class FromRunTests
{
    [Fact]
    public void A_run_begins_with_the_weights_and_buffers_of_its_source_and_nothing_else_of_it()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["source"], Tiny.Recipe("dcgan", 6));
        using var source = new TrainedModel(new(folder["source"]), static (_, _) => { });
        using var setup = Tiny.Setup(Tiny.Recipe("dcgan", 6, ("from", folder["source"]), ("seed", 77)));

        var (theirs, mine) = (Trainer.TensorsOf(source.Model, null), setup.Trainer.ModelTensors());

        Assert.Empty(setup.Untaken);
        Assert.All(theirs, pair => Assert.Equal(pair.Value.ToBytes(), mine[pair.Key].ToBytes()));
        Assert.Equal(theirs["g.net.0.weight"].ToBytes(), mine["ema.net.0.weight"].ToBytes());       // the average begins where the weights do
        Assert.All(setup.Trainer.OptimizerTensors(), pair => Assert.All(pair.Value.ToArray<float>(), x => Assert.Equal(0, x)));
        Assert.Equal((0L, 0L), (setup.Trainer.Round, setup.Trainer.Images));
    }

    // A half-life of 2 images is ripe after 40 of them.
    [Fact]
    public void The_average_is_taken_where_that_runs_pictures_came_from_it_and_is_drawn_from_at_once()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["source"], Tiny.Recipe("dcgan", 6, ("emaHalfLife", 2)));
        using var source = new TrainedModel(new(folder["source"]), static (_, _) => { });
        using var setup = Tiny.Setup(Tiny.Recipe("dcgan", 6, ("from", folder["source"]), ("emaHalfLife", 2)));

        var (average, mine) = (source.SamplingNetwork!.StateDict(), setup.Trainer.ModelTensors());

        Assert.All(average, pair => Assert.Equal(pair.Value.ToBytes(), mine[$"ema.{pair.Key}"].ToBytes()));
        Assert.NotEqual(mine["g.net.0.weight"].ToBytes(), mine["ema.net.0.weight"].ToBytes());
        Assert.Same(setup.Trainer.Average!.Average, setup.Trainer.SamplingNetwork);
    }

    [Fact]
    public void A_system_named_alone_takes_the_options_of_the_run_that_it_goes_on_from()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["source"], Tiny.Recipe("dcgan", 2));
        var source = SourceRuns.Of(new(folder["source"]), static (_, _) => { });
        RecipeResolver Alone() => new RecipeResolver().Add("command", "variant", "dcgan").Add("--data", "data", "digits").Add("--from", "from", folder["source"]);

        var taken = Alone().GoOnFrom(source, source.Schema).Resolve(source.Schema, source).Recipe;
        var larger = Alone().GoOnFrom(source, source.Schema with { Height = 32, Width = 32 }).Preview();
        var named = Alone().Add("--set preset", "preset", "dcgan28").GoOnFrom(source, source.Schema).Preview();

        Assert.Equal(4, (int)taken.Options!["width"]!);
        Assert.Null(larger.Options);
        Assert.Null(named.Options);
    }

    [Theory]
    [InlineData("ring")]
    [InlineData("dcgan")]
    [InlineData("classifier")]
    public void After_the_first_save_the_source_may_go(string kind)
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["source"], Tiny.Recipe(kind, 4));
        var recipe = Tiny.Recipe(kind, 9, ("from", folder["source"]));
        Tiny.Train(folder["straight"], recipe);
        Tiny.TrainAndStop(folder["cut"], recipe, at: 3);
        Directory.Delete(folder["source"], recursive: true);

        List<int> codes = [];
        using (var run = TrainingRun.Resume(new(folder["cut"]), steps: null, minutes: null, (code, _) => codes.Add(code))) Assert.Equal(ExitCode.Done, run.Go(new()));

        Assert.Empty(codes);
        Assert.Equal(Tiny.Hash(folder["straight"]), Tiny.Hash(folder["cut"]));
        using var trained = new TrainedModel(new(folder["cut"]), static (_, _) => { });
        Assert.Equal(folder["source"], trained.Plan.Recipe.From);
    }

    [Fact]
    public void The_first_save_is_at_step_0()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["source"], Tiny.Recipe("ring", 2));
        var recorder = new Recorder();

        Tiny.Train(folder["run"], Tiny.Recipe("ring", 2, ("from", folder["source"])), null, recorder);

        Assert.Equal([0L, 2L], recorder.Events.OfType<CheckpointSaved>().Select(e => e.Step));
    }

    [Fact]
    public void What_does_not_fit_begins_anew_and_is_named()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["source"], Tiny.Recipe("dcgan", 2));
        var recorder = new Recorder();

        Tiny.Train(folder["run"], Tiny.Recipe("dcgan", 2, ("from", folder["source"]), ("options.latent", 8)), null, recorder);

        var warning = Assert.Single(recorder.Warnings, w => w.Code == 6012);
        Assert.Contains("1 of ", warning.Text.English, StringComparison.Ordinal);
        Assert.Contains("g.net.0.weight 16x", warning.Text.Spanish, StringComparison.Ordinal);       // only z's layer has another shape
        var started = Assert.Single(recorder.Events.OfType<RunStarted>());
        Assert.Equal(started.Weights - 1, started.WeightsTaken);
    }

    [Fact]
    public void A_source_of_another_system_or_of_other_sizes_is_refused_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["ring"], Tiny.Recipe("ring", 2));
        Tiny.Train(folder["narrow"], Tiny.Recipe("ring", 2, ("options.hidden", 5)));
        Tiny.Train(folder["digits"], Tiny.Recipe("dcgan", 2));

        var other = Refused("dcgan", folder["ring"]);
        Assert.Contains("is a run of gan", other.Text.English, StringComparison.Ordinal);
        Assert.Contains("es una ejecución de gan", other.Text.Spanish, StringComparison.Ordinal);
        Assert.Contains("no weight that fits", Refused("digits", folder["narrow"]).Text.English, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["new"]));

        AdversaException Refused(string kind, string from)
        {
            var error = Assert.Throws<AdversaException>(() => Tiny.Train(folder["new"], Tiny.Recipe(kind, 2, ("from", from))));
            Assert.Equal((2024, ExitCode.Usage), (error.Code, error.Exit));
            return error;
        }
    }

    [Fact]
    public void A_source_without_a_checkpoint_is_refused()
    {
        using var folder = new TemporaryFolder();
        using (Tiny.Start(folder["source"], Tiny.Recipe("ring", 2))) { }

        var error = Assert.Throws<AdversaException>(() => Tiny.Train(folder["new"], Tiny.Recipe("ring", 2, ("from", folder["source"]))));

        Assert.Equal((6002, ExitCode.Checkpoint), (error.Code, error.Exit));
        Assert.False(Directory.Exists(folder["new"]));
    }

    [Fact]
    public void Before_the_first_save_a_source_that_has_gone_on_is_refused()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["source"], Tiny.Recipe("ring", 2));
        using (Tiny.Start(folder["run"], Tiny.Recipe("ring", 2, ("from", folder["source"])))) { }       // killed before it began
        Directory.Delete(folder["source/checkpoints"], recursive: true);

        Assert.Equal(6011, Assert.Throws<AdversaException>(() => Tiny.Resume(folder["run"])).Code);
    }

    // The path does not decide the numbers, what stood there does.
    [Fact]
    public void The_hash_tells_sources_apart_and_not_their_places()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["source"], Tiny.Recipe("ring", 2));
        var here = Tiny.Resolve(Tiny.Recipe("ring", 2, ("from", folder["source"]))).Recipe;
        Directory.Move(folder["source"], folder["moved"]);
        var moved = Tiny.Resolve(Tiny.Recipe("ring", 2, ("from", folder["moved"]))).Recipe;

        Assert.Equal(here.Hash(), moved.Hash());
        Assert.NotEqual(here.Hash(), Tiny.Resolve(Tiny.Recipe("ring", 2)).Recipe.Hash());
        Assert.NotEqual(here.Hash(), (here with { Source = here.Source! with { Step = 3 } }).Hash());
    }

    [Fact]
    public void A_run_that_fails_to_begin_leaks_nothing()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["narrow"], Tiny.Recipe("ring", 2, ("options.hidden", 5)));
        Tiny.Train(folder["warm"], Tiny.Recipe("ring", 2));
        var before = Tiny.LiveTensors();

        Assert.Throws<AdversaException>(() => Tiny.Setup(Tiny.Recipe("digits", 2, ("from", folder["narrow"]))));

        Assert.Equal(before, Tensor.LiveCount);
    }

    // The classifier's checkpoint holds the discriminator's weights, and its recipe how to build it.
    [Theory]
    [InlineData("probe")]
    [InlineData("fine-tune")]
    public void A_system_that_is_built_on_a_run_is_complete_without_it(string preset)
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["source"], Tiny.Recipe("dcgan", 3, ("options.body", "atienza"), ("options.width", 8)));       // with dropout, which needs the run's noise
        var recipe = Tiny.Recipe("d-classifier", 9, ("from", folder["source"]), ("preset", preset));
        Tiny.Train(folder["straight"], recipe);
        Tiny.TrainAndStop(folder["cut"], recipe, at: 3);
        Directory.Delete(folder["source"], recursive: true);

        Assert.Equal(ExitCode.Done, Tiny.Resume(folder["cut"]));

        Assert.Equal(Tiny.Hash(folder["straight"]), Tiny.Hash(folder["cut"]));
        Assert.Equal(Answers(folder["straight"]), Answers(folder["cut"]));

        static float[] Answers(string path)
        {
            using var scope = new TensorScope();
            using var trained = new TrainedModel(new(path), static (_, _) => { });
            return ((Adversa.Models.Classifier)trained.Model).Probabilities(Tensor.Ones([2, 1, 24, 24])).ToArray<float>();
        }
    }

    [Fact]
    public void A_probe_holds_the_sources_discriminator_to_its_end()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["source"], Tiny.Recipe("dcgan", 3));
        Tiny.Train(folder["probe"], Tiny.Recipe("d-classifier", 5, ("from", folder["source"])));
        using var source = new TrainedModel(new(folder["source"]), static (_, _) => { });
        using var probe = new TrainedModel(new(folder["probe"]), static (_, _) => { });
        var weights = Trainer.TensorsOf(probe.Model, null);

        foreach (var (name, tensor) in Trainer.TensorsOf(source.Model, null).Where(pair => pair.Key.StartsWith("d.", StringComparison.Ordinal)))
            Assert.Equal(tensor.ToBytes(), weights[$"classifier.body.{name[2..]}"].ToBytes());
    }

    [Fact]
    public void A_system_that_needs_a_run_says_so_and_refuses_what_it_cannot_be_built_on()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["ring"], Tiny.Recipe("ring", 2));
        Tiny.Train(folder["classifier"], Tiny.Recipe("classifier", 2));
        Tiny.Train(folder["dcgan"], Tiny.Recipe("dcgan", 2));
        Tiny.Train(folder["probe"], Tiny.Recipe("d-classifier", 2, ("from", folder["dcgan"])));

        Assert.Equal((2023, ExitCode.Usage), Refused(Tiny.Recipe("d-classifier", 2), "--from RUN"));
        Assert.Equal((2024, ExitCode.Usage), Refused(Tiny.Recipe("d-classifier", 2, ("from", folder["ring"])), "2 coordinates"));
        Assert.Equal((2024, ExitCode.Usage), Refused(Tiny.Recipe("d-classifier", 2, ("from", folder["classifier"])), "no discriminator"));
        Assert.Equal((2024, ExitCode.Usage), Refused(Tiny.Recipe("d-classifier", 2, ("from", folder["probe"])), "built on another run itself"));
        Assert.Equal((2024, ExitCode.Usage), Refused(Tiny.Recipe("d-classifier", 2, ("from", folder["dcgan"]), ("size", 28)), "28x28x1"));
        Assert.False(Directory.Exists(folder["new"]));

        (int, ExitCode) Refused(System.Text.Json.Nodes.JsonObject recipe, string reason)
        {
            var before = Tiny.LiveTensors();
            var error = Assert.Throws<AdversaException>(() => Tiny.Train(folder["new"], recipe));
            Assert.Contains(reason, error.Text.English, StringComparison.Ordinal);
            Assert.NotEqual(error.Text.English, error.Text.Spanish);
            Assert.Equal(before, Tensor.LiveCount);
            return (error.Code, error.Exit);
        }
    }
}
