using System.Text.Json.Nodes;
using Adversa.Models.Networks;
using Adversa.Torch;

namespace Adversa.Models.Tests.Networks;

public class InceptionV3Tests
{
    private static readonly JsonNode Golden = JsonNode.Parse(File.ReadAllText(Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "../../../..", "tests", "golden", "inception.json"))))!;

    [Fact]
    public void Features_and_logits_agree_with_the_network_of_pytorch_fid_on_weights_of_a_formula()
    {
        using var scope = new TensorScope();
        using var init = new Generator(1);
        using var network = new InceptionV3(init);
        network.Load(Formula(network));
        network.Eval();
        using var recording = Autograd.NoGrad();

        var features = network.Forward(InceptionInput.Of(Pictures()));
        var logits = network.Logits(features);

        // float32 sums in another order: about 1e-6 of the largest value; a wrong pool or padding moves whole percents
        Same("features", features, 2e-5);
        Same("logits", logits, 5e-5);
        Assert.Equal(Golden["features_norm"]!.GetValue<double>(), features.Square().Sum().Sqrt().Item(), tolerance: 1e-3);
        Assert.Equal(Golden["logits_norm"]!.GetValue<double>(), logits.Square().Sum().Sqrt().Item(), tolerance: 1e-3);
    }

    [Theory]
    [InlineData(InceptionResize.TensorFlow, "input_tensorflow")]
    [InlineData(InceptionResize.PyTorch, "input_pytorch")]
    public void Pictures_are_resized_as_the_named_implementation_does(InceptionResize resize, string name)
    {
        using var scope = new TensorScope();

        Same(name, InceptionInput.Of(Pictures(), resize), 2e-5);
    }

    [Fact]
    public void Grey_is_repeated_and_values_are_rounded_to_bytes()
    {
        using var scope = new TensorScope();

        var grey = InceptionInput.Of(Tensor.Full([1, 1, 4, 4], 0.0039));                       // 0.0039: 127.997, the byte 128

        Assert.Equal([1L, 3, 299, 299], grey.Shape);
        Assert.Equal(0, Ops.Max(grey.Abs()).Item());
        Assert.Throws<ShapeException>(() => InceptionInput.Of(Tensor.Zeros([1, 2, 4, 4])));
    }

    [Fact]
    public void Its_keys_are_those_of_the_published_file_and_torchvisions_are_refused()
    {
        using var scope = new TensorScope();
        using var init = new Generator(1);
        using var network = new InceptionV3(init);

        var keys = network.StateDict().Keys.Where(key => !key.EndsWith("num_batches_tracked", StringComparison.Ordinal)).ToList();

        Assert.Equal(472, keys.Count);
        Assert.Contains("Mixed_7c.branch3x3dbl_3b.bn.running_var", keys);
        Assert.Equal((6031, ExitCode.Data), Assert.Throws<AdversaException>(() => network.Load(new Dictionary<string, Tensor> { ["fc.weight"] = Tensor.Zeros([1000, 2048]) })) is var refused ? (refused.Code, refused.Exit) : default);
        Assert.Equal(6031, Assert.Throws<AdversaException>(() => network.Load(new Dictionary<string, Tensor> { ["AuxLogits.fc.bias"] = Tensor.Zeros([1000]) })).Code);
        Assert.Equal(6010, Assert.Throws<AdversaException>(() => network.Load(new Dictionary<string, Tensor> { ["fc.weight"] = Tensor.Zeros([1008, 2048]) })).Code);
    }

    [Fact]
    public void Names_and_shapes_are_compared_one_by_one_before_a_network_is_built()
    {
        using var scope = new TensorScope();
        using var init = new Generator(1);
        Dictionary<string, long[]> own;
        using (var network = new InceptionV3(init)) own = network.StateDict().ToDictionary(pair => pair.Key, pair => (long[])[.. pair.Value.Shape]);
        Dictionary<string, long[]> With(params (string Key, long[]? Shape)[] changes)
        {
            var shapes = new Dictionary<string, long[]>(own);
            foreach (var (key, shape) in changes)
                if (shape is null) shapes.Remove(key);
                else shapes[key] = shape;
            return shapes;
        }

        InceptionV3.Check(own);
        InceptionV3.Check(With([.. own.Keys.Where(key => key.EndsWith("num_batches_tracked", StringComparison.Ordinal)).Select(key => (key, (long[]?)null))]));     // the published file has none

        foreach (var odd in new[]
        {
            With(("Mixed_5b.branch1x1.bn.bias", null)), With(("Mixed_5b.branch1x1.bn.bias", [65])), With(("Mixed_6c.branch7x7_2.conv.weight", [160, 160, 7, 1])), With(("more", [1])),
            With(("Mixed_5b.branch1x1.bn.num_batches_tracked", [1])), With(("more.num_batches_tracked", [])), With(("fc.bias", null)),
            own.Where(pair => pair.Key is "Conv2d_1a_3x3.conv.weight" or "Mixed_7c.branch1x1.conv.weight" or "fc.weight").ToDictionary(),
        })
        {
            var refusal = Assert.Throws<AdversaException>(() => InceptionV3.Check(odd));
            Assert.Equal((6010, ExitCode.Data), (refusal.Code, refusal.Exit));
            Assert.Contains($"takes 472 tensors", refusal.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Bytes (x (3 + c) + 7 y + 40 n) mod 256.</summary>
    private static Tensor Pictures()
    {
        var values = new float[2 * 3 * 40 * 32];
        for (var i = 0; i < values.Length; i++)
        {
            var (x, y, c, n) = (i % 32, i / 32 % 40, i / 1280 % 3, i / 3840);
            values[i] = (x * (3 + c) + 7 * y + 40 * n) % 256 / 127.5f - 1;
        }

        return Tensor.From(values, 2, 3, 40, 32);
    }

    /// <summary>The weights of tests/golden/make_weights.py.</summary>
    private static Dictionary<string, Tensor> Formula(InceptionV3 network)
    {
        var weights = new Dictionary<string, Tensor>();
        foreach (var (key, tensor) in network.StateDict().Where(pair => !pair.Key.EndsWith("num_batches_tracked", StringComparison.Ordinal)))
        {
            var (values, shape, t) = (new float[tensor.Elements], tensor.Shape, (uint)weights.Count);
            var scale = shape.Length > 1 ? Math.Sqrt(12.0 / (values.Length / shape[0])) * 1.4 : 0.1;
            var isOne = key.EndsWith("bn.weight", StringComparison.Ordinal) || key.EndsWith("running_var", StringComparison.Ordinal);
            for (var i = 0; i < values.Length; i++)
            {
                var u = Mix(unchecked(((uint)i + 1) * 2654435761 + (t + 1) * 40503)) / 4294967296.0 - 0.5;
                values[i] = (float)(isOne ? 1 + u / 4 : shape.Length > 1 ? u * scale : u / 10);
            }

            weights[key] = Tensor.From<float>(values, shape);
        }

        return weights;
    }

    private static uint Mix(uint v)
    {
        unchecked
        {
            v = (v ^ v >> 15) * 2246822519;
            return v ^ v >> 13;
        }
    }

    private static void Same(string name, Tensor got, double tolerance)
    {
        var values = got.Flatten().ToArray<float>();
        foreach (var (i, expected) in Golden[name]!.AsArray().Select(node => node!.GetValue<double>()).Index())
            Assert.Equal(expected, values[i * (values.Length / 24)], tolerance);
    }
}
