using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Losses;
using Adversa.Torch.Nn;
using Adversa.Torch;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.WganOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of WGAN.</summary>
/// <param name="Body">The networks' plan.</param>
/// <param name="Latent">Z, from 1 to 4096.</param>
/// <param name="Width">Channels next to the picture, or units of a dense layer; from 1 to 1024.</param>
/// <param name="Levels">How often the side doubles, from 1 to 6.</param>
/// <param name="CriticSteps">Critic updates in a round, 1 to 1000.</param>
/// <param name="FirstRounds">Rounds at the beginning in which the critic takes its long turn, 0 to 10^6.</param>
/// <param name="LongTurn">Critic updates in those rounds and in every 500th one, 1 to 1000.</param>
/// <param name="Clip">c: after each of its updates every number of the critic is clamped to [-c, c]; in (0, 10].</param>
/// <param name="Norm">The norm between the critic's layers; dense bodies have none. Clipping crushes a norm's scale to c as well.</param>
/// <param name="LearningRate">RMSprop's rate of both players, in (0, 1].</param>
/// <param name="CriticLearningRate">The critic's rate, in [0, 1]; 0 takes the other one.</param>
public sealed record WganOptions(GameBody Body = GameBody.Strided, int Latent = 100, int Width = 64, int Levels = 2, int CriticSteps = 5, int FirstRounds = 25,
    int LongTurn = 100, double Clip = 0.01, Norm Norm = Norm.None, double LearningRate = 5e-5, double? CriticLearningRate = null) : IGameOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<WganOptions> List { get; } = new(new WganOptions(),
    [
        Option.Choice("body", o => o.Body, (o, x) => o with { Body = x }),
        Option.Int("latent", o => o.Latent, (o, x) => o with { Latent = x }, 1, 4096),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 1024),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 1, 6),
        Option.Int("criticSteps", o => o.CriticSteps, (o, x) => o with { CriticSteps = x }, 1, 1000).As(OptionDial.CriticSteps),
        Option.Int("firstRounds", o => o.FirstRounds, (o, x) => o with { FirstRounds = x }, 0, 999_999),
        Option.Int("longTurn", o => o.LongTurn, (o, x) => o with { LongTurn = x }, 1, 1000),
        Option.Real("clip", o => o.Clip, (o, x) => o with { Clip = x }, 1e-9, 10),
        Option.Choice("norm", o => o.Norm, (o, x) => o with { Norm = x }),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("criticLearningRate", o => o.CriticLearningRate, (o, x) => o with { CriticLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
    ]);

    /// <inheritdoc/>
    public Norm DiscriminatorNorm => Body == GameBody.Strided ? Norm : Norm.None;

    /// <inheritdoc/>
    public double? Middle => new WassersteinLoss().Middle;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema) =>
    [
        .. List.Problems(this),
        .. GameBodies.Check(Body, schema, Levels),
    ];
}

/// <summary>Wasserstein GAN with weight clipping: the critic measures a distance.</summary>
public static class WganVariant
{
    private const int LongEvery = 500;

    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<WganOptions>(
        id: "wgan",
        about: Words.CriticMeasuresDistanceBounded,
        paper: new("Wasserstein GAN", "Arjovsky, Chintala, Bottou", 2017, "arXiv:1701.07875"),
        presets:
        [
            new("wgan28", new WganOptions(), Batch: 64, Steps: 10_000, Words.DCGANsNetworksWithPapersSchedule),
            new("wgan64", new WganOptions(Levels: 4), Batch: 64, Steps: 50_000, Words.PapersNetworksAt(64)),
            new("points", new WganOptions(GameBody.Mlp, Latent: 2, Width: 128, Clip: 0.1, LearningRate: 5e-4), Batch: 256, Steps: 5_000, Words.ForPointsInPlane),
        ],
        options: WganOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image, FieldKind.Points),
    };

    private static Game Build(WganOptions o, BuildContext build) => new(
        build,
        newGenerator: () => GameBodies.Generator(o.Body, build, o.Latent, o.Width, o.Levels),
        discriminator: GameBodies.Discriminator(o.Body, build, o.Width, o.Levels, o.Norm, scoreBias: false),
        new WassersteinLoss(),
        generatorOptimizer: new(OptimizerKind.RmsProp, o.LearningRate, 0, 0.99),
        discriminatorOptimizer: new(OptimizerKind.RmsProp, o.CriticLearningRate ?? o.LearningRate, 0, 0.99))
    {
        Latent = o.Latent,
        Output = GameBodies.Output(o.Body),
        CriticSteps = round => round < o.FirstRounds || round % LongEvery == 0 ? o.LongTurn : o.CriticSteps,
        AfterDiscriminator = critic => Clip(critic, o.Clip),
    };

    // w ← clip(w, -c, c), after the update, so that G always meets a clipped critic (algorithm 1, line 7)
    internal static void Clip(Module critic, double bound)
    {
        using var _ = Autograd.NoGrad();
        foreach (var weight in critic.Parameters) Ops.ClampInPlace(weight, -bound, bound).Dispose();
    }
}
