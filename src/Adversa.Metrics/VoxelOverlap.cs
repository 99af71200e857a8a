namespace Adversa.Metrics;

/// <summary>Cells that two solids share, over the cells that either has.</summary>
/// <remarks>Wu et al., 2016, "3D-GAN" (arXiv:1610.07584).</remarks>
public static class VoxelOverlap
{
    /// <summary>Intersection over union, in [0, 1].</summary>
    /// <param name="first">Fillings of the cells.</param>
    /// <param name="second">Of the same cells.</param>
    /// <param name="threshold">Above it a cell is full.</param>
    /// <exception cref="MetricException">ADV3082: both are empty.</exception>
    public static double Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double threshold = 0.5)
    {
        if (first.Length != second.Length) throw new ArgumentException($"Both solids need the same cells; got {first.Length} and {second.Length}.");
        var (both, either) = (0, 0);
        for (var i = 0; i < first.Length; i++)
        {
            var (a, b) = (first[i] > threshold, second[i] > threshold);
            if (a && b) both++;
            if (a || b) either++;
        }

        return either > 0 ? both / (double)either : throw MetricException.Undefined(Words.BothSolidsAreEmpty);
    }
}
