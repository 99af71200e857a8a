using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Losses;
using Adversa.Torch.Nn;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.VaeOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of the variational autoencoder.</summary>
/// <param name="Body">The plan of encoder and decoder.</param>
/// <param name="Latent">Z, from 1 to 4096.</param>
/// <param name="Width">Channels of the first convolution of the body <c>conv</c>, from 1 to 1024; the second has twice as many.</param>
/// <param name="Hidden">Units of the hidden dense layer, from 0 to 8192; at 0 <c>conv</c> has none. <c>mlp</c> needs 1 or more, <c>linear</c> has none.</param>
/// <param name="Likelihood">The law of a sample when its latent is known; points need <c>gaussian</c>.</param>
/// <param name="Beta">β, the weight of the KL, in [0, 1000]; 1 is the bound itself, 0 an autoencoder with noise in its code.</param>
/// <param name="LearningRate">Adam's rate, in (0, 1].</param>
public sealed record VaeOptions(CoderBody Body = CoderBody.Conv, int Latent = 64, int Width = 64, int Hidden = 1024, Likelihood Likelihood = Likelihood.Bernoulli,
    double Beta = 1, double LearningRate = 1e-3) : IVariantOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<VaeOptions> List { get; } = new(new VaeOptions(),
    [
        Option.Choice("body", o => o.Body, (o, x) => o with { Body = x }),
        Option.Int("latent", o => o.Latent, (o, x) => o with { Latent = x }, 1, 4096),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 1024),
        Option.Int("hidden", o => o.Hidden, (o, x) => o with { Hidden = x }, 0, 8192),
        Option.Choice("likelihood", o => o.Likelihood, (o, x) => o with { Likelihood = x }),
        Option.Real("beta", o => o.Beta, (o, x) => o with { Beta = x }, 0, 1000),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1),
    ]);

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return
        [
            .. List.Problems(this),
            .. Coders.Check(Body, schema, Hidden),
            .. Check.That("options.likelihood", schema.Kind == FieldKind.Image || Likelihood == Likelihood.Gaussian, Words.OptionsLikelihoodIsBernoulli(schema)),
        ];
    }
}

/// <summary>An autoencoder whose codes follow a normal law, so that it draws.</summary>
public static class VaeVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<VaeOptions>(
        id: "vae",
        about: Words.VariationalAutoencoderCodesFollowNormalLaw,
        paper: new("Auto-Encoding Variational Bayes", "Kingma, Welling", 2013, "arXiv:1312.6114"),
        presets:
        [
            new("conv28", new VaeOptions(), Batch: 128, Steps: 2_735, Words.StridedConvolutionsAndLatents),
            new("study28", new VaeOptions(LearningRate: 5e-5), Batch: 64, Steps: 18_750, Words.SameNetworksWithRateAndLength),
            new("small28", new VaeOptions(Latent: 16, Width: 16, Hidden: 256), Batch: 128, Steps: 4_000, Words.QuarterAsWideLatents),
            new("mlp28", new VaeOptions(CoderBody.Mlp, Latent: 20, Hidden: 400), Batch: 128, Steps: 5_000, Words.DenseAndBack),
            new("points", new VaeOptions(CoderBody.Mlp, Latent: 2, Hidden: 128, Likelihood: Likelihood.Gaussian), Batch: 256, Steps: 6_000, Words.ForPointsInPlane),
            new("linear", new VaeOptions(CoderBody.Linear, Latent: 1, Likelihood: Likelihood.Gaussian), Batch: 256, Steps: 6_000, Words.LinearProbabilisticPrincipalComponents),
        ],
        options: VaeOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image, FieldKind.Points),
    };

    private static VariationalAutoencoder Build(VaeOptions o, BuildContext build)
    {
        return new(
            build.Schema,
            new EncoderDecoder(Coders.Encoder(o.Body, build.Schema, o.Width, o.Hidden, 2 * o.Latent, build.Init), NewDecoder()),
            NewDecoder, o.Latent, o.Beta, new(OptimizerKind.Adam, o.LearningRate, 0.9, 0.999));

        Module NewDecoder() => o.Likelihood == Likelihood.Gaussian
            ? new GaussianDecoder(Coders.Decoder(o.Body, build.Schema, o.Latent, o.Width, o.Hidden, Coders.MeanOf(o.Body, build.Schema), build.Init))
            : Coders.Decoder(o.Body, build.Schema, o.Latent, o.Width, o.Hidden, Output.None, build.Init);
    }
}
