using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Models.Penalties;
using Adversa.Models.Views;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Games;

/// <summary>A generator against a discriminator: every adversarial system is this game with networks, a loss, penalties and terms of its own.</summary>
/// <remarks>The game draws the fakes and lets the discriminator say what it thinks of them, once a turn; losses, penalties and terms are functions of that.</remarks>
public class Game : Model, ISampler
{
    private readonly Player _generator;
    private readonly Player _discriminator;
    private readonly IAdversarialLoss _loss;
    private readonly Func<Module> _newGenerator;
    private readonly DiscriminatorView _view;
    private IReadOnlyList<Turn>? _turns;
    private IReadOnlyList<Penalty>? _allPenalties;

    /// <summary>Creates the game.</summary>
    /// <param name="build">The samples, and the techniques that the discriminator was built for.</param>
    /// <param name="newGenerator">Builds a generator, <c>[N, Z]</c> to samples; called again for its average.</param>
    /// <param name="discriminator">Samples to raw scores, <c>[N, 1]</c>: as it is, told the classes (<see cref="ConditionalModule"/>), naming them
    /// (<see cref="TwoHeads"/>), or read by a <see cref="Judge"/>.</param>
    /// <param name="loss">The two losses.</param>
    /// <param name="generatorOptimizer">How the generator moves.</param>
    /// <param name="discriminatorOptimizer">How the discriminator moves.</param>
    public Game(BuildContext build, Func<Module> newGenerator, Module discriminator, IAdversarialLoss loss,
        OptimizerOptions generatorOptimizer, OptimizerOptions discriminatorOptimizer)
    {
        ArgumentNullException.ThrowIfNull(build);
        ArgumentNullException.ThrowIfNull(newGenerator);
        ArgumentNullException.ThrowIfNull(loss);
        (Schema, Techniques, _newGenerator, _loss) = (build.Schema, build.Techniques, newGenerator, loss);
        _view = new DiscriminatorView(Techniques, loss.Middle);
        _generator = new("g", newGenerator(), generatorOptimizer);
        _discriminator = new("d", discriminator, discriminatorOptimizer);
    }

    /// <summary>Z; 0 where <see cref="Generate"/> draws no latent vector.</summary>
    public required int Latent { get; init; }

    /// <summary>The law of z.</summary>
    public Prior Prior { get; init; } = Prior.Normal;

    /// <summary>The generator's last activation.</summary>
    public Output Output
    {
        get => _view.Output;
        init => _view.Output = value;
    }

    /// <summary>What the discriminator pays for beside its loss.</summary>
    public IReadOnlyList<Penalty> Penalties { get; init; } = [];

    /// <summary>What is added to the discriminator's loss.</summary>
    public IReadOnlyList<Term> DiscriminatorTerms { get; init; } = [];

    /// <summary>What is added to the generator's loss.</summary>
    public IReadOnlyList<Term> GeneratorTerms { get; init; } = [];

    /// <summary>What is watched in the discriminator's turn and not minimised.</summary>
    public IReadOnlyList<Term> Watched { get; init; } = [];

    /// <summary>The discriminator's updates in a round.</summary>
    public Func<long, int> CriticSteps { get; init; } = static _ => 1;

    /// <summary>Done to the discriminator after each of its updates, such as clipping its weights.</summary>
    public Action<Module>? AfterDiscriminator { get; init; }

    /// <summary>What the discriminator says of samples in a turn, where its network does not give a score; null where it does. It closes over what a condition needs.</summary>
    public Func<Tensor, TurnContext?, Answer>? Judge { get; init; }

    /// <summary>What the generator makes in a turn; null where it is given a latent vector, and the class where it is told one.</summary>
    public Func<TurnContext, Tensor>? Generate { get; init; }

    /// <summary>The weight of the adversarial loss in the generator's, now. While it is 0 there is no game: the discriminator neither moves nor is it asked, and the generator learns from its terms.</summary>
    public Func<double> Adversarial { get; init; } = static () => 1;

    /// <summary>The field whose samples are the real ones; null for what is drawn. Of two games that translate both ways, one learns what the other is given.</summary>
    public string? Real { get; init; }

    /// <summary>Past fakes, of which the discriminator sees some in place of new ones; null where it sees the new ones alone.</summary>
    public FakePool? Pool { get; init; }

    /// <summary>Samples that the discriminator must see together, because it compares them; 1 as a rule.</summary>
    public int Group { get; init; } = 1;

    /// <summary>What changes in the course of the game.</summary>
    public Course Course { get; init; } = new();

    /// <inheritdoc/>
    public override SampleSchema Schema { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Player> Players => [_generator, _discriminator];

    /// <summary>What the game is trained with beside its losses.</summary>
    public Techniques Techniques { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Turn> Turns => _turns ??=
    [
        new(_discriminator, DiscriminatorLoss) { Repeat = CriticSteps, When = () => Course.DiscriminatorMoves && Adversarial() > 0, After = AfterDiscriminatorMoved },
        .. AllPenalties.Where(penalty => penalty.Every is not null).Select(penalty => new Turn(_discriminator, turn => new() { [penalty.Name] = penalty.Weight * penalty.Of(Sit(turn)) })
        {
            Every = penalty.Every!.Value,
            Gain = penalty.Gain,
        }),
        new(_generator, GeneratorLoss) { NeedsData = IsConditional || Generate is not null || _loss.GeneratorSeesReal, ShowsData = false, After = Course.GeneratorMoved },
    ];

    /// <inheritdoc/>
    public Module SampledNetwork => _generator.Network;

    /// <inheritdoc/>
    public Module NewSampledNetwork() => _newGenerator();

    /// <inheritdoc/>
    public bool TakesClass => IsConditional;

    /// <inheritdoc/>
    public override double LearningRateFactor => Course.LearningRateFactor;

    /// <summary>The weight of each penalty by its name, and the share of augmented pictures.</summary>
    public override IReadOnlyList<Dial> Dials =>
    [
        .. AllPenalties.Select(penalty => new Dial(penalty.Name, () => penalty.Weight, x => penalty.Weight = x)),
        new(Dial.Augment, () => _view.AugmentShare, x => _view.AugmentShare = x),
    ];

    /// <inheritdoc/>
    public virtual Tensor Sample(SampleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var network = request.Network ?? SampledNetwork;
        using var mode = new Evaluating(network);
        using var recording = Autograd.NoGrad();
        var z = Latents.OfSeeds(request.Seeds, Latent, Prior);
        var samples = Course.Finish(Output.Decode(network is ConditionalModule conditional ? conditional.Forward(z, request.Labels(Schema)) : network.Forward(z)));
        return Output == Output.None && Schema.Kind == FieldKind.Image ? Ops.Clamp(samples, -1, 1) : samples;      // a network without a last activation may overstep
    }

    /// <summary>The probability of each class by the discriminator's own head, in evaluation mode; null when it has none.</summary>
    /// <param name="samples">Samples in the schema's range, <c>[N, ...]</c>.</param>
    /// <returns><c>[N, K]</c>, each row adds up to 1.</returns>
    public Tensor? Probabilities(Tensor samples)
    {
        if (_discriminator.Network is not TwoHeads heads) return null;
        using var mode = new Evaluating(heads);
        using var recording = Autograd.NoGrad();
        return Ops.Softmax(heads.Answer(Output.Encode(samples)).Classes!, 1);
    }

    /// <inheritdoc/>
    public override CriticView? Critic => _discriminator.Network is ConditionalModule ? null : new(samples =>
    {
        using var mode = new Evaluating(_discriminator.Network);
        return Ask(See(samples), turn: null).Score;
    }, Techniques.Pack, AfterDiscriminator is null ? _loss.Lipschitz : null) 
    {
        Multiple = Techniques.Pack * Math.Max(Group, Techniques.MinibatchStddev),
        Realness = Judge is null && Group == 1 && Techniques.Pack == 1 ? Realness : null,
    };

    /// <inheritdoc/>
    public override DiscriminatorTap? Discriminator => Techniques.Pack > 1 || _discriminator.Network is not ITapped ? null
        : new(_discriminator.Network, samples => Output.Encode(samples));

    /// <inheritdoc/>
    public override void VisitState(ITensorStateVisitor visitor)
    {
        _view.VisitState(visitor);
        Course.VisitState(visitor);
        Pool?.VisitState(visitor);
    }

    /// <inheritdoc/>
    public override bool AnswersByScores => !_loss.IsProbability;

    private Tensor Realness(Tensor samples)
    {
        using var mode = new Evaluating(_discriminator.Network);
        using var recording = Autograd.NoGrad();
        return _discriminator.Network.Forward(Output.Encode(samples)).Sigmoid();
    }

    private bool IsConditional => _generator.Network is ConditionalModule;

    /// <summary>The system's own, and those of the techniques.</summary>
    private IReadOnlyList<Penalty> AllPenalties => _allPenalties ??=
    [
        .. Penalties,
        .. Techniques.Dragan > 0 ? [new DraganPenalty(Techniques.Dragan)] : Array.Empty<Penalty>(),
        .. Techniques.R1 > 0 ? [new R1Penalty(Techniques.R1) { Every = Techniques.R1Every }] : Array.Empty<Penalty>(),
    ];

    /// <summary>What the discriminator minimises in a turn. Public, so that a system of two games can put their losses together.</summary>
    /// <param name="turn">Real samples, and what else the batch holds.</param>
    public LossTerms DiscriminatorLoss(TurnContext turn)
    {
        Course.Begin(turn, _generator.Network);
        using var numbers = new PrecisionScope(AllPenalties.Any(penalty => penalty.DifferentiatesScores) ? Precision.Fp32 : PrecisionScope.Current);
        var seen = Sit(turn);
        var losses = _loss.Discriminator(seen.Scores);
        foreach (var penalty in AllPenalties.Where(penalty => penalty.Every is null)) losses[penalty.Name] = penalty.Weight * penalty.Of(seen);
        foreach (var term in DiscriminatorTerms) losses[term.Name] = term.Weight * term.Of(turn, seen.Fake, seen.Scores);
        foreach (var term in Watched) losses.Signals[term.Name] = () => term.Weight * term.Of(turn, seen.Fake, seen.Scores).Item();
        Report(seen.Scores, losses, turn.BatchSize);
        Course.DiscriminatorSaw(seen.Scores, losses);
        return losses;
    }

    /// <summary>What the generator minimises in a turn.</summary>
    /// <param name="turn">Real samples where the loss, a term or a condition reads them.</param>
    public LossTerms GeneratorLoss(TurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var fake = Draw(turn);
        var weight = Adversarial();
        var scores = weight > 0 ? ScoresOf(turn, fake) : null;
        var losses = scores is null ? new() : _loss.Generator(scores);
        if (weight is > 0 and not 1)
            foreach (var (name, term) in losses.ToList()) losses[name] = weight * term;
        foreach (var term in GeneratorTerms) losses[term.Name] = term.Weight * term.Of(turn, fake, scores!);
        if (scores is not null) Course.GeneratorSaw(scores, losses);
        return losses;
    }

    private Scores ScoresOf(TurnContext turn, Tensor fake)
    {
        var judge = Judging(turn);
        return new(_loss.GeneratorSeesReal ? judge(See(RealOf(turn))) : null, judge(_view.Pack(fake)));
    }

    private CriticTurn Sit(TurnContext turn)
    {
        var judge = Judging(turn);
        var isSource = AllPenalties.Any(penalty => penalty.DifferentiatesScores);
        return new(Source(See(RealOf(turn))), () => Source(_view.Pack(Detached(turn))), judge)
        {
            Network = samples => Ask(samples, turn).Score,
            View = samples => _view.Vary(samples, turn),
            Noise = turn.Noise,
        };

        Tensor Source(Tensor samples)
        {
            if (!isSource) return samples;
            var leaf = samples.Detach();
            leaf.RequiresGrad = true;
            return leaf;
        }
    }

    /// <summary>What the discriminator says in a turn of samples as it sees them.</summary>
    private Func<Tensor, Answer> Judging(TurnContext turn) => samples => Ask(_view.Vary(samples, turn), turn);

    private Answer Ask(Tensor samples, TurnContext? turn) => Judge is not null ? Judge(samples, turn) : _discriminator.Network switch
    {
        ConditionalModule conditional => new(conditional.Forward(samples, turn!.Classes)),
        IAnswering answering => answering.Answer(samples),
        var network => new(network.Forward(samples)),
    };

    /// <summary>Real samples in the networks' range and packs, as the course has them.</summary>
    private Tensor See(Tensor samples) => _view.Pack(Course.Present(Output.Encode(samples)));

    private Tensor Detached(TurnContext turn)
    {
        using var _ = Autograd.NoGrad();
        var fake = Draw(turn);
        return Pool is null ? fake : Pool.Exchange(fake, turn.Noise);
    }

    private Tensor RealOf(TurnContext turn) => Real is null ? turn.Data : turn[Real];

    private Tensor Draw(TurnContext turn)
    {
        if (Generate is not null) return Generate(turn);
        var z = Latents.Draw(turn.BatchSize, Latent, Prior, turn.Noise);
        return _generator.Network is ConditionalModule conditional ? conditional.Forward(z, turn.Classes) : _generator.Network.Forward(z);
    }

    /// <summary>What the log and the doctor are told, and the technique that listens.</summary>
    private void Report(Scores s, LossTerms losses, int images)
    {
        _view.Observe(losses.Tell(_loss, s).Real, images, losses.Middle);
        if (_view.AdaProbability is { } p) losses.Signals["ada_p"] = () => p;
    }

    private void AfterDiscriminatorMoved()
    {
        AfterDiscriminator?.Invoke(_discriminator.Network);
        Course.DiscriminatorMoved();
    }
}
