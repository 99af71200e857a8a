using System.Text.Json.Nodes;
using Adversa.Core.Options;
using Option = Adversa.Core.Options.Option<Adversa.Models.Techniques>;

namespace Adversa.Models;

/// <summary>Which layers of the discriminator are divided by their spectral norm.</summary>
public enum SpectralNormOf
{
    /// <summary>None.</summary>
    None,

    /// <summary>Every dense and convolutional layer of the discriminator.</summary>
    Discriminator,
}

/// <summary>Techniques that any two-player game can be trained with, beside its own losses. Every default leaves its technique out.</summary>
/// <remarks>They act on the discriminator's input in this order: <see cref="Ada"/> or <see cref="DiffAugment"/>, <see cref="InstanceNoise"/>, <see cref="Pack"/>.
/// Label smoothing is the option <c>realTarget</c>, two rates are <c>discriminatorLearningRate</c>, the average of the generator is the recipe's <c>emaHalfLife</c>.</remarks>
/// <param name="SpectralNorm">Divides the discriminator's weights by their largest singular value (Miyato et al., 2018, arXiv:1802.05957).</param>
/// <param name="R1">γ, the weight of ½·E‖∇d(x)‖² at real samples, 0 to 10^4 (Mescheder et al., 2018, arXiv:1801.04406).</param>
/// <param name="R1Every">R1 is taken in every n-th round and counts n-fold; 1 to 1000.</param>
/// <param name="Dragan">λ, the weight of the gradient penalty around real samples, 0 to 10^4 (Kodali et al., 2017, arXiv:1705.07215).</param>
/// <param name="DiffAugment">Differentiable augmentation of all that the discriminator sees, in both turns (Zhao et al., 2020, arXiv:2006.10738).</param>
/// <param name="Ada">Target of E sign(d(x) - m) in (0, 1), where m is what a discriminator says that cannot tell; usually 0.6, towards which the probability of augmentation is driven; 0 is off (Karras et al., 2020, arXiv:2006.06676).</param>
/// <param name="AdaImages">Images in which that probability may go from 0 to 1; 1000 to 10^8.</param>
/// <param name="MinibatchStddev">Samples of a group whose spread the discriminator is told, usually 4; 0 is off (Karras et al., 2017, arXiv:1710.10196, section 3).</param>
/// <param name="Pack">m, the samples of one kind that the discriminator sees together, 1 to 8 (Lin et al., 2017, arXiv:1712.04086). A batch counts packs.</param>
/// <param name="InstanceNoise">σ of normal noise on all that the discriminator sees, 0 to 10 (Sønderby et al., 2016, arXiv:1610.04490).</param>
/// <param name="InstanceNoiseSteps">Rounds in which that σ falls to 0, in a straight line; 1 to 10^9.</param>
public sealed record Techniques(SpectralNormOf SpectralNorm = SpectralNormOf.None, double R1 = 0, int R1Every = 16, double Dragan = 0,
    DiffAugmentPolicy DiffAugment = DiffAugmentPolicy.None, double Ada = 0, double AdaImages = 500_000, int MinibatchStddev = 0, int Pack = 1,
    double InstanceNoise = 0, long InstanceNoiseSteps = 10_000)
{
    /// <summary>Each technique and setting said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<Techniques> List { get; } = new(new Techniques(),
    [
        Option.Choice("spectralNorm", t => t.SpectralNorm, (t, x) => t with { SpectralNorm = x }),
        Option.Real("r1", t => t.R1, (t, x) => t with { R1 = x }, 0, 1e4).As(OptionDial.R1),
        Option.Int("r1Every", t => t.R1Every, (t, x) => t with { R1Every = x }, 1, 1000),
        Option.Real("dragan", t => t.Dragan, (t, x) => t with { Dragan = x }, 0, 1e4),
        Option.Choice("diffAugment", t => t.DiffAugment, (t, x) => t with { DiffAugment = x }),
        Option.Real("ada", t => t.Ada, (t, x) => t with { Ada = x }, 0, 0.99),
        Option.Real("adaImages", t => t.AdaImages, (t, x) => t with { AdaImages = x }, 1000, 1e8),
        Option.Int("minibatchStddev", t => t.MinibatchStddev, (t, x) => t with { MinibatchStddev = x }, 0, 1024),
        Option.Int("pack", t => t.Pack, (t, x) => t with { Pack = x }, 1, 8),
        Option.Real("instanceNoise", t => t.InstanceNoise, (t, x) => t with { InstanceNoise = x }, 0, 10).As(OptionDial.InstanceNoise),
        Option.Long("instanceNoiseSteps", t => t.InstanceNoiseSteps, (t, x) => t with { InstanceNoiseSteps = x }, 1, 1_000_000_000).As(OptionDial.InstanceNoiseSteps),
    ], "techniques");

    /// <summary>Whether the discriminator's gradient by its input is penalised.</summary>
    public bool PenalisesGradients => R1 > 0 || Dragan > 0;

    /// <summary>Whether nothing is done.</summary>
    public bool IsOff => this == new Techniques(R1Every: R1Every, AdaImages: AdaImages, InstanceNoiseSteps: InstanceNoiseSteps);

    /// <summary>The names of all techniques and their settings, as a recipe spells them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. List.Keys];

    /// <summary>The techniques as JSON, complete.</summary>
    public JsonObject ToJson() => List.Write(this);

    /// <summary>Reads techniques; missing ones take their defaults.</summary>
    /// <param name="json">The object below <c>techniques</c>.</param>
    /// <exception cref="AdversaException">ADV2020: a member is unknown, null, twice there or of another type.</exception>
    public static Techniques FromJson(JsonObject json) => List.Read(json, "techniques");

    /// <summary>What the discriminator sees at once: a pack of samples joined on their channels.</summary>
    /// <param name="schema">One sample.</param>
    public SampleSchema Packed(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return Pack == 1 ? schema : schema with { Channels = Pack * schema.Channels };
    }

    /// <summary>Every value that cannot be, alone or together with the system's options.</summary>
    /// <param name="system">The system's id, for the messages.</param>
    /// <param name="options">Its options.</param>
    /// <param name="schema">The samples.</param>
    /// <param name="batch">Packs in a batch.</param>
    public IEnumerable<Problem> Validate(string system, IVariantOptions options, SampleSchema schema, int batch)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(schema);
        return IsOff ? List.Problems(this) : options is IGameOptions game ? [.. List.Problems(this), .. Conflicts(game, schema, batch)] :
        [
            new("techniques", Words.TakesNoTechniques(system)),
        ];
    }

    private IEnumerable<Problem> Conflicts(IGameOptions game, SampleSchema schema, int batch) =>
    [
        .. BatchNormUnderPenalty(game, PenalisesGradients, R1 > 0 ? "techniques.r1" : "techniques.dragan"),
        .. Check.That("techniques.diffAugment", DiffAugment == DiffAugmentPolicy.None || schema.Kind == FieldKind.Image, Words.TechniquesDiffAugmentVariesPictures),
        .. Check.That("techniques.ada", Ada == 0 || schema.Kind == FieldKind.Image, Words.TechniquesAdaVariesPictures),
        .. Check.That("techniques.ada", Ada == 0 || DiffAugment == DiffAugmentPolicy.None, Words.TechniquesAdaAndTechniques),
        .. Check.That("techniques.ada", Ada == 0 || !game.DifferentiatesGradients, Words.TechniquesAdaResamplesPicturesCannot),
        .. Check.That("techniques.ada", Ada == 0 || game.Middle is not null, Words.TechniquesAdaAsksHowManyReal),
        .. Check.That("techniques.spectralNorm", SpectralNorm == SpectralNormOf.None || !game.IsEqualized, Words.TechniquesSpectralNormAndEqualized),
        .. Check.That("techniques.pack", Pack == 1 || !game.IsConditional, Words.TechniquesPackJoinsSamplesWhateverTheir),
        .. Check.That("techniques.minibatchStddev", MinibatchStddev == 0 || game.SeesSpread, Words.TechniquesMinibatchStddevHasNoPlace),
        .. Check.That("techniques.minibatchStddev", MinibatchStddev == 0 || (MinibatchStddev >= 2 && batch % MinibatchStddev == 0), Words.TechniquesMinibatchStddev(MinibatchStddev, batch)),
    ];

    /// <summary>Batch norm in a discriminator whose gradient is penalised for each sample.</summary>
    internal static IEnumerable<Problem> BatchNormUnderPenalty(IGameOptions game, bool penalised, string path) => Check.That(path, !penalised || game.DiscriminatorNorm != Norm.Batch, Words.PenalisesGradientOfEachSample(path));
}

/// <summary>What techniques need to know of a two-player game's options.</summary>
public interface IGameOptions : IVariantOptions
{
    /// <summary>The norm between the discriminator's layers.</summary>
    Norm DiscriminatorNorm { get; }

    /// <summary>The score of a discriminator that cannot tell, by the system's loss: see <see cref="Adversa.Models.Losses.IAdversarialLoss.Middle"/>.</summary>
    double? Middle { get; }

    /// <summary>Whether the losses hold a penalty on the discriminator's gradient, which is differentiated again.</summary>
    bool DifferentiatesGradients => false;

    /// <summary>Whether the discriminator's layers are scaled at run time (equalised learning rate): spectral norm knows none of them.</summary>
    bool IsEqualized => false;

    /// <summary>Whether each sample has a class that the game is about: the discriminator is told it, or has to name it.</summary>
    bool IsConditional => false;

    /// <summary>Whether the discriminator's body has a place for the spread of a group.</summary>
    bool SeesSpread => true;
}
