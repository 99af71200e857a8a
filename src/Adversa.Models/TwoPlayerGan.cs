using Adversa.Models.Objectives;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models;

/// <summary>The common case: a generator and a discriminator that take turns.</summary>
public sealed class TwoPlayerGan : Model
{
    private readonly Player _generator;
    private readonly Player _discriminator;
    private readonly IObjective _objective;
    private readonly Func<Module> _newGenerator;

    /// <summary>Creates the game.</summary>
    /// <param name="schema">The samples.</param>
    /// <param name="newGenerator">Builds a generator, <c>[N, Z]</c> to samples; called again for its average.</param>
    /// <param name="discriminator">Samples to raw scores, <c>[N, 1]</c>.</param>
    /// <param name="objective">The two losses.</param>
    /// <param name="generatorOptimizer">How the generator moves.</param>
    /// <param name="discriminatorOptimizer">How the discriminator moves.</param>
    public TwoPlayerGan(SampleSchema schema, Func<Module> newGenerator, Module discriminator, IObjective objective,
        OptimizerOptions generatorOptimizer, OptimizerOptions discriminatorOptimizer)
    {
        (Schema, _newGenerator, _objective) = (schema, newGenerator, objective);
        _generator = new("g", newGenerator(), generatorOptimizer);
        _discriminator = new("d", discriminator, discriminatorOptimizer);
        Turns =
        [
            new(_discriminator, DiscriminatorLoss) { Repeat = round => CriticSteps(round), After = () => AfterDiscriminator?.Invoke(_discriminator.Network) },
            new(_generator, GeneratorLoss) { NeedsData = false },
        ];
    }

    /// <summary>Z.</summary>
    public required int Latent { get; init; }

    /// <summary>The law of z.</summary>
    public Prior Prior { get; init; } = Prior.Normal;

    /// <summary>The generator's last activation.</summary>
    public Output Output { get; init; } = Output.Tanh;

    /// <summary>The discriminator's updates in a round.</summary>
    public Func<long, int> CriticSteps { get; init; } = static _ => 1;

    /// <summary>Done to the discriminator after each of its updates, such as clipping its weights.</summary>
    public Action<Module>? AfterDiscriminator { get; init; }

    /// <inheritdoc/>
    public override SampleSchema Schema { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Player> Players => [_generator, _discriminator];

    /// <inheritdoc/>
    public override IReadOnlyList<Turn> Turns { get; }

    /// <inheritdoc/>
    public override Module SampledNetwork => _generator.Network;

    /// <inheritdoc/>
    public override Module NewSampledNetwork() => _newGenerator();

    /// <inheritdoc/>
    public override Tensor Sample(SampleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var network = request.Network ?? SampledNetwork;
        using var mode = new Evaluating(network);
        using var recording = Autograd.NoGrad();
        return Output.Decode(network.Forward(Latents.OfSeeds(request.Seeds, Latent, Prior)));
    }

    /// <inheritdoc/>
    public override Tensor Realness(Tensor samples)
    {
        using var mode = new Evaluating(_discriminator.Network);
        using var recording = Autograd.NoGrad();
        return _discriminator.Network.Forward(Output.Encode(samples)).Sigmoid();
    }

    private Losses DiscriminatorLoss(TurnContext turn)
    {
        var real = Output.Encode(turn.Data);
        var fake = Fake(turn, detached: true);
        Tensor? onReal = null, onFake = null;
        var losses = _objective.Discriminator(Watch, real, fake);
        if (onReal is not null) losses.Signals["d_real"] = onReal.Detach().Sigmoid().Mean();
        if (onFake is not null) losses.Signals["d_fake"] = onFake.Detach().Sigmoid().Mean();
        return losses;

        Tensor Watch(Tensor samples)
        {
            var scores = _discriminator.Network.Forward(samples);
            if (samples == real) onReal = scores;
            if (samples == fake) onFake = scores;
            return scores;
        }
    }

    private Losses GeneratorLoss(TurnContext turn) => _objective.Generator(_discriminator.Network.Forward, Fake(turn, detached: false));

    private Tensor Fake(TurnContext turn, bool detached)
    {
        var z = Latents.Draw(turn.BatchSize, Latent, Prior, turn.Noise);
        if (!detached) return _generator.Network.Forward(z);
        using var _ = Autograd.NoGrad();
        return _generator.Network.Forward(z);
    }
}
