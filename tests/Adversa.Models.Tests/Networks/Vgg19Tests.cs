using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Networks;

public class Vgg19Tests
{
    // tests/golden/make_vgg19.py, torch 1.13.1: torchvision's plan, weights by a formula
    [Fact]
    public void Its_features_agree_with_torchvisions_plan_on_weights_of_a_formula()
    {
        using var scope = new TensorScope();
        using var init = new Generator(1);
        using var network = new Vgg19(init);
        network.Load(Formula(network));
        using var recording = Autograd.NoGrad();

        var features = network.Forward(Tensor.From([.. Enumerable.Range(0, 3 * 32 * 32).Select(i => (float)(i * 13 % 255 / 127.0 - 1))], 1, 3, 32, 32));
        var values = features.Doubles();

        Assert.Equal([1, 512, 2, 2], features.Shape);
        Assert.Equal(0.020287252962589264, values.Average(), 2e-7);
        Assert.Equal(0.0012466980842873454, values.Average(x => x * x), 2e-8);
        Assert.Equal([0.0704960823059082, 0.005731335841119289, 0.01206111628562212, 0, 0], new[] { 0, 7, 500, 1023, 2047 }.Select(i => values[i]), (a, b) => Math.Abs(a - b) < 2e-6);
    }

    [Fact]
    public void Grey_is_seen_as_colour_and_other_weights_are_refused_by_their_shapes()
    {
        using var scope = new TensorScope();
        using var init = new Generator(1);
        using var network = new Vgg19(init);
        using var recording = Autograd.NoGrad();
        var grey = Tensor.Rand([1, 1, 16, 16], init);
        Assert.Equal(network.Forward(Tensor.Cat([grey, grey, grey], 1)).Doubles(), network.Forward(grey).Doubles());

        var shapes = network.StateDict().Where(pair => pair.Key.StartsWith("features.", StringComparison.Ordinal)).ToDictionary(pair => pair.Key, pair => pair.Value.Shape.ToArray());
        Assert.Equal(32, shapes.Count);
        Vgg19.Check(new Dictionary<string, long[]>(shapes) { ["classifier.0.weight"] = [4096, 25088] });
        Refused("features.34.weight", shapes.Where(pair => pair.Key != "features.34.weight").ToDictionary());
        Refused("features.2.bias", new Dictionary<string, long[]>(shapes) { ["features.2.bias"] = [128] });
        Refused("features.3.weight", new Dictionary<string, long[]>(shapes) { ["features.3.weight"] = [64] });         // vgg19_bn's

        static void Refused(string key, Dictionary<string, long[]> shapes)
        {
            var error = Assert.Throws<AdversaException>(() => Vgg19.Check(shapes));
            Assert.Equal(6010, error.Code);
            Assert.Contains(key, error.Message, StringComparison.Ordinal);
        }
    }

    private static Dictionary<string, Tensor> Formula(Vgg19 network) => network.StateDict().Where(pair => pair.Key.StartsWith("features.", StringComparison.Ordinal)).ToDictionary(pair => pair.Key, pair =>
    {
        var place = int.Parse(pair.Key.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture);
        var (shape, values) = (pair.Value.Shape, new float[pair.Value.Elements]);
        if (shape.Length == 1) Array.Fill(values, (float)(0.01 * (place % 5)));
        else
        {
            var scale = 2.4 / Math.Sqrt(shape[1] * 9);
            for (var i = 0; i < values.Length; i++)
            {
                var v = unchecked((uint)(i + place * 104729) * 2654435761u);
                v = unchecked((v ^ (v >> 15)) * 2246822519u);
                values[i] = (float)(((v ^ (v >> 13)) / 2147483648.0 - 1) * scale);
            }
        }

        return Tensor.From(values, shape.ToArray());
    });
}
