using System.Text.Json.Serialization;
using Adversa.Models.Games;
using Adversa.Models.Objectives;
using Adversa.Torch;
using Adversa.Torch.Nn;

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
    int LongTurn = 100, double Clip = 0.01, Norm Norm = Norm.None, double LearningRate = 5e-5, double CriticLearningRate = 0) : IGameOptions
{
    /// <inheritdoc/>
    [JsonIgnore]
    public Norm DiscriminatorNorm => Body == GameBody.Strided ? Norm : Norm.None;

    /// <inheritdoc/>
    [JsonIgnore]
    public double? Middle => new WassersteinObjective().Middle;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema) =>
    [
        .. GameBodies.Check(Body, schema, Latent, Width, Levels),
        .. Check.Range("options.criticSteps", CriticSteps, 1, 1000),
        .. Check.Range("options.firstRounds", FirstRounds, 0, 1e6 - 1),
        .. Check.Range("options.longTurn", LongTurn, 1, 1000),
        .. Check.Range("options.clip", Clip, 1e-9, 10),
        .. Check.Range("options.learningRate", LearningRate, 1e-9, 1),
        .. Check.Range("options.criticLearningRate", CriticLearningRate, 0, 1),
    ];
}

/// <summary>Wasserstein GAN with weight clipping: the critic measures a distance.</summary>
public static class WganVariant
{
    private const int LongEvery = 500;

    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<WganOptions>(
        id: "wgan",
        about: new("The critic measures a distance; clipping keeps its slope bounded.", "El crítico mide una distancia; el recorte limita su pendiente."),
        paper: new("Wasserstein GAN", "Arjovsky, Chintala, Bottou", 2017, "arXiv:1701.07875"),
        presets:
        [
            new("wgan28", new WganOptions(), Batch: 64, Steps: 10_000, new("DCGAN's networks with the paper's schedule; sides from 12 to 64.", "Las redes de DCGAN con el plan del artículo; lados de 12 a 64.")),
            new("wgan64", new WganOptions(Levels: 4), Batch: 64, Steps: 50_000, new("The paper's networks at 64x64.", "Las redes del artículo a 64x64.")),
            new("points", new WganOptions(GameBody.Mlp, Latent: 2, Width: 128, Clip: 0.1, LearningRate: 5e-4), Batch: 256, Steps: 5_000, new("For points in the plane.", "Para puntos en el plano.")),
        ],
        json: WganJson.Default.WganOptions,
        build: Build)
    {
        Needs = new(FieldKind.Image, FieldKind.Points),
    };

    private static TwoPlayerGan Build(WganOptions o, BuildContext build) => new(
        build,
        newGenerator: () => GameBodies.Generator(o.Body, build, o.Latent, o.Width, o.Levels),
        discriminator: GameBodies.Discriminator(o.Body, build, o.Width, o.Levels, o.Norm, scoreBias: false),
        new WassersteinObjective(),
        generatorOptimizer: new(OptimizerKind.RmsProp, o.LearningRate, 0, 0.99),
        discriminatorOptimizer: new(OptimizerKind.RmsProp, TwoRates.Discriminator(o.LearningRate, o.CriticLearningRate), 0, 0.99))
    {
        Latent = o.Latent,
        Output = GameBodies.Output(o.Body),
        CriticSteps = round => round < o.FirstRounds || round % LongEvery == 0 ? o.LongTurn : o.CriticSteps,
        AfterDiscriminator = critic => Clip(critic, o.Clip),
    };

    // w ← clip(w, -c, c), after the update, so that G always meets a clipped critic (algorithm 1, line 7)
    private static void Clip(Module critic, double bound)
    {
        using var _ = Autograd.NoGrad();
        foreach (var weight in critic.Parameters) Ops.ClampInPlace(weight, -bound, bound).Dispose();
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(WganOptions))]
internal sealed partial class WganJson : JsonSerializerContext;
