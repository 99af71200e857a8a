using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>The sixteen convolutions of VGG-19, up to the last activation before the last pool: the features by which pictures are compared since 2016.</summary>
/// <remarks>Simonyan, Zisserman, 2014, table 1, column E (arXiv:1409.1556); keys and the colours' mean and deviation are torchvision's, whose <c>vgg19-dcbb9e9d.pth</c> the user brings.
/// The features are φ₅,₄ of Ledig et al., 2016, section 2.2.1 (arXiv:1609.04802), times 1/12.75 as they scale them.</remarks>
public sealed class Vgg19 : Module
{
    /// <summary>The least side of pictures: four pools.</summary>
    public const int LeastSide = 16;

    private const double Rescaling = 1 / 12.75;
    private const string Classifier = "classifier.";      // the dense layers behind, which nothing here reads

    private static readonly int[][] Plan = [[64, 64], [128, 128], [256, 256, 256, 256], [512, 512, 512, 512], [512, 512, 512, 512]];
    private static readonly float[] Mean = [0.485f, 0.456f, 0.406f], Deviation = [0.229f, 0.224f, 0.225f];

    private readonly List<Module> _layers = [];
    private readonly Tensor _mean, _deviation;

    /// <summary>Creates the network; its weights mean nothing until some are loaded.</summary>
    /// <param name="init">Draws the initial weights.</param>
    public Vgg19(Generator init)
    {
        var (from, place) = (3, 0);                        // places count activations and pools too, as in torchvision's column of layers
        foreach (var (i, block) in Plan.Index())
        {
            foreach (var to in block)
            {
                _layers.AddRange([Child($"features.{place}", new Conv2d(from, to, 3, init, padding: 1)), new ReLU()]);
                (from, place) = (to, place + 2);
            }

            if (i == Plan.Length - 1) break;
            _layers.Add(new MaxPool2d(2));
            place++;
        }

        (_mean, _deviation) = (Buffer("mean", Tensor.From(Mean, 1, 3, 1, 1)), Buffer("deviation", Tensor.From(Deviation, 1, 3, 1, 1)));
    }

    /// <summary>The features.</summary>
    /// <param name="x">Pictures in [-1, 1], <c>[N, 3, H, W]</c> or grey, <c>[N, 1, H, W]</c>; 16 a side or more.</param>
    /// <returns><c>[N, 512, H/16, W/16]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Size(1) == 1) x = Ops.Expand(x, [x.Size(0), 3, x.Size(2), x.Size(3)]);
        x = (x.ExpectShape("N 3 H W", "A picture for VGG-19") * 0.5 + 0.5 - _mean) / _deviation;
        foreach (var layer in _layers) x = layer.Forward(x);
        return x * Rescaling;
    }

    /// <summary>Looks at names and shapes alone, before a file is read.</summary>
    /// <param name="shapes">The shapes by key; those of the dense layers may be there.</param>
    /// <exception cref="AdversaException">ADV6010: a name or a shape does not fit.</exception>
    public static void Check(IReadOnlyDictionary<string, long[]> shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        var wanted = Shapes();
        foreach (var (key, shape) in wanted)
            if (!shapes.TryGetValue(key, out var found) || !found.AsSpan().SequenceEqual(shape))
                throw new AdversaException(6010, ExitCode.Data, Words.WeightsDoNotFitNetwork(key, string.Join(", ", shape), found is null ? Words.Missing : Words.Joined(string.Join(", ", found))));
        if (shapes.Keys.FirstOrDefault(key => !wanted.ContainsKey(key) && !key.StartsWith(Classifier, StringComparison.Ordinal)) is { } other)
            throw new AdversaException(6010, ExitCode.Data, Words.WeightsDoNotFitNetwork(other, Words.Missing.ToString(), Words.Joined(string.Join(", ", shapes[other]))));
    }

    /// <summary>Loads the weights of torchvision.</summary>
    /// <param name="weights">Tensors under their keys.</param>
    /// <exception cref="AdversaException">ADV6010: they do not fit.</exception>
    public void Load(IReadOnlyDictionary<string, Tensor> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Check(weights.ToDictionary(pair => pair.Key, pair => (long[])[.. pair.Value.Shape], StringComparer.Ordinal));
        using var scope = new TensorScope();
        LoadStateDict(StateDict().ToDictionary(pair => pair.Key, pair => weights.TryGetValue(pair.Key, out var tensor) ? tensor : pair.Value.Clone()));
    }

    private static Dictionary<string, long[]> Shapes()
    {
        var (shapes, from, place) = (new Dictionary<string, long[]>(StringComparer.Ordinal), 3, 0);
        foreach (var block in Plan)
        {
            foreach (var to in block)
            {
                (shapes[$"features.{place}.weight"], shapes[$"features.{place}.bias"]) = ([to, from, 3, 3], [to]);
                (from, place) = (to, place + 2);
            }

            place++;
        }

        return shapes;
    }
}
