using System.Text.Json.Nodes;
using Adversa.Torch;
using Adversa.Training.Checkpoints;
using Adversa.Training.Events;
using Adversa.Training.Folders;
using Adversa.Training.Plans;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests.Diagnostics;

public sealed class TreatmentTests
{
    private const int Steps = 460;

    [Fact]
    public void A_discriminator_that_hardly_moves_is_given_the_generators_rate_from_the_best_point_on()
    {
        using var folder = new TemporaryFolder();
        var seen = new Recorder();

        Assert.Equal(ExitCode.Done, Tiny.Train(folder["run"], Weak(), null, seen));

        var treated = Assert.Single(seen.Events.OfType<Treated>());
        Assert.Equal(DiagnosisKind.DiscriminatorTooWeak, treated.Kind);
        Assert.InRange(treated.Step, 200, 400);
        Assert.True(treated.BackTo <= treated.Step);
        Assert.Equal("""{"options":{"learningRate":0.001,"discriminatorLearningRate":0.001}}""", treated.Change);
        var steps = seen.Events.OfType<StepCompleted>().Select(e => e.Step).ToList();
        Assert.Equal(Enumerable.Range(1, Steps).Select(i => (long)i), steps);       // no step is lost or twice there
        Assert.Equal(1e-9, new RunFolder(folder["run"]).Recipe["options"]!["discriminatorLearningRate"]!.GetValue<double>());
        Assert.NotNull(new RunFolder(folder["run"]).Checkpoints.Best());
    }

    [Theory]
    [InlineData(150)]                  // before the treatment
    [InlineData(440)]                  // behind it
    public void A_treated_run_is_resumed_exactly(long at)
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["straight"], Weak());
        Tiny.TrainAndStop(folder["cut"], Weak(), at);
        Tiny.Resume(folder["cut"]);

        Assert.Equal(Tiny.Hash(folder["straight"]), Tiny.Hash(folder["cut"]));
        Assert.Equal(Diagnosis(folder["straight"]), Diagnosis(folder["cut"]));
        Assert.Single(Diagnosis(folder["cut"]), line => line.Contains("\"treatment\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_that_dies_right_behind_its_treatment_is_treated_once_more_in_the_same_way()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["straight"], Weak());
        var stop = new StopRequest();
        Tiny.Train(folder["cut"], Weak(), stop, new Recorder(e =>
        {
            if (e is Treated) stop.Ask(ExitCode.Terminated);
        }));
        var newest = new RunFolder(folder["cut"]).Checkpoints.Newest().Good!;
        Directory.Delete(newest.Path, recursive: true);                              // as if it had never been written
        Tiny.Resume(folder["cut"]);

        Assert.Equal(Tiny.Hash(folder["straight"]), Tiny.Hash(folder["cut"]));
    }

    [Fact]
    public void Without_tries_it_gives_up_with_its_own_exit_code()
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<AdversaException>(() => Tiny.Train(folder["run"], Weak(tries: 0)));

        Assert.Equal((4013, ExitCode.Diverged), (error.Code, error.Exit));
        Assert.Equal("diverged", new RunFolder(folder["run"]).Status["state"]!.ToString());
        Assert.NotNull(new RunFolder(folder["run"]).Checkpoints.Newest().Good);
    }

    [Theory]
    [InlineData(30, 20)]               // back to the only point that was examined
    [InlineData(10, 0)]                // nothing was examined yet: back to the first weights
    public void A_run_that_explodes_goes_on_with_a_tenth_of_its_rate_and_no_more_than_usual(long at, long backTo)
    {
        using var folder = new TemporaryFolder();
        var seen = new Recorder();
        var recipe = Tiny.Recipe("ring", 40, ("doctor", Act(3)), ("options.learningRate", 0.5));
        using var run = Tiny.Start(folder["run"], recipe);
        var broken = false;
        run.Watch(new Recorder(e =>
        {
            if (e is not StepCompleted step || step.Step != at || broken) return;
            broken = true;
            using var scope = new Adversa.Torch.TensorScope();
            using var _ = Torch.Autograd.NoGrad();
            foreach (var weight in run.Setup.Model.Players[1].Network.Parameters) weight.CopyInPlace(Torch.Tensor.Full(weight.Shape, double.NaN));
        }));
        run.Watch(seen);

        Assert.Equal(ExitCode.Done, run.Go(new()));

        var treated = Assert.Single(seen.Events.OfType<Treated>());
        Assert.Equal((at, backTo, DiagnosisKind.Explosion), (treated.Step, treated.BackTo, treated.Kind));
        Assert.Equal(0.001, run.Setup.Plan.Options is Adversa.Models.Variants.GanOptions o ? o.LearningRate : 0, 12);
        Assert.Equal(40, run.Setup.Trainer.Round);
        Assert.Equal(backTo + 40 - at, run.Setup.Trainer.Averages!.Steps);              // of the way that led here, and of no other
        Assert.Equal(Enumerable.Range(1, 15).Select(i => 2L * i), run.Folder.Averages.List().Select(file => file.Step));
    }

    [Theory]
    [InlineData("ring", DiagnosisKind.DiscriminatorTooStrong, """{"techniques":{"r1":1}}""")]
    [InlineData("ring", DiagnosisKind.DiscriminatorOverfits, """{"techniques":{"instanceNoise":0.1,"instanceNoiseSteps":1000000000}}""")]
    [InlineData("dcgan", DiagnosisKind.DiscriminatorOverfits, """{"techniques":{"diffAugment":"all"}}""")]
    [InlineData("dcgan", DiagnosisKind.ModeCollapse, """{"options":{"learningRate":5E-05,"discriminatorLearningRate":0.0002}}""")]      // batch norm refuses R1
    [InlineData("progan", DiagnosisKind.LipschitzViolation, """{"options":{"penaltyWeight":100}}""")]
    [InlineData("classifier", DiagnosisKind.Oscillation, null)]
    [InlineData("r3gan", DiagnosisKind.DiscriminatorTooWeak, null)]            // its players share a rate
    [InlineData("r3gan", DiagnosisKind.Explosion, """{"options":{"learningRate":2E-05,"learningRateFinal":5E-06}}""")]
    [InlineData("r3gan", DiagnosisKind.ModeCollapse, """{"options":{"gamma":1,"gammaFinal":0.1}}""")]
    [InlineData("ring", DiagnosisKind.Checkerboard, null)]
    public void The_first_change_that_a_recipe_allows_is_tried(string kind, DiagnosisKind failure, string? change)
    {
        using var setup = Tiny.Setup(Tiny.Recipe(kind));

        var next = Treatments.Next(failure, setup.Plan, setup.Model.OptionDials, setup.Source.Schema);

        Assert.Equal(change, next?.Change.ToJsonString());
    }

    [Theory]
    [InlineData(0, """{"options":{"penaltyWeight":10}}""")]
    [InlineData(10, """{"options":{"learningRate":1E-05,"criticLearningRate":1E-05}}""")]
    public void A_critic_that_nothing_holds_is_held_before_it_is_slowed(double weight, string change)
    {
        var recipe = Tiny.Recipe("wgan-gp", Steps, ("options.penaltyWeight", weight), ("options.learningRate", 1e-4));

        using var setup = Tiny.Setup(recipe);

        var next = Treatments.Next(DiagnosisKind.Explosion, setup.Plan, setup.Model.OptionDials, setup.Source.Schema);

        Assert.Equal(change, next?.Change.ToJsonString());
    }

    [Theory]
    [InlineData(1e-3, """{"options":{"learningRate":0.001,"criticLearningRate":0.004}}""")]
    [InlineData(0.5, """{"options":{"criticSteps":6}}""")]                      // four times the rate is beyond its range
    public void A_critic_that_is_too_weak_learns_faster_before_it_moves_more_often(double rate, string change)
    {
        using var setup = Tiny.Setup(Tiny.Recipe("wgan", Steps, ("options.learningRate", rate)));

        var next = Treatments.Next(DiagnosisKind.DiscriminatorTooWeak, setup.Plan, setup.Model.OptionDials, setup.Source.Schema);

        Assert.Equal(change, next?.Change.ToJsonString());
    }

    private static JsonObject Act(int tries) => new() { ["mode"] = "act", ["every"] = 20, ["tries"] = tries };

    private static JsonObject Weak(int tries = 3) => Tiny.Recipe("ring", Steps, ("doctor", Act(tries)), ("checkpointEvery", 50), ("options.discriminatorLearningRate", 1e-9));

    private static string[] Diagnosis(string run) => File.ReadAllLines(Path.Join(run, RunLogs.DiagnosisFile));
}
