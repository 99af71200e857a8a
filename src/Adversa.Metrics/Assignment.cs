namespace Adversa.Metrics;

/// <summary>The cheapest way to give every row a column of its own.</summary>
/// <remarks>Kuhn, 1955, in the O(n³) form with potentials and shortest augmenting paths (Jonker, Volgenant, 1987).</remarks>
internal static class Assignment
{
    /// <summary>The least sum of <paramref name="cost"/>, a square matrix, over one entry of each row and column.</summary>
    internal static double Cost(double[,] cost)
    {
        var n = cost.GetLength(0);
        var (u, v) = (new double[n + 1], new double[n + 1]);               // potentials: u[i] + v[j] <= cost, equal where assigned
        var (rowOf, before) = (new int[n + 1], new int[n + 1]);            // both count from 1; 0 is nobody
        for (var row = 1; row <= n; row++)
        {
            rowOf[0] = row;
            var (least, done) = (new double[n + 1], new bool[n + 1]);
            Array.Fill(least, double.PositiveInfinity);
            var column = 0;
            do
            {
                done[column] = true;
                column = Step(cost, u, v, rowOf, before, least, done, column);
            }
            while (rowOf[column] != 0);

            for (; column != 0; column = before[column]) rowOf[column] = rowOf[before[column]];      // the path's columns change hands
        }

        var sum = 0.0;
        for (var j = 1; j <= n; j++) sum += cost[rowOf[j] - 1, j - 1];
        return sum;
    }

    /// <summary>Grows the tree of shortest paths by one column, and says which.</summary>
    private static int Step(double[,] cost, double[] u, double[] v, int[] rowOf, int[] before, double[] least, bool[] done, int from)
    {
        var (row, delta, next) = (rowOf[from], double.PositiveInfinity, 0);
        for (var j = 1; j < v.Length; j++)
        {
            if (done[j]) continue;
            var reduced = cost[row - 1, j - 1] - u[row] - v[j];
            if (reduced < least[j]) (least[j], before[j]) = (reduced, from);
            if (least[j] < delta) (delta, next) = (least[j], j);
        }

        for (var j = 0; j < v.Length; j++)
            if (done[j]) (u[rowOf[j]], v[j]) = (u[rowOf[j]] + delta, v[j] - delta);
            else least[j] -= delta;
        return next;
    }
}
