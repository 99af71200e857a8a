using System.Text.Json;
using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Losses;
using Adversa.Torch.Nn;
using Adversa.Torch;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.GanOptions>;

namespace Adversa.Models.Variants;

/// <summary>The multilayer perceptrons of the MLP GAN.</summary>
public enum GanBody
{
    /// <summary>One hidden layer each, ReLU: Z-h-out and in-h-1.</summary>
    Seed,

    /// <summary>Four hidden layers of 128 to 1024 against two, leaky ReLU, batch norm in the generator.</summary>
    Wide,

    /// <summary>Two hidden layers each; batch norm and ReLU in the generator: for points.</summary>
    Points,

    /// <summary>PacGAN's nets for points, without its packing: four layers of 400 against three maxout layers of 200.</summary>
    PacGan,
}

/// <summary>Options of the MLP GAN.</summary>
/// <param name="Body">The networks' plan.</param>
/// <param name="Latent">Z, from 1 to 4096.</param>
/// <param name="Prior">The law of z.</param>
/// <param name="Hidden">Units of a hidden layer of the bodies <c>seed</c> and <c>points</c>, from 1 to 8192.</param>
/// <param name="Output">The generator's last activation; <c>none</c> for points.</param>
/// <param name="Loss">The generator's loss.</param>
/// <param name="RealTarget">Target for real samples in [0.5, 1]; 0.9 is one-sided label smoothing.</param>
/// <param name="LearningRate">The generator's rate, in (0, 1].</param>
/// <param name="DiscriminatorLearningRate">The discriminator's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
public sealed record GanOptions(GanBody Body = GanBody.Seed, int Latent = 100, Prior Prior = Prior.Uniform, int Hidden = 128, Output Output = Output.Sigmoid,
    GeneratorLoss Loss = GeneratorLoss.NonSaturating, double RealTarget = 1, double LearningRate = 1e-3, double? DiscriminatorLearningRate = null,
    double Beta1 = 0.9, double Beta2 = 0.999) : IGameOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<GanOptions> List { get; } = new(new GanOptions(),
    [
        Option.Choice("body", o => o.Body, (o, x) => o with { Body = x }),
        Option.Int("latent", o => o.Latent, (o, x) => o with { Latent = x }, 1, 4096),
        Option.Choice("prior", o => o.Prior, (o, x) => o with { Prior = x }),
        Option.Int("hidden", o => o.Hidden, (o, x) => o with { Hidden = x }, 1, 8192),
        Option.Choice("output", o => o.Output, (o, x) => o with { Output = x }),
        Option.Choice("loss", o => o.Loss, (o, x) => o with { Loss = x }),
        Option.Real("realTarget", o => o.RealTarget, (o, x) => o with { RealTarget = x }, 0.5, 1),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("discriminatorLearningRate", o => o.DiscriminatorLearningRate, (o, x) => o with { DiscriminatorLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
    ]);

    /// <inheritdoc/>
    public Norm DiscriminatorNorm => Norm.None;

    /// <inheritdoc/>
    public double? Middle => ChosenLoss.Of(Loss, RealTarget).Middle;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return
        [
            .. List.Problems(this),
            .. ChosenLoss.Problems(Loss, RealTarget),
            .. Check.That("options.output", schema.Kind == FieldKind.Points == (Output == Output.None), Words.OptionsOutput(JsonNamingPolicy.CamelCase.ConvertName(Output.ToString()), schema)),
        ];
    }
}

/// <summary>The first GAN: two multilayer perceptrons play the game.</summary>
public static class GanVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<GanOptions>(
        id: "gan",
        about: Words.FirstGANTwoMultilayerPerceptronsPlay,
        paper: new("Generative Adversarial Nets", "Goodfellow et al.", 2014, "arXiv:1406.2661"),
        presets:
        [
            new("seed", new GanOptions(), Batch: 16, Steps: 100_000, Words.NetworksAsInStudentsFirstExperiment),
            new("points", new GanOptions(GanBody.Points, Latent: 2, Prior: Prior.Normal, Output: Output.None, Beta1: 0.5), Batch: 256, Steps: 12_000,
                Words.ForPointsInPlane),
            new("wide", new GanOptions(GanBody.Wide, Prior: Prior.Normal, Output: Output.Tanh, LearningRate: 2e-4, Beta1: 0.5), Batch: 64, Steps: 187_400,
                Words.FourHiddenLayersWithBatchNorm),
            new("pacgan", new GanOptions(GanBody.PacGan, Latent: 2, Prior: Prior.Normal, Output: Output.None, LearningRate: 1e-4, Beta1: 0.8), Batch: 100, Steps: 400_000,
                Words.PacGANsNetworksForPointsWithoutPacking),
            new("pacgan2", new GanOptions(GanBody.PacGan, Latent: 2, Prior: Prior.Normal, Output: Output.None, LearningRate: 1e-4, Beta1: 0.8), Batch: 100, Steps: 400_000,
                Words.PacGAN2DiscriminatorSeesTwoSamples) { Techniques = new(Pack: 2) },
        ],
        options: GanOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image, FieldKind.Points),
    };

    private static Game Build(GanOptions o, BuildContext build) => new(
        build,
        newGenerator: () => Generator(o, build.Schema, build.Init),
        discriminator: build.Discriminator(Discriminator(o, build)),
        ChosenLoss.Of(o.Loss, o.RealTarget),
        generatorOptimizer: new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2),
        discriminatorOptimizer: new(OptimizerKind.Adam, o.DiscriminatorLearningRate ?? o.LearningRate, o.Beta1, o.Beta2))
    {
        Latent = o.Latent,
        Prior = o.Prior,
        Output = o.Output,
    };

    private static Mlp Generator(GanOptions o, SampleSchema schema, Generator init)
    {
        var values = schema.Values;
        Module[] body = o.Body switch
        {
            GanBody.Seed => [new Linear(o.Latent, o.Hidden, init), new ReLU(), new Linear(o.Hidden, values, init)],
            GanBody.Points => [.. Dense(o.Latent, o.Hidden, init), .. Dense(o.Hidden, o.Hidden, init), new Linear(o.Hidden, values, init)],
            GanBody.PacGan => [.. Dense(o.Latent, 400, init), .. Dense(400, 400, init), .. Dense(400, 400, init), .. Dense(400, 400, init), new Linear(400, values, init)],
            _ => [new Linear(o.Latent, 128, init), new LeakyReLU(0.2), .. Leaky(128, 256, init), .. Leaky(256, 512, init), .. Leaky(512, 1024, init), new Linear(1024, values, init)],
        };
        var net = new Mlp(o.Output.Layer() is { } last ? [.. body, last] : body, schema.BatchShape(1)[1..]);
        return Initialised(net, o.Body, init);
    }

    private static Mlp Discriminator(GanOptions o, BuildContext build)
    {
        var (values, init) = (build.SeenSchema.Values, build.Init);
        return Initialised(new Mlp(o.Body switch
        {
            GanBody.Seed => [new Linear(values, o.Hidden, init), new ReLU(), .. GameBodies.Score(o.Hidden, build)],
            GanBody.Points => [new Linear(values, o.Hidden, init), new LeakyReLU(0.2), new Linear(o.Hidden, o.Hidden, init), new LeakyReLU(0.2), .. GameBodies.Score(o.Hidden, build)],
            GanBody.PacGan => [new Maxout(values, 200, 5, init), new Maxout(200, 200, 5, init), new Maxout(200, 200, 5, init), .. GameBodies.Score(200, build)],
            _ => [new Linear(values, 512, init), new LeakyReLU(0.2), new Linear(512, 256, init), new LeakyReLU(0.2), .. GameBodies.Score(256, build)],
        }, 1), o.Body, init);
    }

    /// <summary>Dense, batch norm, ReLU; the bias would be cancelled by the norm.</summary>
    private static Module[] Dense(int from, int to, Generator init) => [new Linear(from, to, init, bias: false), new BatchNorm1d(to), new ReLU()];

    private static Module[] Leaky(int from, int to, Generator init) => [new Linear(from, to, init, bias: false), new BatchNorm1d(to), new LeakyReLU(0.2)];

    private static Mlp Initialised(Mlp net, GanBody body, Generator init)
    {
        if (body == GanBody.Seed) Init.He(net, init);
        if (body == GanBody.PacGan)
            foreach (var (name, tensor) in net.NamedParameters())
                if (name.EndsWith("bias", StringComparison.Ordinal)) Init.Constant(tensor, 0);      // as in the authors' code; PyTorch's default would drown the weights
                else if (tensor.Dims == 2) Init.Normal(tensor, 0, 0.02, init);
        return net;
    }
}
