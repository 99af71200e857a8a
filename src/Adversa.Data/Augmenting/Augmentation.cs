using System.Globalization;
using Adversa.Core.Options;

namespace Adversa.Data.Augmenting;

/// <summary>How pictures are varied each time they are shown. Every value is 0 by default, which leaves its operation out.</summary>
/// <remarks>The operations come in this order: flip, then scale, rotation and shift in one bilinear resampling, then brightness, contrast and saturation, then
/// cutout. <see cref="Augmenter"/> says what each does. A GAN that sees nothing but varied pictures learns to draw the variations too.</remarks>
/// <param name="Flip">Probability of a mirror image, left for right; 0 to 1.</param>
/// <param name="Shift">Largest shift along each axis, as a share of the side; 0 to 0.5.</param>
/// <param name="Scale">Largest change of size s: the factor lies in [1 - s, 1 + s]; 0 to 0.5.</param>
/// <param name="Rotate">Largest rotation in degrees, either way; 0 to 180.</param>
/// <param name="Brightness">Largest change of brightness b: the factor lies in [1 - b, 1 + b]; 0 to 1.</param>
/// <param name="Contrast">Largest change of contrast, in the same way; 0 to 1.</param>
/// <param name="Saturation">Largest change of saturation, in the same way; 0 to 1, and 0 for grey pictures.</param>
/// <param name="Cutout">Side of the grey square as a share of the shorter side; 0 to 0.75.</param>
public sealed record Augmentation(double Flip = 0, double Shift = 0, double Scale = 0, double Rotate = 0,
    double Brightness = 0, double Contrast = 0, double Saturation = 0, double Cutout = 0)
{
    /// <summary>The operations in the order in which they are applied, with their ranges.</summary>
    public static IReadOnlyList<AugmentationPart> Parts { get; } =
    [
        new("flip", most: 1, usual: 0.5, a => a.Flip, (a, value) => a with { Flip = value }),
        new("shift", most: 0.5, usual: 0.125, a => a.Shift, (a, value) => a with { Shift = value }),
        new("scale", most: 0.5, usual: 0.1, a => a.Scale, (a, value) => a with { Scale = value }),
        new("rotate", most: 180, usual: 10, a => a.Rotate, (a, value) => a with { Rotate = value }),
        new("brightness", most: 1, usual: 0.2, a => a.Brightness, (a, value) => a with { Brightness = value }),
        new("contrast", most: 1, usual: 0.2, a => a.Contrast, (a, value) => a with { Contrast = value }),
        new("saturation", most: 1, usual: 0.2, a => a.Saturation, (a, value) => a with { Saturation = value }),
        new("cutout", most: 0.75, usual: 0.25, a => a.Cutout, (a, value) => a with { Cutout = value }),
    ];

    /// <summary>Each operation as an option of a recipe.</summary>
    public static OptionList<Augmentation> List { get; } = new(new Augmentation(), [.. Parts.Select(part => Option<Augmentation>.Real(part.Name, part.Of, part.Set, 0, part.Most))], "augment");

    /// <summary>Whether nothing is varied.</summary>
    public bool IsOff => Parts.All(part => part.Of(this) == 0);

    /// <summary>Whether more than a mirror image may come out, which a generator would learn to draw.</summary>
    public bool IsMoreThanFlip => !(this with { Flip = 0 }).IsOff;

    /// <summary>Every value that cannot be.</summary>
    /// <param name="schema">The samples to vary; null checks the ranges alone.</param>
    public IEnumerable<Problem> Problems(SampleSchema? schema = null)
    {
        var outOfRange = List.Problems(this).ToList();
        return [.. outOfRange, .. Parts.Where(part => part.Of(this) != 0 && outOfRange.All(problem => problem.Path != $"augment.{part.Name}")).SelectMany(part => Unfit(part, schema))];
    }

    /// <summary>What speaks against an operation on some samples.</summary>
    private IEnumerable<Problem> Unfit(AugmentationPart part, SampleSchema? schema)
    {
        var (name, value) = ($"augment.{part.Name}", Format(part.Of(this)));
        if (schema is { Kind: not FieldKind.Image })
            yield return new(name, Words.IsButSamplesArePoints(name, value));
        else if (schema is { Channels: not 3 } && part.Name == "saturation")
            yield return new(name, Words.IsButPicturesAreGrey(name, value));
    }

    /// <summary>For example <c>flip 0.5 · rotate 10</c>; empty when nothing is varied.</summary>
    public override string ToString() => string.Join(" · ", Parts.Where(part => part.Of(this) != 0).Select(part => $"{part.Name} {Format(part.Of(this))}"));

    private static string Format(double value) => value.ToString(CultureInfo.InvariantCulture);
}
