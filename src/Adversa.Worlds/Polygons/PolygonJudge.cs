namespace Adversa.Worlds.Polygons;

/// <summary>Says how far a picture is from the nearest triangle, and how much of the family a set of pictures reaches.</summary>
/// <remarks>The notions of precision and recall are those of Lucic et al., 2018 (arXiv:1711.10337), section 5; the distance to the family is found by a
/// least-squares fit of the six coordinates (Levenberg and Marquardt) instead of a search through a generator's inputs.</remarks>
public static class PolygonJudge
{
    /// <summary>A distance at which a picture counts as a triangle, at 28x28: see docs/data/worlds/polygons.md for how it was chosen.</summary>
    public const double Near = 1.0;

    private const int Steps = 40;
    private const double Enough = 0.05;          // a fit this close needs no other beginning
    private const double Nudge = 0.02;           // pixels, for differences

    /// <summary>Distance of a picture to the nearest triangle: about 0.01 for a sample of the world, several for other shapes.</summary>
    /// <param name="picture">One channel, size x size numbers in [-1, 1].</param>
    public static double Legality(ReadOnlySpan<float> picture) => Fit(picture).Distance;

    /// <summary>Finds the nearest triangle.</summary>
    /// <param name="picture">One channel, size x size numbers in [-1, 1].</param>
    /// <returns>The best of several fits; infinitely far when a number is not finite. The distance is never below the true one.</returns>
    public static PolygonFit Fit(ReadOnlySpan<float> picture)
    {
        var size = (int)Math.Sqrt(picture.Length);
        if (size < 4 || size * size != picture.Length) throw new ArgumentException($"Expected a square picture; got {picture.Length} numbers.", nameof(picture));
        var cover = new float[picture.Length];
        for (var i = 0; i < cover.Length; i++)
        {
            cover[i] = (picture[i] + 1) / 2;
            if (!float.IsFinite(cover[i])) return new(PolygonTruth.Ordered((0.2, 0.8), (0.8, 0.8), (0.5, 0.2)), double.PositiveInfinity);
        }

        PolygonFit? best = null;
        foreach (var begin in PolygonBeginnings.Of(cover, size))
        {
            var fit = Descend(cover, size, begin);
            if (best is null || fit.Distance < best.Distance) best = fit;
            if (best.Distance < Enough) break;
        }

        return best!;
    }

    /// <summary>The share of pictures that are triangles of the family.</summary>
    /// <param name="pictures">Pictures one after another, each size x size numbers in [-1, 1].</param>
    /// <param name="size">Side of a picture.</param>
    /// <param name="within">Largest distance that counts.</param>
    public static double Precision(ReadOnlySpan<float> pictures, int size, double within = Near)
    {
        var count = Count(pictures, size);
        var good = 0;
        for (var i = 0; i < count; i++)
        {
            var fit = Fit(pictures.Slice(i * size * size, size * size));
            if (fit.Distance <= within && fit.Triangle.IsInFamily(slack: 0.1)) good++;
        }

        return good / (double)count;
    }

    /// <summary>For each true picture the distance to the nearest generated one; black is 0, white 1.</summary>
    /// <param name="truth">Pictures that the generator never saw, one after another.</param>
    /// <param name="generated">Generated pictures, one after another.</param>
    /// <param name="size">Side of a picture.</param>
    public static double[] Nearest(ReadOnlySpan<float> truth, ReadOnlySpan<float> generated, int size)
    {
        var (pixels, distances, others) = (size * size, new double[Count(truth, size)], Count(generated, size));
        for (var i = 0; i < distances.Length; i++)
        {
            var one = truth.Slice(i * pixels, pixels);
            var least = double.PositiveInfinity;
            for (var k = 0; k < others; k++)
            {
                var other = generated.Slice(k * pixels, pixels);
                var sum = 0.0;
                for (var p = 0; p < pixels && sum < least; p++) sum += (one[p] - other[p]) * (double)(one[p] - other[p]);
                if (sum < least) least = sum;
            }

            distances[i] = Math.Sqrt(least) / 2;
        }

        return distances;
    }

    /// <summary>The share of true pictures that have a generated one near; compare it with as many samples of the world in the generated ones' place.</summary>
    /// <param name="truth">Pictures that the generator never saw, one after another.</param>
    /// <param name="generated">Generated pictures, one after another.</param>
    /// <param name="size">Side of a picture.</param>
    /// <param name="within">Largest distance that counts.</param>
    public static double Recall(ReadOnlySpan<float> truth, ReadOnlySpan<float> generated, int size, double within) =>
        Nearest(truth, generated, size).Average(d => d <= within ? 1 : 0);

    private static int Count(ReadOnlySpan<float> pictures, int size) => pictures.Length > 0 && pictures.Length % (size * size) == 0
        ? pictures.Length / (size * size)
        : throw new ArgumentException($"Expected one or more pictures of {size}x{size}; got {pictures.Length} numbers.");

    /// <summary>Levenberg and Marquardt's descent on the six coordinates, with central differences.</summary>
    private static PolygonFit Descend(float[] cover, int size, PolygonTruth begin)
    {
        Span<double> x = [begin.A.X, begin.A.Y, begin.B.X, begin.B.Y, begin.C.X, begin.C.Y];
        var (now, jacobian) = (new float[cover.Length], new float[6][]);
        for (var k = 0; k < 6; k++) jacobian[k] = new float[cover.Length];
        var (high, low) = (new float[cover.Length], new float[cover.Length]);
        var error = Error(x, size, cover, now);
        var damping = 0.01;
        var nudge = Nudge / size;
        Span<double> normal = stackalloc double[42];
        Span<double> moved = stackalloc double[6];
        for (var step = 0; step < Steps && damping < 1e6; step++)
        {
            for (var k = 0; k < 6; k++)
            {
                x.CopyTo(moved);
                moved[k] += nudge;
                PolygonsWorld.Cover(Of(moved), size, high);
                moved[k] -= 2 * nudge;
                PolygonsWorld.Cover(Of(moved), size, low);
                for (var i = 0; i < cover.Length; i++) jacobian[k][i] = (float)((high[i] - low[i]) / (2 * nudge));
            }

            var before = error;
            while (damping < 1e6)
            {
                Normal(jacobian, now, cover, damping, normal);
                Solve(normal);
                for (var k = 0; k < 6; k++) moved[k] = Math.Clamp(x[k] - normal[k * 7 + 6], -1, 2);
                var next = Error(moved, size, cover, high);
                if (next < error)
                {
                    (error, damping) = (next, damping / 5);
                    moved.CopyTo(x);
                    (now, high) = (high, now);
                    break;
                }

                damping *= 5;
            }

            if (before - error < 1e-7 * before) break;
        }

        return new(PolygonTruth.Ordered((x[0], x[1]), (x[2], x[3]), (x[4], x[5])), Math.Sqrt(error));
    }

    private static PolygonTruth Of(ReadOnlySpan<double> x) => new((x[0], x[1]), (x[2], x[3]), (x[4], x[5]));

    private static double Error(ReadOnlySpan<double> x, int size, float[] cover, float[] drawn)
    {
        PolygonsWorld.Cover(Of(x), size, drawn);
        var sum = 0.0;
        for (var i = 0; i < cover.Length; i++) sum += (drawn[i] - cover[i]) * (double)(drawn[i] - cover[i]);
        return sum;
    }

    /// <summary>J'J with its diagonal raised, and J'r as seventh column.</summary>
    private static void Normal(float[][] jacobian, float[] now, float[] cover, double damping, Span<double> normal)
    {
        for (var k = 0; k < 6; k++)
        {
            for (var m = 0; m < 6; m++)
            {
                var sum = 0.0;
                for (var i = 0; i < cover.Length; i++) sum += jacobian[k][i] * (double)jacobian[m][i];
                normal[k * 7 + m] = m == k ? sum * (1 + damping) + 1e-9 : sum;
            }

            var gradient = 0.0;
            for (var i = 0; i < cover.Length; i++) gradient += jacobian[k][i] * (double)(now[i] - cover[i]);
            normal[k * 7 + 6] = gradient;
        }
    }

    /// <summary>Gauss and Jordan's elimination of a positive definite system; the solution takes the seventh column's place.</summary>
    private static void Solve(Span<double> normal)
    {
        for (var k = 0; k < 6; k++)
        {
            var pivot = 1 / normal[k * 7 + k];
            for (var m = k; m < 7; m++) normal[k * 7 + m] *= pivot;
            for (var row = 0; row < 6; row++)
            {
                var factor = normal[row * 7 + k];
                if (row == k || factor == 0) continue;
                for (var m = k; m < 7; m++) normal[row * 7 + m] -= factor * normal[k * 7 + m];
            }
        }
    }
}
