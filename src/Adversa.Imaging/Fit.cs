namespace Adversa.Imaging;

/// <summary>How a picture that is not square becomes one.</summary>
public enum Fit
{
    /// <summary>The middle square is cut out.</summary>
    Crop,

    /// <summary>Black bars on two sides; nothing is lost.</summary>
    Pad,

    /// <summary>Stretched or squeezed; proportions are lost.</summary>
    Squash,
}
