using Adversa.Data;
using Adversa.Data.Opening;
using Adversa.Models;
using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Losses;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Diagnostics;
using Adversa.Training.Events;
using Adversa.Training.Loop;
using Adversa.Worlds.Points;

namespace Adversa.Training.Tests.Diagnostics;

/// <summary>The two findings that held-out data tells. Data and latents are standard normal, so that the identity is a perfect generator.</summary>
public sealed class KnownByHeartTests : IDisposable
{
    private const int Dimensions = 32, Few = 64, Many = 5000;
    private readonly TensorScope _scope = new();
    private readonly Generator _rng = new(3);

    [Theory]
    [InlineData(Few, true)]
    [InlineData(Many, false)]
    public void A_discriminator_that_learns_a_few_samples_by_heart_is_called_overfitting_and_one_that_is_shown_many_is_not(int samples, bool overfits)
    {
        var identity = new Linear(Dimensions, Dimensions, _rng, bias: false);
        using (Autograd.NoGrad()) identity.Parameters[0].CopyInPlace(Ops.Eye(Dimensions));

        var found = Found(identity, samples, rounds: 300);

        Assert.Equal(overfits, found.Contains(DiagnosisKind.DiscriminatorOverfits));
    }

    // z + (1 - s)(x* - z), with x* the nearest of some samples: s times as far from x* as z is, and z is as far from it as held-out data
    [Theory]
    [InlineData(Split.Train, 0.4, true)]
    [InlineData(Split.Train, 0.6, false)]
    [InlineData(Split.Test, 0.4, false)]             // as near, to samples that were not trained on
    public void Samples_within_half_of_the_usual_distance_of_training_samples_are_called_copies(Split drawn, double share, bool copies)
    {
        var found = Found(new Copier(Normal(Few, drawn), share), Few, rounds: 0);

        Assert.Equal(copies, found.Contains(DiagnosisKind.Memorisation));
    }

    // Of a set beyond 5,120 samples only a share is looked at, and copies of the others are not seen: the share must not decide.
    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(2048)]
    [InlineData(3000)]
    [InlineData(4100)]
    [InlineData(4500)]
    [InlineData(5000)]
    [InlineData(5001)]
    [InlineData(8000)]
    [InlineData(12_000)]
    [InlineData(20_000)]
    public void A_generator_that_copies_a_set_of_any_size_is_named_and_a_perfect_one_is_not(int samples)
    {
        var identity = new Linear(Dimensions, Dimensions, _rng, bias: false);
        using (Autograd.NoGrad()) identity.Parameters[0].CopyInPlace(Ops.Eye(Dimensions));

        Assert.Contains(DiagnosisKind.Memorisation, Found(new Copier(Normal(samples, Split.Train), 0.1), samples, rounds: 0));
        Assert.DoesNotContain(DiagnosisKind.Memorisation, Found(identity, samples, rounds: 0));
    }

    // A test part of 20 beside a thousand samples is enough to say what the usual distance is.
    [Fact]
    public void A_small_test_part_suffices() =>
        Assert.Contains(DiagnosisKind.Memorisation, Found(new Copier(Normal(1000, Split.Train), 0.1), 1000, rounds: 0, unseen: 20));

    public void Dispose()
    {
        _rng.Dispose();
        _scope.Dispose();
    }

    /// <summary>What is found in a game on the first so many points, while the discriminator learns and the generator does not.</summary>
    private HashSet<DiagnosisKind> Found(Module generator, int samples, int rounds, int? unseen = null)
    {
        var source = Normal(samples, Split.Train);
        var critic = new Mlp([new Linear(Dimensions, 64, _rng), new LeakyReLU(0.2), new Linear(64, 1, _rng)], 1);
        using var gan = new Game(new(source.Schema, _rng, _rng), () => generator, critic, new GanLoss(), Rate(1e-12), Rate(0.002)) { Latent = Dimensions, Output = Output.None };
        using var stream = new BatchStream(source, 32, seed: 1, workers: 0);
        using var trainer = new Trainer(gan, stream, _rng);
        var doctor = new TrainingDoctor(new(), gan, source, () => unseen is { } few ? new FirstSamples(Normal(samples, Split.Test), few, Split.Train) : Normal(samples, Split.Test), 32);
        trainer.Watcher = doctor.See;
        while (trainer.Round < rounds) trainer.Update(read: false);
        return [.. new[] { 1000, 1100 }.SelectMany(step => doctor.Examine(step, trainer.Images, gan.SampledNetwork).Findings).Select(finding => finding.Kind)];
    }

    private static OptimizerOptions Rate(double rate) => new(OptimizerKind.Adam, rate, 0.5, 0.999);

    private static FirstSamples Normal(int samples, Split split)
    {
        var law = new Gaussian(new double[Dimensions], [.. Enumerable.Range(1, Dimensions).Select(length => (double[])[.. new double[length - 1], 1])]);
        return new(new GaussianWorld(law), samples, split);
    }

    private sealed class Copier : Module
    {
        private readonly Tensor _known;              // [M, D]
        private readonly double _share;

        internal Copier(ISampleSource samples, double share)
        {
            var count = Math.Min(samples.Count, 20_000);
            var values = new float[count * Dimensions];
            for (var i = 0; i < count; i++) samples.Read(i, values.AsSpan(i * Dimensions, Dimensions), out _);
            (_known, _share) = (Tensor.From(values, count, Dimensions), share);
        }

        public override Tensor Forward(Tensor z)
        {
            var nearest = Ops.IndexSelect(_known, 0, Ops.Argmax(z.Matmul(_known.T()) - _known.Square().Sum([1]) / 2, 1));      // the least ‖x - z‖²
            return _share * z + (1 - _share) * nearest;
        }
    }
}
