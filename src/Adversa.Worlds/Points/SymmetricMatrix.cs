namespace Adversa.Worlds.Points;

/// <summary>Eigenvalues of small symmetric matrices.</summary>
internal static class SymmetricMatrix
{
    private const int MostSweeps = 60;

    /// <summary>The eigenvalues, largest first, by Jacobi's rotations.</summary>
    /// <remarks>Golub and Van Loan, "Matrix Computations", section 8.5. Converges quadratically; 60 sweeps are far more than it needs.</remarks>
    /// <param name="matrix">Symmetric; is overwritten.</param>
    public static double[] Eigenvalues(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        for (var sweep = 0; sweep < MostSweeps && Off(matrix, n) > 0; sweep++)
            for (var p = 0; p < n; p++)
                for (var q = p + 1; q < n; q++) Rotate(matrix, n, p, q);
        return [.. Enumerable.Range(0, n).Select(i => matrix[i, i]).OrderDescending()];
    }

    private static double Off(double[,] a, int n)
    {
        var (off, all) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
            {
                all += a[i, j] * a[i, j];
                if (i != j) off += a[i, j] * a[i, j];
            }

        return off > 1e-32 * all ? off : 0;
    }

    private static void Rotate(double[,] a, int n, int p, int q)
    {
        if (a[p, q] == 0) return;
        var tau = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var t = (tau >= 0 ? 1 : -1) / (Math.Abs(tau) + Math.Sqrt(1 + tau * tau));
        var c = 1 / Math.Sqrt(1 + t * t);
        var s = t * c;
        for (var k = 0; k < n; k++) (a[k, p], a[k, q]) = (c * a[k, p] - s * a[k, q], s * a[k, p] + c * a[k, q]);
        for (var k = 0; k < n; k++) (a[p, k], a[q, k]) = (c * a[p, k] - s * a[q, k], s * a[p, k] + c * a[q, k]);
    }
}
