using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Losses;
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
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("discriminatorLearningRate", o => o.DiscriminatorLearningRate, (o, x) => o with { DiscriminatorLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
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
                yield return new("options.levels", Words.LevelsFitSidesAreMultiples(levels, unit, SmallestSide * unit, LargestSide * unit, schema));
    }
}

/// <summary>Boundary equilibrium: the discriminator is an autoencoder, and a controller keeps its losses on fakes and real pictures in a fixed ratio.</summary>
public static class BeganVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<BeganOptions>(
        id: "began",
        about: Words.BoundaryEquilibriumGAN,
        paper: new("BEGAN: Boundary Equilibrium Generative Adversarial Networks", "Berthelot, Schumm, Metz", 2017, "arXiv:1703.10717"),
        presets:
        [
            new("small", new BeganOptions(Gain: 0.05, LearningRate: 5e-4), Batch: 16, Steps: 10_000, Words.NarrowForCPU),
            new("berthelot64", new BeganOptions(Width: 64, Levels: 3, Patience: 50_000), Batch: 16, Steps: 200_000, Words.PapersSmallerNetworksAtX64) { LargestSide = 112 },
            new("berthelot128", new BeganOptions(Width: 128, Levels: 4, Patience: 50_000), Batch: 16, Steps: 200_000, Words.PapersLargerNetworksAtX128) { LargestSide = 192 },
        ],
        options: BeganOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image) { LeastSide = 6 },
    };

    private static Game Build(BeganOptions o, BuildContext build)
    {
        var balance = new Balance(o);
        var d = new BeganDiscriminator(build.Schema, o.Latent, o.Width, o.Levels, build.Init);
        return new(build,
            newGenerator: () => new BeganDecoder(build.Schema, o.Latent, o.Width, o.Levels, build.Init),
            discriminator: d,
            new EquilibriumLoss(balance.Equilibrium),
            generatorOptimizer: new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2),
            discriminatorOptimizer: new(OptimizerKind.Adam, o.DiscriminatorLearningRate ?? o.LearningRate, o.Beta1, o.Beta2))
        {
            Latent = o.Latent,
            Prior = Prior.Uniform,
            Output = Output.None,
            Judge = (pictures, _) => new(-Errors(pictures, d.Forward(pictures))),
            Course = balance,
        };
    }

    // L(v) = mean |v - D(v)| of each picture: a sum would make λ_k thousands of times too fast
    private static Tensor Errors(Tensor pictures, Tensor again) => (pictures - again).Abs().Flatten(1).Mean([1], keepDim: true);      // [N, 1]
}

/// <summary>The controller that holds the two errors in their ratio, and rates that are halved when the measure of convergence stalls.</summary>
internal sealed class Balance(BeganOptions o) : Course
{
    private readonly StallWatch _watch = new(o.Patience);
    private int _batches;        // of the update in progress, where it gathers several; 0 between updates

    internal Equilibrium Equilibrium { get; } = new(o.Gamma, o.Gain);

    /// <summary>½ to the number of times that the measure of convergence has stalled.</summary>
    public override double LearningRateFactor => _watch.Factor;

    public override void DiscriminatorSaw(Scores scores, LossTerms losses) => Equilibrium.OnReal = Mean(Equilibrium.OnReal, -scores.Real.Detach().Mean().Item());

    public override void GeneratorSaw(Scores scores, LossTerms losses)
    {
        Equilibrium.OnFake = Mean(Equilibrium.OnFake, -scores.Fake.Detach().Mean().Item());
        var (k, ratio, measure) = (Equilibrium.K, Equilibrium.OnFake / Equilibrium.OnReal, Equilibrium.Measure);      // as they are before the update
        losses.Signals["k"] = () => k;
        losses.Signals["ratio"] = () => ratio;
        losses.Signals["measure"] = () => measure;
    }

    public override void DiscriminatorMoved() => _batches = 0;

    public override void GeneratorMoved()
    {
        _batches = 0;
        _watch.See(Equilibrium.Measure);
        Equilibrium.Update();
    }

    public override void VisitState(IStateVisitor visitor)
    {
        Equilibrium.VisitState(visitor);
        _watch.VisitState(visitor);
    }

    /// <summary>The mean over the batches of an update so far.</summary>
    private double Mean(double before, double value) => ++_batches == 1 ? value : before + (value - before) / _batches;
}
