using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Folders;
using Adversa.Training.Loop;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests;

/// <summary>Learning rates that change on the way.</summary>
public sealed class ScheduledTrainingTests
{
    // SGD on a loss of slope 1 moves a weight by exactly its rate: 1, then 3/4, 1/2, 1/4, and nothing at the end.
    [Fact]
    public void Each_round_moves_by_the_rate_of_the_schedule_times_the_models_own()
    {
        using var noise = new Generator(1);
        using var stream = new BatchStream(DataSets.Open("ring", new DataOptions(null)), 4, seed: 1);
        using var model = new Slope();
        using var trainer = new Trainer(model, stream, noise, schedule: new(ScheduleKind.Linear, Steps: 4));
        List<double> moves = [];

        for (var round = 0; round < 5; round++)
        {
            model.Factor = round == 2 ? 0.5 : 1;
            var before = model.Weight;
            var values = trainer.Update(read: true);
            moves.Add(before - model.Weight);
            Assert.Equal(moves[^1], values["rate_factor"], 1e-6);
        }

        Assert.Equal([1, 0.75, 0.25, 0.25, 0], moves.Select(move => Math.Round(move, 6)));
    }

    [Fact]
    public void A_run_that_is_taken_beyond_the_end_of_its_schedule_moves_the_end_and_says_so()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("ring", 8, ("schedule", JsonNode.Parse("""{ "kind": "linear" }""")!)));
        List<int> codes = [];

        using (var run = TrainingRun.Resume(new(folder["run"]), steps: 16, minutes: null, (code, _) => codes.Add(code)))
        {
            Assert.Equal(0.5, run.Setup.Trainer.RateFactor, 1e-12);       // round 8 of 16
            run.Go(new());
        }

        Assert.Contains(6004, codes);
        Assert.Equal(16, new RunFolder(folder["run"]).Recipe["schedule"]!["steps"]!.GetValue<long>());
        codes.Clear();
        using (TrainingRun.Resume(new(folder["run"]), steps: null, minutes: null, (code, _) => codes.Add(code))) { }
        Assert.Empty(codes);
    }

    [Fact]
    public void A_resumed_run_that_only_time_ends_stops_where_its_rates_become_0()
    {
        using var folder = new TemporaryFolder();
        Tiny.TrainAndStop(folder["run"], Tiny.Recipe("ring", 8, ("schedule", JsonNode.Parse("""{ "kind": "linear" }""")!)), at: 3);
        List<int> codes = [];

        using var run = TrainingRun.Resume(new(folder["run"]), Recipe.EndlessSteps, minutes: 5, (code, _) => codes.Add(code));

        Assert.Equal(8, run.Setup.Plan.Recipe.Steps);
        Assert.Equal(ExitCode.Done, run.Go(new()));
        Assert.Empty(codes);
    }

    [Fact]
    public void A_schedule_without_an_end_is_refused_by_the_loop()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("ring"));
        using var noise = new Generator(1);

        Assert.Throws<ArgumentException>(() => new Trainer(setup.Model, setup.Stream, noise, schedule: new(ScheduleKind.Cosine)));
    }

    /// <summary>One weight whose loss is itself.</summary>
    private sealed class Slope : Model
    {
        private readonly Player _player = new("w", new One(), new(OptimizerKind.Sgd, 1, 0, 0));

        public Slope() => Turns = [new(_player, _ => new LossTerms { ["w"] = _player.Network.Parameters[0].Mean() })];

        public double Factor { get; set; } = 1;

        public double Weight => _player.Network.Parameters[0].Item();

        public override double LearningRateFactor => Factor;

        public override SampleSchema Schema => new(FieldKind.Points, 2);

        public override IReadOnlyList<Player> Players => [_player];

        public override IReadOnlyList<Turn> Turns { get; }
    }

    private sealed class One : Module
    {
        public One() => Parameter("w", Tensor.Ones([1]));

        public override Tensor Forward(Tensor x) => x;
    }
}
