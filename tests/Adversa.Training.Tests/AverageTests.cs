using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Optim;
using Adversa.Training.Checkpoints;
using Adversa.Training.Events;
using Adversa.Training.Folders;
using Adversa.Training.Plans;

namespace Adversa.Training.Tests;

/// <summary>Averages over a whole run: kept, stored, resumed, and put together afterwards.</summary>
public sealed class AverageTests
{
    [Fact]
    public void They_are_stored_at_every_twentieth_and_no_pruning_of_checkpoints_takes_them()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("ring", 60, ("checkpointEvery", 6)));
        var run = new RunFolder(folder["run"]);

        Assert.Equal(Enumerable.Range(1, 20).Select(i => 3L * i), run.Averages.List().Select(file => file.Step));
        Assert.Equal(2, run.Checkpoints.List().Count);
    }

    [Fact]
    public void A_width_that_was_kept_is_what_the_run_kept_and_another_is_near_the_average_of_its_weights()
    {
        using var folder = new TemporaryFolder();
        const double width = 0.2;
        var (direct, named, kept) = (new Dictionary<string, double[]>(), PowerProfile.OfWidth(width, 60), new Dictionary<string, float[]>());
        using (var run = Tiny.Start(folder["run"], Tiny.Recipe("ring", 60)))
        {
            var network = ((ISampler)run.Setup.Model).SampledNetwork;
            run.Watch(new Recorder(e =>
            {
                if (e is not StepCompleted) return;
                foreach (var (name, tensor) in network.NamedParameters())
                {
                    if (!direct.TryGetValue(name, out var sum)) direct[name] = sum = new double[tensor.Elements];
                    var now = tensor.ToArray<float>();
                    for (var i = 0; i < sum.Length; i++) sum[i] += (1 - named.Kept(e.Step)) * (now[i] - sum[i]);
                }
            }));
            run.Go(new());
            foreach (var (name, tensor) in run.Setup.Trainer.Averages!.Powers[1].Tensors) kept[name] = tensor.ToArray<float>();
        }

        using var trained = new TrainedModel(new(folder["run"]), static (_, _) => { });
        trained.Average(0.1);
        Assert.All(trained.SamplingNetwork!.NamedParameters(), pair => Assert.Equal(kept[pair.Name], pair.Tensor.ToArray<float>()));
        Assert.Equal(new ChosenAverage(0.1, 60, 0), trained.Chosen);

        trained.Average(width);
        Assert.InRange(trained.Chosen!.Misfit, 1e-6, 0.06);
        var source = ((ISampler)trained.Model).SampledNetwork.NamedParameters().ToDictionary(pair => pair.Name, pair => pair.Tensor.ToArray<float>());
        foreach (var (name, tensor) in trained.SamplingNetwork!.NamedParameters())
        {
            var (made, moved) = (tensor.ToArray<float>(), direct[name].Zip(source[name], (average, last) => Math.Abs(average - last)).Max());
            Assert.InRange(made.Zip(direct[name], (a, b) => Math.Abs(a - b)).Max(), 0, 0.1 * moved + 1e-6);
        }
    }

    [Fact]
    public void A_resume_stores_the_same_bytes_as_a_run_without_a_stop()
    {
        using var folder = new TemporaryFolder();
        var recipe = Tiny.Recipe("dcgan", 12);
        Tiny.Train(folder["straight"], recipe);
        Tiny.TrainAndStop(folder["cut"], recipe, at: 7);
        File.WriteAllText(folder["cut/averages/step-000011.safetensors"], "of a part of the run that was lost");
        Tiny.Resume(folder["cut"]);

        var (straight, cut) = (new RunFolder(folder["straight"]).Averages.List(), new RunFolder(folder["cut"]).Averages.List());
        Assert.Equal(straight.Select(file => file.Step), cut.Select(file => file.Step));
        Assert.All(straight.Zip(cut), pair => Assert.Equal(File.ReadAllBytes(pair.First.Path), File.ReadAllBytes(pair.Second.Path)));
    }

    [Fact]
    public void Statistics_of_batch_norms_are_those_of_the_weights_that_were_put_together()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("dcgan", 12));
        using var trained = new TrainedModel(new(folder["run"]), static (_, _) => { });
        trained.Average(0.15);
        var first = Means(trained.SamplingNetwork!);

        trained.Average(0.3);
        Assert.NotEqual(first, Means(trained.SamplingNetwork!));
        trained.Average(0.15);

        Assert.Equal(first, Means(trained.SamplingNetwork!));                        // of fixed seeds
        Assert.NotEqual(Means(((ISampler)trained.Model).SampledNetwork), first);
    }

    [Fact]
    public void A_run_without_them_says_so_and_a_system_that_draws_nothing_too()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["none"], Tiny.Recipe("ring", 4, ("averages", 0)));
        Tiny.Train(folder["classifier"], Tiny.Recipe("classifier", 2));

        using var none = new TrainedModel(new(folder["none"]), static (_, _) => { });
        using var classifier = new TrainedModel(new(folder["classifier"]), static (_, _) => { });

        Assert.Equal(6013, Assert.Throws<AdversaException>(() => none.Average(0.1)).Code);
        Assert.Equal(2014, Assert.Throws<AdversaException>(() => classifier.Average(0.1)).Code);
        Assert.False(Directory.Exists(folder["classifier/averages"]));
    }

    [Fact]
    public void A_run_of_a_version_without_them_goes_on_without()
    {
        using var folder = new TemporaryFolder();
        Tiny.TrainAndStop(folder["run"], Tiny.Recipe("ring", 8, ("averages", 0)), at: 4);
        var recipe = File.ReadAllText(folder["run/recipe.json"]);
        File.WriteAllText(folder["run/recipe.json"], recipe.Replace("  \"averages\": 0,\n", "", StringComparison.Ordinal));
        Assert.NotEqual(recipe, File.ReadAllText(folder["run/recipe.json"]));

        Assert.Equal(ExitCode.Done, Tiny.Resume(folder["run"]));
        Assert.False(Directory.Exists(folder["run/averages"]));
    }

    [Fact]
    public void A_damaged_file_is_named()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("ring", 4));
        File.WriteAllText(new RunFolder(folder["run"]).Averages.List()[0].Path, "x");
        using var trained = new TrainedModel(new(folder["run"]), static (_, _) => { });

        var error = Assert.Throws<AdversaException>(() => trained.Average(0.2));

        Assert.Equal((6001, ExitCode.Checkpoint), (error.Code, error.Exit));
        Assert.Contains("step-000001", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void However_long_a_run_becomes_about_twenty_are_kept_over_the_most_of_it()
    {
        using var folder = new TemporaryFolder();
        using var setup = Tiny.Setup(Tiny.Recipe("ring", 400));
        var store = new AverageStore(folder["averages"]);
        for (var i = 1; i <= 120; i++)
        {
            setup.Trainer.Update(read: false);
            setup.Trainer.Update(read: false);
            if (i >= 3) store.Save(i, setup.Trainer.Averages!.Tensors(), 20);
        }

        var steps = store.List().Select(file => file.Step).ToList();
        Assert.Equal(20, steps.Count);
        Assert.Equal(120, steps[^1]);
        Assert.InRange(steps[0], 1, 12);
        Assert.InRange(steps.Zip(steps.Skip(1), (a, b) => (double)b / a).Max(), 1, 2);
        store.Forget(60);
        Assert.InRange(store.List()[^1].Step, 30, 60);
    }

    private static float[] Means(Module network) => [.. network.NamedBuffers().Where(pair => pair.Name.EndsWith("running_mean", StringComparison.Ordinal)).SelectMany(pair => pair.Tensor.ToArray<float>())];
}
