using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Networks;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.DrGanOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of DR-GAN.</summary>
/// <param name="Attribute">The attribute that says how far a head is turned, by name; it has a range.</param>
/// <param name="Poses">P, turns between which others are told, from 2 to 360.</param>
/// <param name="Width">w, from 1 to 512; the code has 2w(levels + 1) numbers.</param>
/// <param name="Levels">How often both networks halve the side, from 1 to 6.</param>
/// <param name="Latent">Length of the noise, from 1 to 8192.</param>
/// <param name="Views">Most views of a person in training, from 1 to 64.</param>
/// <param name="IdentityWeight">Weight of the persons in both losses, from 0 to 1000.</param>
/// <param name="PoseWeight">Weight of the poses in both losses, from 0 to 1000.</param>
/// <param name="Accuracy">How often the discriminator must tell real from made before it rests, from 0 to 1.</param>
/// <param name="GeneratorMoves">The generator's updates for each of the discriminator's while that rests, from 1 to 100; 1 never lets it rest.</param>
/// <param name="LearningRate">The generator's rate, in (0, 1].</param>
/// <param name="DiscriminatorLearningRate">The discriminator's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
public sealed record DrGanOptions(string Attribute = "yaw", int Poses = 13, int Width = 32, int Levels = 4, int Latent = 50, int Views = 6, double IdentityWeight = 1, double PoseWeight = 1,
    double Accuracy = 0.9, int GeneratorMoves = 4, double LearningRate = 2e-4, double? DiscriminatorLearningRate = null, double Beta1 = 0.5, double Beta2 = 0.999) : IVariantOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<DrGanOptions> List { get; } = new(new DrGanOptions(),
    [
        Option.Word("attribute", o => o.Attribute, (o, x) => o with { Attribute = x }),
        Option.Int("poses", o => o.Poses, (o, x) => o with { Poses = x }, 2, 360),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 512),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 1, 6),
        Option.Int("latent", o => o.Latent, (o, x) => o with { Latent = x }, 1, 8192),
        Option.Int("views", o => o.Views, (o, x) => o with { Views = x }, 1, 64),
        Option.Real("identityWeight", o => o.IdentityWeight, (o, x) => o with { IdentityWeight = x }, 0, 1000),
        Option.Real("poseWeight", o => o.PoseWeight, (o, x) => o with { PoseWeight = x }, 0, 1000),
        Option.Real("accuracy", o => o.Accuracy, (o, x) => o with { Accuracy = x }, 0, 1),
        Option.Int("generatorMoves", o => o.GeneratorMoves, (o, x) => o with { GeneratorMoves = x }, 1, 100),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("discriminatorLearningRate", o => o.DiscriminatorLearningRate, (o, x) => o with { DiscriminatorLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
    ]);

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var known = string.Join(", ", schema.Attributes.Where(one => one.HasRange).Select(one => one.Name));
        return
        [
            .. List.Problems(this),
            .. Check.That("options.attribute", Place(schema) >= 0, Words.OptionsAttributeIsNoTurn(Attribute, known)),
            .. Translations.Sides("options.levels", schema, 1 << Math.Clamp(Levels, 1, 6)),
        ];
    }

    /// <summary>The place of the attribute that turns; -1 where the data has none of that name with a range.</summary>
    internal int Place(SampleSchema schema) => schema.Attributes.ToList().FindIndex(one => one.Name == Attribute && one.HasRange);
}

/// <summary>One generator that draws a person as seen from another side, of one view or several.</summary>
public static class DrGanVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<DrGanOptions>(
        id: "dr-gan",
        about: Words.DrGanTurnsHeads,
        paper: new("Disentangled Representation Learning GAN for Pose-Invariant Face Recognition", "Tran, Yin, Liu", 2017, "doi:10.1109/CVPR.2017.141"),
        presets:
        [
            new("people32", new DrGanOptions(Width: 8, Levels: 3, Latent: 16, LearningRate: 1e-3), Batch: 16, Steps: 12_000, Words.NarrowForTwoCores) { LargestSide = 48 },
            new("people64", new DrGanOptions(Width: 8, Latent: 16, LearningRate: 1e-3), Batch: 16, Steps: 20_000, Words.NarrowForTwoCores) { LargestSide = 80 },
            new("tran96", new DrGanOptions(), Batch: 64, Steps: 100_000, Words.PapersNetworksAt(96)) { LargestSide = 128 },
        ],
        options: DrGanOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image) { LeastClasses = 2, LeastAttributes = 1, LeastSide = 16 },
    };

    private static ViewGame Build(DrGanOptions o, BuildContext build)
    {
        var (made, place) = (new SampleSchema(build.Schema.Drawn), o.Place(build.Schema));
        var turn = build.Schema.Attributes[place];
        var (pose, front) = (new PoseCode(turn, o.Poses), Math.Clamp(0, turn.Least, turn.Most));
        return new(build, place, pose, front, o.Views,
            () => new ViewGenerator(made, pose, front, o.Width, o.Levels, o.Latent, build.Init),
            new ViewDiscriminator(made, build.Schema.Classes, o.Poses, o.Width, o.Levels, build.Init), o.IdentityWeight, o.PoseWeight,
            new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2), new(OptimizerKind.Adam, o.DiscriminatorLearningRate ?? o.LearningRate, o.Beta1, o.Beta2))
        {
            Latent = o.Latent,
            Course = new RestingDiscriminator(o.Accuracy, o.GeneratorMoves),
        };
    }
}
