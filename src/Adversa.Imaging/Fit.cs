namespace Adversa.Imaging;

/// <summary>How a picture gets another shape: that of a square as a rule.</summary>
public enum Fit
{
    /// <summary>The middle is cut out.</summary>
    Crop,

    /// <summary>Black bars on two sides; nothing is lost.</summary>
    Pad,

    /// <summary>Stretched or squeezed; proportions are lost.</summary>
    Squash,
}
