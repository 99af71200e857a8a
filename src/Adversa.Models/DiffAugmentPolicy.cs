namespace Adversa.Models;

/// <summary>Which operations of differentiable augmentation (Zhao et al., 2020, arXiv:2006.10738) are applied; one bit each.</summary>
public enum DiffAugmentPolicy
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Brightness, saturation and contrast.</summary>
    Color = 1,

    /// <summary>Shifts of up to an eighth of the side.</summary>
    Translation = 2,

    /// <summary>A blank square of half the side.</summary>
    Cutout = 4,

    /// <summary>Colour and translation.</summary>
    ColorTranslation = Color | Translation,

    /// <summary>Colour and cutout.</summary>
    ColorCutout = Color | Cutout,

    /// <summary>Translation and cutout.</summary>
    TranslationCutout = Translation | Cutout,

    /// <summary>All three: the paper's policy for small data.</summary>
    All = Color | Translation | Cutout,
}
