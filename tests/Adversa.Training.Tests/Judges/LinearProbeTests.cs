using Adversa.Torch;
using Adversa.Training.Judges;

namespace Adversa.Training.Tests.Judges;

public sealed class LinearProbeTests
{
    // Three corners of a triangle with noise far smaller than the sides: straight cuts tell them apart, whatever the scale of a feature.
    [Fact]
    public void Classes_that_straight_cuts_part_are_all_named()
    {
        using var scope = new TensorScope();
        var (x, y) = Corners(seed: 1, [(0, 0), (1000, 0), (0, 1)]);
        var (unseen, answers) = Corners(seed: 2, [(0, 0), (1000, 0), (0, 1)]);

        Assert.Equal(1, LinearProbe.Accuracy(x, y, unseen, answers, 3));
    }

    // Four corners of a square whose diagonals are the classes: no straight cut names more than three of four.
    [Fact]
    public void Classes_that_only_a_curve_parts_are_not()
    {
        using var scope = new TensorScope();
        var (x, y) = Corners(seed: 1, [(0, 0), (1, 1), (0, 1), (1, 0)]);
        var (unseen, answers) = Corners(seed: 2, [(0, 0), (1, 1), (0, 1), (1, 0)]);
        var (diagonal, truth) = (Half(y), Half(answers));

        Assert.InRange(LinearProbe.Accuracy(x, diagonal, unseen, truth, 2), 0.2, 0.8);

        static Tensor Half(Tensor labels) => Tensor.From(labels.ToArray<long>().Select(label => label / 2).ToArray(), labels.Size(0));
    }

    // Labels by lot: one in four, four standard errors of 800.
    [Fact]
    public void Features_that_know_nothing_give_chance()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        var (_, y) = Corners(seed: 1, [(0, 0), (0, 0), (0, 0), (0, 0)]);

        Assert.Equal(0.25, LinearProbe.Accuracy(Tensor.Randn([800, 3], rng), y, Tensor.Randn([800, 3], rng), y, 4), 0.062);
    }

    private static (Tensor X, Tensor Y) Corners(long seed, (double X, double Y)[] corners)
    {
        const int ofEach = 200;
        using var rng = new Generator(seed);
        var means = Tensor.From([.. corners.SelectMany(c => Enumerable.Repeat(new[] { (float)c.X, (float)c.Y }, ofEach)).SelectMany(p => p)], corners.Length * ofEach, 2);
        return (means + 0.05 * Tensor.Randn(means.Shape, rng), Tensor.From([.. corners.SelectMany((_, k) => Enumerable.Repeat((long)k, ofEach))], corners.Length * ofEach));
    }
}
