namespace Adversa.Worlds.Points;

/// <summary>The cheapest pairing of two equally large sets, and with it the exact Wasserstein distance of two samples.</summary>
public static class Assignment
{
    /// <summary>Most points that are paired.</summary>
    public const int Most = 512;

    /// <summary>Pairs each row with a column so that the sum of the costs is least.</summary>
    /// <remarks>Shortest augmenting paths with potentials (Jonker and Volgenant, 1987, "A shortest augmenting path algorithm for dense and sparse
    /// linear assignment problems"); the time grows with n³.</remarks>
    /// <param name="cost">An n x n table of finite numbers; n from 1 to <see cref="Most"/>.</param>
    /// <returns>The column of each row.</returns>
    /// <exception cref="ArgumentException">The table is not square, too large, or holds NaN or infinity.</exception>
    public static int[] Solve(double[,] cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        var n = cost.GetLength(0);
        if (n is < 1 or > Most || cost.GetLength(1) != n) throw new ArgumentException($"Expected a square table of 1 to {Most} rows; got {n} by {cost.GetLength(1)}.", nameof(cost));
        foreach (var c in cost)
            if (!double.IsFinite(c)) throw new ArgumentException("Every cost must be finite.", nameof(cost));

        var (rowPrice, columnPrice) = (new double[n], new double[n]);
        var rowOf = new int[n];
        Array.Fill(rowOf, -1);
        for (var row = 0; row < n; row++) Augment(cost, n, row, rowOf, rowPrice, columnPrice);

        var columnOf = new int[n];
        for (var column = 0; column < n; column++) columnOf[rowOf[column]] = column;
        return columnOf;
    }

    /// <summary>The Wasserstein-1 distance of two samples with Euclidean cost: exact for the samples, an estimate for what they come from.</summary>
    /// <param name="first">N points, coordinate by coordinate.</param>
    /// <param name="second">As many points.</param>
    /// <param name="dimensions">Coordinates of a point; 1 or more.</param>
    /// <exception cref="ArgumentException">The samples differ in length, are not whole points, or are more than <see cref="Most"/>.</exception>
    public static double Wasserstein1(ReadOnlySpan<float> first, ReadOnlySpan<float> second, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        var n = first.Length / dimensions;
        if (first.Length != second.Length || n * dimensions != first.Length || n is < 1 or > Most)
            throw new ArgumentException($"Expected two samples of the same 1 to {Most} points of {dimensions} coordinates; got {first.Length} and {second.Length} numbers.", nameof(second));

        var cost = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
            {
                var squared = 0.0;
                for (var k = 0; k < dimensions; k++)
                {
                    var difference = (double)first[i * dimensions + k] - second[j * dimensions + k];
                    squared += difference * difference;
                }

                cost[i, j] = Math.Sqrt(squared);
            }

        var pairing = Solve(cost);
        var sum = 0.0;
        for (var i = 0; i < n; i++) sum += cost[i, pairing[i]];
        return sum / n;
    }

    /// <summary>Gives one more row a column: Dijkstra's search over reduced costs from the row to the nearest free column, then the path is turned over.</summary>
    private static void Augment(double[,] cost, int n, int row, int[] rowOf, double[] rowPrice, double[] columnPrice)
    {
        var (distance, before, done) = (new double[n], new int[n], new bool[n]);
        Array.Fill(distance, double.PositiveInfinity);
        Array.Fill(before, -1);
        var (reached, at, last) = (0.0, row, -1);            // the row being left, how far it is, and the column that led to it
        var visited = new List<int>();
        while (true)
        {
            var nearest = -1;
            for (var column = 0; column < n; column++)
            {
                if (done[column]) continue;
                var through = reached + cost[at, column] - rowPrice[at] - columnPrice[column];
                if (through < distance[column]) (distance[column], before[column]) = (through, last);
                if (nearest < 0 || distance[column] < distance[nearest]) nearest = column;
            }

            (done[nearest], reached, last) = (true, distance[nearest], nearest);
            if (rowOf[nearest] < 0) break;
            visited.Add(nearest);
            at = rowOf[nearest];
        }

        rowPrice[row] += reached;
        foreach (var column in visited)
        {
            rowPrice[rowOf[column]] += reached - distance[column];
            columnPrice[column] -= reached - distance[column];
        }

        for (var column = last; column >= 0; column = before[column]) rowOf[column] = before[column] < 0 ? row : rowOf[before[column]];
    }
}
