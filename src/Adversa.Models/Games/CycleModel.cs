using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Games;

/// <summary>Two games between the same collections, one for each way. Both generators move in one turn, because the way home passes through both; each discriminator has a turn of its own.</summary>
/// <remarks>Zhu et al., 2017, eq. 1 to 4 and section 4 (arXiv:1703.10593): least squares, past fakes, and the identity loss of section 5.2.</remarks>
public sealed class CycleModel : Model, ITranslator
{
    private const string There = "there", Back = "back";
    private readonly Player _translators;
    private readonly Game _there, _back;
    private readonly Func<TwoWay> _newNetwork;

    /// <summary>Creates the model.</summary>
    /// <param name="build">Samples with the fields image, the one side, and input, the other, apart.</param>
    /// <param name="cycle">Weight of coming back to where one started; 0 leaves it out.</param>
    /// <param name="identity">Weight of leaving alone what is of the other side already; 0 leaves it out.</param>
    /// <param name="pool">Past fakes of each discriminator; 0 for none.</param>
    /// <param name="newTranslator">Builds a translator between pictures of some channels and others.</param>
    /// <param name="newDiscriminator">Builds a discriminator for pictures of some channels.</param>
    /// <param name="optimizer">How every player moves.</param>
    public CycleModel(BuildContext build, double cycle, double identity, int pool, Func<int, int, Module> newTranslator, Func<int, Module> newDiscriminator, OptimizerOptions optimizer)
    {
        ArgumentNullException.ThrowIfNull(build);
        ArgumentNullException.ThrowIfNull(newDiscriminator);
        Schema = build.Schema;
        var (made, input) = (Schema.Drawn, Schema.Find(Field.Input)!);
        Given = [input];
        _newNetwork = () => new TwoWay(newTranslator(input.Shape[0], made.Shape[0]), newTranslator(made.Shape[0], input.Shape[0]));
        var both = _newNetwork();
        (_there, _back) = (OneWay(both.There, both.Back, input.Name, made), OneWay(both.Back, both.There, made.Name, input));
        _translators = new("g", both, optimizer);
        var (d1, d2) = (_there.Players[1] with { Name = "d" }, _back.Players[1] with { Name = "d_back" });
        Players = [_translators, d1, d2];
        Turns =
        [
            new(_translators, turn => Joined(_there.GeneratorLoss(turn), _back.GeneratorLoss(turn))) { ShowsData = false },
            new(d1, _there.DiscriminatorLoss),
            new(d2, turn => Renamed(_back.DiscriminatorLoss(turn))) { ShowsData = false },
        ];

        Game OneWay(Module way, Module home, string from, Field to) => new(build, () => way, newDiscriminator(to.Shape[0]), new LeastSquaresLoss(0, 1, 1), optimizer, optimizer)
        {
            Latent = 0,
            Adversarial = static () => 2,        // the paper's squares have no factor ½ for G, and one for D: "we divide the objective by 2 while optimizing D"
            Real = to.Name,
            Pool = pool > 0 ? new FakePool(pool, to) : null,
            Generate = turn => way.Forward(turn[from]),
            GeneratorTerms =
            [
                .. cycle > 0 ? [new("cycle", cycle, (turn, fake, _) => (home.Forward(fake) - turn[from]).Abs().Mean())] : Array.Empty<Term>(),
                .. identity > 0 ? [new("identity", identity, (turn, _, _) => (way.Forward(turn[to.Name]) - turn[to.Name]).Abs().Mean())] : Array.Empty<Term>(),
            ],
        };
    }

    /// <inheritdoc/>
    public override SampleSchema Schema { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Player> Players { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Turn> Turns { get; }

    /// <inheritdoc/>
    public override bool AnswersByScores => true;

    /// <inheritdoc/>
    public Module SampledNetwork => _translators.Network;

    /// <inheritdoc/>
    public Module NewSampledNetwork() => _newNetwork();

    /// <inheritdoc/>
    public IReadOnlyList<Field> Given { get; }

    /// <inheritdoc/>
    public int Stride => ResnetTranslator.Stride;

    /// <inheritdoc/>
    public bool GoesBack => true;

    /// <inheritdoc/>
    public Func<IReadOnlyList<long>, Batch>? Examples { get; set; }

    /// <inheritdoc/>
    public Tensor Sample(SampleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var network = request.Network ?? SampledNetwork;
        using var mode = new Evaluating(network);
        using var recording = Autograd.NoGrad();
        return (network is TwoWay both ? request.Back ? both.Back : both.There : network).Forward(this.GivenTo(request).TensorOf(Field.Input));
    }

    /// <inheritdoc/>
    public override void VisitState(ITensorStateVisitor visitor)
    {
        _there.VisitState(new PrefixedVisitor(visitor, $"{There}."));
        _back.VisitState(new PrefixedVisitor(visitor, $"{Back}."));
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _there.Pool?.Dispose();
        _back.Pool?.Dispose();
        base.Dispose();
    }

    private static LossTerms Joined(LossTerms there, LossTerms back)
    {
        var losses = new LossTerms();
        foreach (var (name, term) in there) losses[$"{There}.{name}"] = term;
        foreach (var (name, term) in back) losses[$"{Back}.{name}"] = term;
        return losses;
    }

    /// <summary>The way back has signals of its own names, and is not what the doctor watches.</summary>
    private static LossTerms Renamed(LossTerms losses)
    {
        var signals = losses.Signals.ToList();
        losses.Signals.Clear();
        foreach (var (name, signal) in signals) losses.Signals[$"{name}_{Back}"] = signal;
        return losses;
    }
}
