namespace Adversa.Metrics;

/// <summary>How well a part of pictures was made again: what was given elsewhere counts for nothing.</summary>
public static class Restoration
{
    /// <summary>Peak signal to noise inside of masks, one value a picture; positive infinity where the two are equal there.</summary>
    /// <param name="made">Pictures, one a row, channel after channel.</param>
    /// <param name="truth">The same shape.</param>
    /// <param name="masks">For each picture H·W numbers: 1 inside, 0 outside.</param>
    /// <param name="range">L: the largest less the smallest value that a pixel can have, such as 2.</param>
    /// <exception cref="MetricException">A mask is empty, or the numbers do not fit each other.</exception>
    public static IReadOnlyList<double> HolePsnr(FeatureSet made, FeatureSet truth, FeatureSet masks, double range)
    {
        ArgumentNullException.ThrowIfNull(made);
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(masks);
        made.ExpectWidth(truth);
        if (made.Count != truth.Count) throw MetricException.TooFew(Words.PSNRComparesPairs(made.Count, truth.Count));
        var pixels = masks.Width;
        return [.. Enumerable.Range(0, made.Count).Select(row =>
        {
            var (sum, count) = (0.0, 0);
            for (var i = 0; i < made.Width; i++)
            {
                if (masks[row][i % pixels] == 0) continue;
                var difference = made[row][i] - truth[row][i];
                (sum, count) = (sum + difference * difference, count + 1);
            }

            if (count == 0) throw MetricException.TooFew(Words.AMaskIsEmpty(row));
            return 10 * Math.Log10(range * range * count / sum);
        })];
    }

    /// <summary>Gradient energy at the seam of a mask: the mean squared difference between neighbours of which one lies inside and one outside, over all channels. A paste that keeps its own light has more than the truth.</summary>
    /// <param name="picture">Pixels, <c>[C, H, W]</c>.</param>
    /// <param name="mask">H·W numbers: 1 inside, 0 outside.</param>
    /// <param name="height">H.</param>
    /// <param name="width">W.</param>
    /// <exception cref="MetricException">The mask has no seam.</exception>
    public static double SeamEnergy(ReadOnlySpan<double> picture, ReadOnlySpan<double> mask, int height, int width)
    {
        var (sum, count, channels) = (0.0, 0, picture.Length / (height * width));
        for (var row = 0; row < height; row++)
            for (var column = 0; column < width; column++)
            {
                var at = row * width + column;
                if (column + 1 < width && mask[at] != mask[at + 1]) Add(picture, at, at + 1);
                if (row + 1 < height && mask[at] != mask[at + width]) Add(picture, at, at + width);
            }

        return count > 0 ? sum / count : throw MetricException.TooFew(Words.AMaskHasNoSeam);

        void Add(ReadOnlySpan<double> picture, int from, int to)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                var difference = picture[channel * height * width + to] - picture[channel * height * width + from];
                (sum, count) = (sum + difference * difference, count + 1);
            }
        }
    }
}
