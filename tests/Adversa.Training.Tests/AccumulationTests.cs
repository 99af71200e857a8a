using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Models;
using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Folders;
using Adversa.Training.Loop;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests;

/// <summary>One update from several batches.</summary>
public sealed class AccumulationTests
{
    // Means over samples and no batch statistics: four batches of 8 are one of 32 up to the order of a float32 sum.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public void Batches_that_are_gathered_move_the_weights_as_one_large_batch(int parts)
    {
        var (weights, values, images) = OneUpdate(batch: 32 / parts, parts);
        var (expected, expectedValues, _) = OneUpdate(batch: 32, parts: 1);

        Assert.Equal(32, images);
        Assert.All(expectedValues, pair => Assert.Equal(pair.Value, values[pair.Key], 1e-6 * Math.Max(1, Math.Abs(pair.Value))));
        var scale = expected.Max(Math.Abs);
        Assert.All(weights.Zip(expected), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1e-6 * scale));
    }

    [Fact]
    public void Every_batch_is_a_fresh_one_and_every_one_counts()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("ring", 20, ("accumulate", 3)));
        var trainer = setup.Trainer;

        trainer.Update(read: false);                        // D: three batches of 16
        Assert.Equal((48L, 48L), (trainer.Images, setup.Stream.Position));
        trainer.Update(read: false);                        // G looks at no data
        Assert.Equal((48L, 1L), (trainer.Images, trainer.Round));
    }

    [Fact]
    public void The_gain_of_a_turn_and_the_weight_of_a_batch_multiply()
    {
        using var noise = new Generator(1);
        using var stream = new BatchStream(Ring(), 4, seed: 1);
        using var model = new Regression(Ring().Schema) { Gain = 16 };
        using var plain = new Regression(Ring().Schema);
        using var trainer = new Trainer(model, stream, noise, accumulate: 4);
        using var stream2 = new BatchStream(Ring(), 16, seed: 1);
        using var trainer2 = new Trainer(plain, stream2, noise);

        var (lazy, once) = (trainer.Update(read: true)["loss_r"], trainer2.Update(read: true)["loss_r"]);

        Assert.Equal(16 * once, lazy, 1e-4);
    }

    // The second of three batches does not come: two generators and a stream have moved on, so the point must not be saved.
    [Fact]
    public void An_update_that_fails_on_its_way_is_not_saved_and_resume_equals_the_straight_run()
    {
        using var folder = new TemporaryFolder();
        var recipe = Tiny.Recipe("digits", 6, ("accumulate", 3), ("checkpointEvery", 2));
        Tiny.Train(folder["straight"], recipe);
        var source = new FailingSource(DataSets.Open("digits", new DataOptions(24)), after: 3 * 48 + 16);

        using (var run = TrainingRun.Start(Tiny.Resolve(recipe), source, folder["cut"], "adversa train test"))
            Assert.Equal(ExitCode.Data, Assert.Throws<AdversaException>(() => run.Go(new())).Exit);

        Assert.Equal("step-000002", new RunFolder(folder["cut"]).Checkpoints.List()[0].Name);
        Assert.Equal(ExitCode.Done, Tiny.Resume(folder["cut"]));
        Assert.Equal(Tiny.Hash(folder["straight"]), Tiny.Hash(folder["cut"]));
    }

    [Fact]
    public void One_batch_is_the_default_and_leaves_the_hash_alone()
    {
        var one = Tiny.Resolve(Tiny.Recipe("ring")).Recipe;

        Assert.Equal(1, one.Accumulate);
        var without = one.ToJson();
        without.Remove("accumulate");
        Assert.Equal(one.Hash(), Recipe.FromJson(without).Hash());
        Assert.NotEqual(one.Hash(), (one with { Accumulate = 2 }).Hash());
        Assert.Contains("accumulate is 1025", Assert.Throws<AdversaException>(() => Tiny.Resolve(Tiny.Recipe("ring", 20, ("accumulate", 1025)))).Message, StringComparison.Ordinal);
        Assert.Contains("accumulate is 0", Assert.Throws<AdversaException>(() => Tiny.Resolve(Tiny.Recipe("ring", 20, ("accumulate", 0)))).Message, StringComparison.Ordinal);
    }

    private static ISampleSource Ring() => DataSets.Open("ring", new DataOptions(null));

    private static (double[] Weights, IReadOnlyDictionary<string, double> Values, long Images) OneUpdate(int batch, int parts)
    {
        using var noise = new Generator(1);
        using var stream = new BatchStream(Ring(), batch, seed: 1);
        using var model = new Regression(Ring().Schema);
        using var trainer = new Trainer(model, stream, noise, accumulate: parts);
        var values = trainer.Update(read: true);
        return ([.. model.Players[0].Network.Parameters.SelectMany(p => p.ToArray<float>()).Select(x => (double)x)], values, trainer.Images);
    }

    /// <summary>A perceptron without batch norm that learns the points' squared length; SGD, so that weights show gradients.</summary>
    private sealed class Regression : Model
    {
        private readonly Generator _init = new(7);
        private readonly Player _player;

        public Regression(SampleSchema schema)
        {
            Schema = schema;
            _player = new("r", new Mlp([new Linear(2, 16, _init), new LeakyReLU(0.2), new Linear(16, 1, _init)]), new(OptimizerKind.Sgd, 0.5, 0, 0));
        }

        public double Gain { get; init; } = 1;

        public override SampleSchema Schema { get; }

        public override IReadOnlyList<Player> Players => [_player];

        public override IReadOnlyList<Turn> Turns => [new(_player, Loss) { Gain = Gain }];

        public override void Dispose()
        {
            base.Dispose();
            _init.Dispose();
        }

        private LossTerms Loss(TurnContext turn)
        {
            var error = _player.Network.Forward(turn.Data) - (turn.Data * turn.Data).Sum([1], keepDim: true);
            return new() { ["square"] = (error * error).Mean() };
        }
    }

    /// <summary>A source that has only so many samples to give.</summary>
    private sealed class FailingSource(ISampleSource inner, long after) : ISampleSource
    {
        public string Name => inner.Name;

        public SampleSchema Schema => inner.Schema;

        public long Count => inner.Count;

        public bool IsEndless => inner.IsEndless;

        public string Fingerprint => inner.Fingerprint;

        public void Read(long index, SampleRow row)
        {
            if (index >= after) throw new AdversaException(3004, ExitCode.Data, new("gone", "perdido"));
            inner.Read(index, row);
        }
    }
}
