using Adversa.Core.Options;
using Adversa.Models.Networks;
using Adversa.Models.Objectives;
using Adversa.Torch.Nn;
using Adversa.Torch;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.BeganOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of BEGAN.</summary>
/// <param name="Latent">Length of z and of the discriminator's code, from 1 to 4096.</param>
/// <param name="Width">n, the channels of a layer, from 1 to 512; the encoder has n more at each level.</param>
/// <param name="Levels">How often the side doubles, from 1 to 6; the picture's sides are multiples of 2^levels.</param>
/// <param name="Gamma">γ, the wanted ratio of the loss on fakes to the loss on real pictures, in [0, 1]: low gives likeness, high gives variety.</param>
/// <param name="Gain">λ_k, by how much k follows the error, from 0 to 1.</param>
/// <param name="LearningRate">The rate of both players, in (0, 1].</param>
/// <param name="DiscriminatorLearningRate">The discriminator's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="Patience">Rounds without a fall of the convergence measure after which both rates are halved, from 0 to 999999; 0 keeps them.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
public sealed record BeganOptions(int Latent = 64, int Width = 16, int Levels = 2, double Gamma = 0.5, double Gain = 1e-3, double LearningRate = 1e-4,
    double? DiscriminatorLearningRate = null, int Patience = 5_000, double Beta1 = 0.5, double Beta2 = 0.999) : IVariantOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<BeganOptions> List { get; } = new(new BeganOptions(),
    [
        Option.Int("latent", o => o.Latent, (o, x) => o with { Latent = x }, 1, 4096),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 512),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 1, 6),
        Option.Real("gamma", o => o.Gamma, (o, x) => o with { Gamma = x }, 0, 1),
        Option.Real("gain", o => o.Gain, (o, x) => o with { Gain = x }, 0, 1),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1),
        Option.OptionalReal("discriminatorLearningRate", o => o.DiscriminatorLearningRate, (o, x) => o with { DiscriminatorLearningRate = x }, 0, 1),
        Option.Int("patience", o => o.Patience, (o, x) => o with { Patience = x }, 0, 999_999),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
    ]);

    private const int SmallestSide = 3;
    private const int LargestSide = 16;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return
        [
            .. List.Problems(this),
            .. Sides(schema, Math.Clamp(Levels, 1, 6)),
        ];
    }

    private static IEnumerable<Problem> Sides(SampleSchema schema, int levels)
    {
        var unit = 1 << levels;
        foreach (var side in new[] { schema.Height, schema.Width }.Distinct())
            if (side % unit != 0 || side / unit is < SmallestSide or > LargestSide)
                yield return new("options.levels", new(
                    $"{levels} levels fit sides that are multiples of {unit} from {SmallestSide * unit} to {LargestSide * unit}; the data is {schema}. Choose another size (--size N) or options.levels.",
                    $"{levels} niveles admiten lados múltiplos de {unit} entre {SmallestSide * unit} y {LargestSide * unit}; los datos son {schema}. Elija otro tamaño (--size N) u options.levels."));
    }
}

/// <summary>Boundary equilibrium: the discriminator is an autoencoder, and a controller keeps its losses on fakes and real pictures in a fixed ratio.</summary>
public static class BeganVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<BeganOptions>(
        id: "began",
        about: new("Boundary equilibrium GAN: an autoencoder judges, and a controller holds it back.", "GAN de equilibrio en la frontera: juzga un autocodificador y un controlador lo frena."),
        paper: new("BEGAN: Boundary Equilibrium Generative Adversarial Networks", "Berthelot, Schumm, Metz", 2017, "arXiv:1703.10717"),
        presets:
        [
            new("small", new BeganOptions(Gain: 0.05, LearningRate: 5e-4), Batch: 16, Steps: 10_000, new("Narrow, for a CPU; sides from 12 to 64.", "Estrecha, para una CPU; lados de 12 a 64.")),
            new("berthelot64", new BeganOptions(Width: 64, Levels: 3, Patience: 50_000), Batch: 16, Steps: 200_000, new("The paper's smaller networks at 64x64; for a GPU.", "Las redes menores del artículo a 64x64; para una GPU.")) { LargestSide = 112 },
            new("berthelot128", new BeganOptions(Width: 128, Levels: 4, Patience: 50_000), Batch: 16, Steps: 200_000, new("The paper's larger networks at 128x128; for a GPU.", "Las redes mayores del artículo a 128x128; para una GPU.")) { LargestSide = 192 },
        ],
        options: BeganOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image) { LeastSide = 6 },
    };

    private static EquilibriumGan Build(BeganOptions o, BuildContext build) => new(
        build.Schema, o,
        newGenerator: () => new BeganDecoder(build.Schema, o.Latent, o.Width, o.Levels, build.Init),
        discriminator: new BeganDiscriminator(build.Schema, o.Latent, o.Width, o.Levels, build.Init));
}

/// <summary>A generator against an autoencoder. Its losses are errors of reconstruction; the state is the controller's and the rates'.</summary>
internal sealed class EquilibriumGan : Model
{
    private readonly BeganOptions _options;
    private readonly Func<BeganDecoder> _newGenerator;
    private readonly BeganDecoder _g;
    private readonly BeganDiscriminator _d;
    private readonly Equilibrium _equilibrium;
    private readonly StallWatch _watch;
    private int _batches;        // of the update in progress, where it gathers several; 0 between updates

    internal EquilibriumGan(SampleSchema schema, BeganOptions o, Func<BeganDecoder> newGenerator, BeganDiscriminator discriminator)
    {
        (Schema, _options, _newGenerator, _d) = (schema, o, newGenerator, discriminator);
        (_g, _equilibrium, _watch) = (newGenerator(), new(o.Gamma, o.Gain), new(o.Patience));
        Players =
        [
            new("g", _g, new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2)),
            new("d", _d, new(OptimizerKind.Adam, TwoRates.Discriminator(o.LearningRate, o.DiscriminatorLearningRate), o.Beta1, o.Beta2)),
        ];
        Turns = [new(Players[1], DiscriminatorLoss) { After = EndUpdate }, new(Players[0], GeneratorLoss) { NeedsData = false, After = EndRound }];
    }

    public override SampleSchema Schema { get; }

    public override IReadOnlyList<Player> Players { get; }

    public override IReadOnlyList<Turn> Turns { get; }

    public override Module SampledNetwork => _g;

    /// <summary>½ to the number of times that the measure of convergence has stalled.</summary>
    public override double LearningRateFactor => _watch.Factor;

    public override Module NewSampledNetwork() => _newGenerator();

    public override Tensor Sample(SampleRequest request)
    {
        var network = request.Network ?? _g;
        using var mode = new Evaluating(network);
        using var recording = Autograd.NoGrad();
        return Ops.Clamp(network.Forward(Latents.OfSeeds(request.Seeds, _options.Latent, Prior.Uniform)), -1, 1);
    }

    public override void VisitState(ITensorStateVisitor visitor)
    {
        _equilibrium.VisitState(visitor);
        _watch.VisitState(visitor);
    }

    // L(x) - k L(x̃)
    private Losses DiscriminatorLoss(TurnContext turn)
    {
        Tensor fake;
        using (Autograd.NoGrad()) fake = _g.Forward(Draw(turn));
        var onReal = Error(turn.Data);
        _equilibrium.OnReal = Mean(_equilibrium.OnReal, onReal.Item());
        return new Losses { ["real"] = onReal, ["fake"] = -_equilibrium.K * Error(fake) };
    }

    // L(x̃)
    private Losses GeneratorLoss(TurnContext turn)
    {
        var onFake = Error(_g.Forward(Draw(turn)));
        _equilibrium.OnFake = Mean(_equilibrium.OnFake, onFake.Item());
        var losses = new Losses { ["fake"] = onFake };
        losses.Signals["k"] = Tensor.Full([], _equilibrium.K);
        losses.Signals["ratio"] = Tensor.Full([], _equilibrium.OnFake / _equilibrium.OnReal);
        losses.Signals["measure"] = Tensor.Full([], _equilibrium.Measure);
        return losses;
    }

    /// <summary>The mean over the batches of an update so far.</summary>
    private double Mean(double before, double value) => ++_batches == 1 ? value : before + (value - before) / _batches;

    private void EndUpdate() => _batches = 0;

    private void EndRound()
    {
        EndUpdate();
        _watch.See(_equilibrium.Measure);
        _equilibrium.Update();
    }

    // L(v) = mean |v - D(v)|: a sum would make λ_k thousands of times too fast
    private Tensor Error(Tensor pictures) => (pictures - _d.Forward(pictures)).Abs().Mean();

    private Tensor Draw(TurnContext turn) => Latents.Draw(turn.BatchSize, _options.Latent, Prior.Uniform, turn.Noise);
}
