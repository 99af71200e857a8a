using Adversa.Imaging;

namespace Adversa.Data;

/// <summary>How to read a data set.</summary>
/// <param name="Size">Width and height of the pictures in pixels, each from 1 to 1024, a number for a square; null takes the data's own (see each source).</param>
/// <param name="Seed">Seed of a procedural world; files ignore it.</param>
/// <param name="Split">Training or test part, where the data has both.</param>
/// <param name="Fit">How a picture of another shape gets this one.</param>
/// <param name="Channels">1 reads pictures as grey, 3 as RGB; null takes the data's own.</param>
/// <param name="Background">What shows through transparent pixels of picture files.</param>
public sealed record DataOptions(PictureSize? Size = null, long Seed = 0, Split Split = Split.Train, Fit Fit = Fit.Crop, int? Channels = null, Background Background = Background.Black);
