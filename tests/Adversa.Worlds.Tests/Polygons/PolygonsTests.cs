using Adversa.Data;
using Adversa.Worlds.Polygons;

namespace Adversa.Worlds.Tests.Polygons;

public class PolygonsTests
{
    [Fact]
    public void The_judge_finds_its_own_triangles_again_and_nothing_else_legal()
    {
        var world = new PolygonsWorld();
        var picture = new float[784];
        for (var i = 0; i < 40; i++)
        {
            world.Read(i, picture, out _);
            Assert.True(PolygonJudge.Legality(picture) < PolygonJudge.Near, $"triangle {i}: {PolygonJudge.Legality(picture)}");
        }

        foreach (var (what, drawn) in new[] { ("a square", Draw((x, y) => Math.Abs(x) < 8 && Math.Abs(y) < 8)), ("a disc", Draw((x, y) => x * x + y * y < 64)), ("stripes", Draw((x, _) => (int)(x + 20) % 6 < 3)) })
            Assert.True(PolygonJudge.Legality(drawn) > 2 * PolygonJudge.Near, $"{what}: {PolygonJudge.Legality(drawn)}");
    }

    [Fact]
    public void The_fitted_corners_are_those_of_the_truth()
    {
        var world = new PolygonsWorld();
        var picture = new float[784];
        for (var i = 0; i < 10; i++)
        {
            world.Read(i, picture, out _);
            var (truth, fit) = (world.Truth(i), PolygonJudge.Fit(picture).Triangle);
            foreach (var corner in new[] { truth.A, truth.B, truth.C })
                Assert.True(new[] { fit.A, fit.B, fit.C }.Min(c => Math.Abs(c.X - corner.X) + Math.Abs(c.Y - corner.Y)) < 0.05, $"triangle {i}: {corner} was not found");
            Assert.True(truth.IsInFamily() && truth.Area >= PolygonTruth.LeastArea);
        }
    }

    [Fact]
    public void Precision_and_recall_are_what_they_must_be_for_copies_and_for_a_collapse()
    {
        var world = new PolygonsWorld();
        var truth = new float[20 * 784];
        for (var i = 0; i < 20; i++) world.Read(i, truth.AsSpan(i * 784, 784), out _);
        var collapsed = Enumerable.Repeat(truth[..784], 20).SelectMany(picture => picture).ToArray();

        Assert.Equal(1, PolygonJudge.Precision(truth, 28));
        Assert.Equal(1, PolygonJudge.Recall(truth, truth, 28, within: 1));
        Assert.Equal(1, PolygonJudge.Precision(collapsed, 28));
        Assert.Equal(0.05, PolygonJudge.Recall(truth, collapsed, 28, within: 1), 1e-9);
    }

    private static float[] Draw(Func<double, double, bool> isIn) => [.. Enumerable.Range(0, 784).Select(i => isIn(i % 28 - 13.5, i / 28 - 13.5) ? 1f : -1)];
}
