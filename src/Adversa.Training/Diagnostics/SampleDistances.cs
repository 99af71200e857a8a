using Adversa.Torch;

namespace Adversa.Training.Diagnostics;

/// <summary>Euclidean distances from every sample of one set to every sample of another.</summary>
internal sealed class SampleDistances
{
    private const int FewNumbers = 16;
    private const long ByProducts = 1, ByDifferences = 2;      // |x|² + |y|² - 2xy is fast and rough; differences are exact
    private readonly float[] _values;
    private readonly int _rows;
    private readonly int _columns;

    /// <param name="rows"><c>[N, ...]</c>.</param>
    /// <param name="columns"><c>[M, ...]</c>.</param>
    internal SampleDistances(Tensor rows, Tensor columns)
    {
        using var scope = new TensorScope();
        using var _ = Autograd.NoGrad();
        var (x, y) = (rows.Flatten(1), columns.Flatten(1));
        (_rows, _columns) = ((int)x.Size(0), (int)y.Size(0));
        _values = Ops.Cdist(x, y, computeMode: x.Size(1) <= FewNumbers ? ByDifferences : ByProducts).ToArray<float>();
    }

    /// <summary>The mean over all pairs of two different samples, where both sets are one.</summary>
    internal double MeanOfPairs()
    {
        double sum = 0;
        for (var i = 0; i < _rows; i++)
            for (var j = 0; j < i; j++)
                sum += _values[i * _columns + j];
        return sum / (_rows * (_rows - 1L) / 2);
    }

    /// <summary>For each sample the distance to the nearest other one, where both sets are one.</summary>
    internal double[] NearestOther() => [.. Enumerable.Range(0, _rows).Select(i => Nearest(i, skip: i))];

    /// <summary>For each row the distance to the nearest column.</summary>
    internal double[] NearestOfRows() => [.. Enumerable.Range(0, _rows).Select(i => Nearest(i, skip: -1))];

    /// <summary>For each column the distance to the nearest row.</summary>
    internal double[] NearestOfColumns()
    {
        var nearest = _values[.._columns];
        for (var i = 1; i < _rows; i++)
            for (var j = 0; j < _columns; j++)
                if (_values[i * _columns + j] < nearest[j]) nearest[j] = _values[i * _columns + j];
        return [.. nearest.Select(value => (double)value)];
    }

    /// <summary>For each sample the distance to the k-th nearest other one, where both sets are one.</summary>
    internal double[] KthOther(int k) => [.. Enumerable.Range(0, _rows).Select(i => (double)_values.AsSpan(i * _columns, _columns).ToArray().Where((_, j) => j != i).Order().ElementAt(k - 1))];

    private double Nearest(int row, int skip)
    {
        var least = float.PositiveInfinity;
        var distances = _values.AsSpan(row * _columns, _columns);
        for (var j = 0; j < distances.Length; j++)
            if (distances[j] < least && j != skip) least = distances[j];
        return least;
    }
}
