namespace Adversa.Data;

/// <summary>What a decoded picture shall become.</summary>
/// <param name="Size">Side in pixels, 1 to 1024.</param>
/// <param name="Channels">1 for grey, 3 for RGB.</param>
/// <param name="Fit">How it becomes square.</param>
internal readonly record struct PictureTarget(int Size, int Channels, Fit Fit = Fit.Crop)
{
    /// <summary>Bytes of the result.</summary>
    public int Bytes => Channels * Size * Size;
}
