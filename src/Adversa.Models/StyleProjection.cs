using Adversa.Torch;
using Adversa.Torch.Optim;

namespace Adversa.Models;

/// <summary>Looks for the style that draws a given picture.</summary>
/// <remarks>After Karras et al., 2020, section 5 (arXiv:1912.04958), with two deviations: the distance is that of the pixels, of whole, half and quarter size, as no
/// network's features are at hand; and the search begins at the nearest of the first 256 seeds.</remarks>
public static class StyleProjection
{
    private const int Candidates = 256, AtOnce = 64, Updates = 400;
    private const double Rate = 0.05, Overstep = 0.1;

    /// <summary>The style, the same for every layer, whose picture comes nearest.</summary>
    /// <param name="model">Draws.</param>
    /// <param name="picture"><c>[1, C, H, W]</c> in [-1, 1].</param>
    /// <param name="request">The network, and one seed of the layers' noise.</param>
    /// <returns><c>[1, L, W]</c>.</returns>
    public static Tensor Find(IStyled model, Tensor picture, SampleRequest request)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var w = Outside(() => Nearest(model, picture, request.Network));      // [1, 1, W]
        using var best = Outside(w.Clone);
        w.RequiresGrad = true;
        using var adam = new Adam([("w", w)], Rate, beta1: 0.9, beta2: 0.999);
        var least = double.PositiveInfinity;
        for (var i = 0; i < Updates; i++)
        {
            using var scope = new TensorScope();
            var loss = Distance(Held(model.Draw(ForEachLayer(model, w), request)), picture);
            if (loss.Item() is var distance && distance < least)
            {
                least = distance;
                using var _ = Autograd.NoGrad();
                best.CopyInPlace(w);
            }

            w.Grad = Autograd.Grad([loss], [w])[0];
            adam.LearningRate = Rate * (1 + Math.Cos(Math.PI * i / Updates)) / 2;
            adam.Step();
        }

        w.Grad = null;
        return ForEachLayer(model, best).Clone();
    }

    /// <summary>The root mean square of the pixels' differences, where black and white are 1 apart.</summary>
    /// <param name="a"><c>[1, C, H, W]</c> in [-1, 1].</param>
    /// <param name="b">The same.</param>
    public static double RootMeanSquare(Tensor a, Tensor b)
    {
        using var scope = new TensorScope();
        return ((a - b) / 2).Square().Mean().Sqrt().Item();
    }

    /// <summary>The style of the first seeds whose picture is nearest.</summary>
    private static Tensor Nearest(IStyled model, Tensor picture, Torch.Nn.Module? network)
    {
        using var _ = Autograd.NoGrad();
        var nearest = Enumerable.Range(0, Candidates).Select(i => (long)i).Chunk(AtOnce).SelectMany(seeds =>
        {
            using var scope = new TensorScope();
            var drawn = model.Sample(new(seeds, network));
            return seeds.Zip((drawn - picture).Square().Flatten(1).Mean([1]).ToArray<float>());
        }).MinBy(pair => pair.Second).First;
        return model.StylesOf(new([nearest], network)).Narrow(1, 0, 1).Clone();
    }

    /// <summary>What oversteps black or white costs little, as it will be cut off, and still has a gradient.</summary>
    private static Tensor Held(Tensor x)
    {
        var held = Ops.Clamp(x, -1, 1);
        return held + Overstep * (x - held);
    }

    private static Tensor Distance(Tensor a, Tensor b)
    {
        var distance = (a - b).Square().Mean();
        foreach (var part in new[] { 2, 4 })
            if (a.Size(2) % part == 0 && a.Size(3) % part == 0) distance += (Smaller(a, part) - Smaller(b, part)).Square().Mean();
        return distance;

        static Tensor Smaller(Tensor x, int part) => Ops.AvgPool2d(x, [part, part], [part, part], [0, 0]);
    }

    private static Tensor ForEachLayer(IStyled model, Tensor w) => Ops.Expand(w, [1, model.Styles, w.Size(2)]);

    /// <summary>A tensor that outlives the scope in which it is made.</summary>
    private static Tensor Outside(Func<Tensor> make)
    {
        using var scope = new TensorScope();
        return TensorScope.Detach(make());
    }
}
