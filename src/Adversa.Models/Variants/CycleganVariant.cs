using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.CycleganOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of CycleGAN.</summary>
/// <param name="Width">Channels of both networks at full size, from 1 to 1024.</param>
/// <param name="Blocks">Residual blocks of each generator, from 1 to 24.</param>
/// <param name="Patch">How often a discriminator halves the side, from 1 to 4: patches of 16, 34, 70 and 142 pixels.</param>
/// <param name="Cycle">Weight of coming back to the input, in [0, 10000].</param>
/// <param name="Identity">Weight of leaving alone what is of the other side already, in [0, 10000].</param>
/// <param name="Pool">Past fakes that each discriminator is shown, from 0 to 1000.</param>
/// <param name="LearningRate">Adam's rate of all players, in (0, 1].</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
public sealed record CycleganOptions(int Width = 64, int Blocks = 9, int Patch = 3, double Cycle = 10, double Identity = 5, int Pool = 50,
    double LearningRate = 2e-4, double Beta1 = 0.5, double Beta2 = 0.999) : IVariantOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<CycleganOptions> List { get; } = new(new CycleganOptions(),
    [
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 1024),
        Option.Int("blocks", o => o.Blocks, (o, x) => o with { Blocks = x }, 1, 24),
        Option.Int("patch", o => o.Patch, (o, x) => o with { Patch = x }, 1, 4),
        Option.Real("cycle", o => o.Cycle, (o, x) => o with { Cycle = x }, 0, 1e4),
        Option.Real("identity", o => o.Identity, (o, x) => o with { Identity = x }, 0, 1e4),
        Option.Int("pool", o => o.Pool, (o, x) => o with { Pool = x }, 0, 1000),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.SharedRate),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
    ]);

    /// <inheritdoc/>
    public int LeastBatch => 1;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return
        [
            .. List.Problems(this),
            .. Translations.Sides("options.blocks", schema, ResnetTranslator.Stride),
            .. Translations.Patch(schema, Patch, least: 2 * ResnetTranslator.Stride),
        ];
    }
}

/// <summary>Translation without pairs: two games, one for each way, and there and back must lead home.</summary>
public static class CycleganVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<CycleganOptions>(
        id: "cyclegan",
        about: Words.CycleganTranslatesWithoutPairs,
        paper: new("Unpaired Image-to-Image Translation using Cycle-Consistent Adversarial Networks", "Zhu, Park, Isola, Efros", 2017, "arXiv:1703.10593"),
        presets:
        [
            new("cycle32", new CycleganOptions(Width: 16, Blocks: 3, Patch: 1), Batch: 4, Steps: 5_000, Words.TranslatorForTwoCores(16)) { LargestSide = 48 },
            new("cycle64", new CycleganOptions(Width: 16, Blocks: 3, Patch: 2), Batch: 1, Steps: 20_000, Words.TranslatorForTwoCores(16)) { LargestSide = 112 },
            new("paper128", new CycleganOptions(Blocks: 6), Batch: 1, Steps: 200_000, Words.PapersNetworksForTranslation(128)) { LargestSide = 192 },
            new("paper256", new CycleganOptions(), Batch: 1, Steps: 200_000, Words.PapersNetworksForTranslation(256)) { LargestSide = 512 },
        ],
        options: CycleganOptions.List,
        build: (o, build) => new CycleModel(build, o.Cycle, o.Identity, o.Pool,
            newTranslator: (from, to) => new ResnetTranslator(from, to, o.Width, o.Blocks, build.Init),
            newDiscriminator: channels => new PatchDiscriminator(channels, o.Width, o.Patch, Norm.Instance, build.Init),
            new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2)))
    {
        Needs = new(FieldKind.Image) { Also = [new(Field.Input, FieldKind.Image, IsApart: true)] },
    };
}
