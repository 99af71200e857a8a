namespace Adversa.Data.Augmenting;

/// <summary>What chance decided for one picture.</summary>
/// <remarks>Every number is drawn whether it is used or not, so that one operation more or less never changes what the others do.</remarks>
/// <param name="Flip">Whether to mirror.</param>
/// <param name="ShiftX">To the right, as a share of the width.</param>
/// <param name="ShiftY">Downwards, as a share of the height.</param>
/// <param name="Factor">Of the size.</param>
/// <param name="Turns">Counter-clockwise rotation; 1 is a full turn.</param>
/// <param name="Brightness">Factor.</param>
/// <param name="Contrast">Factor.</param>
/// <param name="Saturation">Factor.</param>
/// <param name="CutX">Centre of the square, as a share of the width.</param>
/// <param name="CutY">Centre of the square, as a share of the height.</param>
internal readonly record struct AugmentationDraw(bool Flip, double ShiftX, double ShiftY, double Factor, double Turns,
    double Brightness, double Contrast, double Saturation, double CutX, double CutY)
{
    public static AugmentationDraw Of(Augmentation most, Rng rng) => new(
        Flip: rng.NextDouble() < most.Flip,
        ShiftX: Around(0, most.Shift, rng),
        ShiftY: Around(0, most.Shift, rng),
        Factor: Around(1, most.Scale, rng),
        Turns: Around(0, most.Rotate / 360, rng),
        Brightness: Around(1, most.Brightness, rng),
        Contrast: Around(1, most.Contrast, rng),
        Saturation: Around(1, most.Saturation, rng),
        CutX: rng.NextDouble(),
        CutY: rng.NextDouble());

    private static double Around(double centre, double most, Rng rng) => centre + most * (2 * rng.NextDouble() - 1);
}
