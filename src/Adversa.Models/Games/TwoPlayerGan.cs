using Adversa.Models.Networks;
using Adversa.Models.Objectives;
using Adversa.Models.Views;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Games;

/// <summary>The common case: a generator and a discriminator that take turns.</summary>
public sealed class TwoPlayerGan : Model
{
    private readonly Player _generator;
    private readonly Player _discriminator;
    private readonly IObjective _objective;
    private readonly Func<Module> _newGenerator;
    private readonly DiscriminatorView _view;
    private IReadOnlyList<Turn>? _turns;

    /// <summary>Creates the game.</summary>
    /// <param name="build">The samples, and the techniques that the discriminator was built for.</param>
    /// <param name="newGenerator">Builds a generator, <c>[N, Z]</c> to samples; called again for its average.</param>
    /// <param name="discriminator">Samples to raw scores, <c>[N, 1]</c>.</param>
    /// <param name="objective">The two losses.</param>
    /// <param name="generatorOptimizer">How the generator moves.</param>
    /// <param name="discriminatorOptimizer">How the discriminator moves.</param>
    public TwoPlayerGan(BuildContext build, Func<Module> newGenerator, Module discriminator, IObjective objective,
        OptimizerOptions generatorOptimizer, OptimizerOptions discriminatorOptimizer)
    {
        ArgumentNullException.ThrowIfNull(build);
        ArgumentNullException.ThrowIfNull(newGenerator);
        ArgumentNullException.ThrowIfNull(objective);
        (Schema, Techniques, _newGenerator, _objective) = (build.Schema, build.Techniques, newGenerator, objective);
        _view = new DiscriminatorView(Techniques, objective.Middle);
        _generator = new("g", newGenerator(), generatorOptimizer);
        _discriminator = new("d", discriminator, discriminatorOptimizer);
    }

    /// <summary>Z.</summary>
    public required int Latent { get; init; }

    /// <summary>The law of z.</summary>
    public Prior Prior { get; init; } = Prior.Normal;

    /// <summary>The generator's last activation.</summary>
    public Output Output
    {
        get => _view.Output;
        init => _view.Output = value;
    }

    /// <summary>The discriminator's updates in a round.</summary>
    public Func<long, int> CriticSteps { get; init; } = static _ => 1;

    /// <summary>The weight of the class losses where the discriminator has a head for classes: see <see cref="TwoHeads"/>.</summary>
    public double ClassWeight { get; init; } = 1;

    /// <summary>Done to the discriminator after each of its updates, such as clipping its weights.</summary>
    public Action<Module>? AfterDiscriminator { get; init; }

    /// <inheritdoc/>
    public override SampleSchema Schema { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Player> Players => [_generator, _discriminator];

    /// <summary>What the game is trained with beside its losses.</summary>
    public Techniques Techniques { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Turn> Turns => _turns ??=
    [
        new(_discriminator, DiscriminatorLoss) { Repeat = CriticSteps, After = AfterDiscriminator is null ? null : () => AfterDiscriminator(_discriminator.Network) },
        .. Techniques.R1 > 0 ? [new Turn(_discriminator, R1Loss) { Every = Techniques.R1Every, Gain = Techniques.R1Every }] : Array.Empty<Turn>(),
        new(_generator, GeneratorLoss) { NeedsData = IsConditional, ShowsData = false },
    ];

    /// <inheritdoc/>
    public override Module SampledNetwork => _generator.Network;

    /// <inheritdoc/>
    public override Module NewSampledNetwork() => _newGenerator();

    /// <inheritdoc/>
    public override bool TakesClass => IsConditional;

    /// <inheritdoc/>
    public override Tensor Sample(SampleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var network = request.Network ?? SampledNetwork;
        using var mode = new Evaluating(network);
        using var recording = Autograd.NoGrad();
        var z = Latents.OfSeeds(request.Seeds, Latent, Prior);
        return Output.Decode(network is ConditionalModule conditional ? conditional.Forward(z, request.Labels(Schema)) : network.Forward(z));
    }

    /// <inheritdoc/>
    public override Tensor? Realness(Tensor samples)
    {
        if (_discriminator.Network is ConditionalModule || Techniques.Pack > 1) return null;
        using var mode = new Evaluating(_discriminator.Network);
        using var recording = Autograd.NoGrad();
        return _discriminator.Network.Forward(Output.Encode(samples)).Sigmoid();
    }

    /// <summary>The probability of each class by the discriminator's own head, in evaluation mode; null when it has none.</summary>
    /// <param name="samples">Samples in the schema's range, <c>[N, ...]</c>.</param>
    /// <returns><c>[N, K]</c>, each row adds up to 1.</returns>
    public Tensor? Probabilities(Tensor samples)
    {
        if (_discriminator.Network is not TwoHeads heads) return null;
        using var mode = new Evaluating(heads);
        using var recording = Autograd.NoGrad();
        return Ops.Softmax(heads.Both(Output.Encode(samples)).Classes, 1);
    }

    /// <inheritdoc/>
    public override CriticView? Critic => _discriminator.Network is ConditionalModule ? null : new(samples =>
    {
        using var mode = new Evaluating(_discriminator.Network);
        return _discriminator.Network.Forward(_view.Pack(Output.Encode(samples)));
    }, Techniques.Pack, AfterDiscriminator is null ? _objective.Lipschitz : null) { Multiple = Techniques.Pack * Math.Max(1, Techniques.MinibatchStddev) };

    /// <inheritdoc/>
    public override DiscriminatorTap? Discriminator => Techniques.Pack > 1 || _discriminator.Network is not ITapped ? null
        : new(_discriminator.Network, samples => Output.Encode(samples));

    /// <inheritdoc/>
    public override void VisitState(ITensorStateVisitor visitor) => _view.VisitState(visitor);

    /// <inheritdoc/>
    public override bool AnswersByScores => !_objective.IsProbability;

    /// <summary>What the log says of D: a mean probability, or a mean score where the loss gives scores no such meaning.</summary>
    private Tensor Answer(Tensor scores) => (_objective.IsProbability ? scores.Detach().Sigmoid() : scores.Detach()).Mean();

    private bool IsConditional => _generator.Network is ConditionalModule;

    private Losses DiscriminatorLoss(TurnContext turn)
    {
        var real = _view.Pack(Output.Encode(turn.Data));
        var fake = _view.Pack(Fake(turn, detached: true));
        Tensor? named = null, namedReal = null, namedFake = null, onReal = null, onFake = null;
        var score = Score(turn, classes => named = classes);
        var critic = _view.Critic(score, turn);
        var losses = _objective.Discriminator(Watch, real, fake);
        if (_view.Dragan(score, real, turn) is { } penalty) losses["dragan"] = penalty;
        if (onReal is not null)
        {
            losses.Signals["d_real"] = Answer(onReal);
            losses.Middle = onFake is null ? _objective.Middle : _objective.MiddleOf(onReal, onFake);
            _view.Observe(onReal, turn.BatchSize, losses.Middle);
        }

        if (onFake is not null) losses.Signals["d_fake"] = Answer(onFake);
        if (onReal is not null && onFake is not null && _objective.EstimatesDistance) losses.Signals["w_distance"] = onReal.Detach().Mean() - onFake.Detach().Mean();
        (losses.OnReal, losses.OnFake) = (onReal?.Detach(), onFake?.Detach());
        if (namedReal is not null && namedFake is not null)
        {
            losses["class_real"] = ClassLoss(namedReal, turn);
            losses["class_fake"] = ClassLoss(namedFake, turn);
            losses.Signals["class_accuracy"] = Ops.Eq(Ops.Argmax(namedReal.Detach(), 1), turn.Classes).To(DType.Float32).Mean();
        }

        if (_view.AdaProbability is { } p) losses.Signals["ada_p"] = Tensor.Scalar(p);
        return losses;

        Tensor Watch(Tensor samples)
        {
            var scores = critic(samples);
            if (samples == real) (onReal, namedReal) = (scores, named);
            if (samples == fake) (onFake, namedFake) = (scores, named);
            return scores;
        }
    }

    private Losses R1Loss(TurnContext turn) => new() { ["r1"] = _view.R1(Score(turn), _view.Pack(Output.Encode(turn.Data)), turn) };

    private Losses GeneratorLoss(TurnContext turn)
    {
        Tensor? named = null;
        var losses = _objective.Generator(_view.Critic(Score(turn, classes => named = classes), turn), _view.Pack(Fake(turn, detached: false)));
        if (named is not null) losses["class"] = ClassLoss(named, turn);
        return losses;
    }

    /// <summary>The cross entropy of the class head; logits go in. Real and generated samples share the classes of the turn's batch.</summary>
    private Tensor ClassLoss(Tensor logits, TurnContext turn) => ClassWeight * Ops.CrossEntropyLoss(logits, turn.Classes);

    /// <summary>The network on what it sees; a conditional one is told the classes of the turn's batch, which real and generated samples share.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="named">Told what a head for classes says of what is scored.</param>
    private Critic Score(TurnContext turn, Action<Tensor>? named = null) => samples =>
    {
        switch (_discriminator.Network)
        {
            case ConditionalModule conditional: return conditional.Forward(samples, turn.Classes);
            case TwoHeads heads:
                var (score, classes) = heads.Both(samples);
                named?.Invoke(classes);
                return score;
            case var network: return network.Forward(samples);
        }
    };

    private Tensor Fake(TurnContext turn, bool detached)
    {
        var z = Latents.Draw(turn.BatchSize, Latent, Prior, turn.Noise);
        if (!detached) return Generate(z, turn);
        using var _ = Autograd.NoGrad();
        return Generate(z, turn);
    }

    private Tensor Generate(Tensor z, TurnContext turn) => IsConditional ? ((ConditionalModule)_generator.Network).Forward(z, turn.Classes) : _generator.Network.Forward(z);
}
