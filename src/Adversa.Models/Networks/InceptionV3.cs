using System.Security.Cryptography;
using System.Text;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>The Inception network of 2015 in whose last layer FID, KID and the Inception score are defined: 2048 features, 1008 classes.</summary>
/// <remarks>Szegedy et al., 2015, "Rethinking the Inception Architecture" (arXiv:1512.00567), in the form of TensorFlow's 2015-12-05 graph as pytorch-fid and torch-fidelity have it;
/// keys are theirs. It is not torchvision's <c>inception_v3</c>: average pools leave out the padding, the last block pools by maximum, and the weights are others.</remarks>
public sealed class InceptionV3 : Module
{
    /// <summary>Length of the features.</summary>
    public const int Width = 2048;

    /// <summary>Classes; the graph has 8 more than ImageNet.</summary>
    public const int Classes = 1008;

    /// <summary>Side of the pictures it sees.</summary>
    public const int Side = 299;

    private static readonly (string Key, long[] Shape)[] Ends = [("Conv2d_1a_3x3.conv.weight", [32, 3, 3, 3]), ("Mixed_7c.branch1x1.conv.weight", [320, 2048, 1, 1]), ("fc.weight", [Classes, Width])];

    private const int Tensors = 472;             // beside counters of batches
    private const string Plan = "a5dab5458935b8aff94a0eb0e3fb1d8498937daa3c776e63ddaa86bc885c5561";      // SHA-256 of their names and shapes, a line each, sorted
    private const string Counter = "num_batches_tracked";

    private readonly Module[] _blocks;
    private readonly Linear _fc;

    /// <summary>Creates the network; its weights mean nothing until some are loaded.</summary>
    /// <param name="init">Draws the initial weights.</param>
    public InceptionV3(Generator init)
    {
        InceptionConv Conv(string name, int from, int to, int kernel, int stride = 1, int padding = 0) => Child(name, new InceptionConv(from, to, kernel, kernel, init, stride, padding, padding));
        InceptionMix Mix(string name, InceptionMix mix) => Child(name, mix);
        _blocks =
        [
            Conv("Conv2d_1a_3x3", 3, 32, 3, stride: 2),                                   // [N, 32, 149, 149]
            Conv("Conv2d_2a_3x3", 32, 32, 3),                                             // [N, 32, 147, 147]
            Conv("Conv2d_2b_3x3", 32, 64, 3, padding: 1),
            new MaxPool2d(3, 2),                                                          // [N, 64, 73, 73]
            Conv("Conv2d_3b_1x1", 64, 80, 1),
            Conv("Conv2d_4a_3x3", 80, 192, 3),                                            // [N, 192, 71, 71]
            new MaxPool2d(3, 2),                                                          // [N, 192, 35, 35]
            Mix("Mixed_5b", InceptionMix.A(192, 32, init)),                               // [N, 256, 35, 35]
            Mix("Mixed_5c", InceptionMix.A(256, 64, init)),                               // [N, 288, 35, 35]
            Mix("Mixed_5d", InceptionMix.A(288, 64, init)),
            Mix("Mixed_6a", InceptionMix.B(288, init)),                                   // [N, 768, 17, 17]
            Mix("Mixed_6b", InceptionMix.C(768, 128, init)),
            Mix("Mixed_6c", InceptionMix.C(768, 160, init)),
            Mix("Mixed_6d", InceptionMix.C(768, 160, init)),
            Mix("Mixed_6e", InceptionMix.C(768, 192, init)),
            Mix("Mixed_7a", InceptionMix.D(768, init)),                                   // [N, 1280, 8, 8]
            Mix("Mixed_7b", InceptionMix.E(1280, InceptionPool.Average, init)),           // [N, 2048, 8, 8]
            Mix("Mixed_7c", InceptionMix.E(2048, InceptionPool.Maximum, init)),           // by maximum: a slip in the graph that every FID since shares
        ];
        _fc = Child("fc", new Linear(Width, Classes, init));
    }

    /// <summary>The pool3 features.</summary>
    /// <param name="x">Pictures in (x - 128) / 128, <c>[N, 3, 299, 299]</c>.</param>
    /// <returns><c>[N, 2048]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        x.ExpectShape($"N 3 {Side} {Side}", "A picture for Inception");
        foreach (var block in _blocks) x = block.Forward(x);
        return x.Mean([2, 3]);
    }

    /// <summary>Logits without the bias, as every Inception score takes them.</summary>
    /// <param name="features"><c>[N, 2048]</c>.</param>
    /// <returns><c>[N, 1008]</c>.</returns>
    public Tensor Logits(Tensor features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return features.Matmul(_fc.Parameters[0].T());
    }

    /// <summary>Looks at names and shapes alone, before a network of 24 million numbers is built for weights that are none of its own.</summary>
    /// <param name="shapes">The shapes by key.</param>
    /// <exception cref="AdversaException">ADV6031: they are torchvision's, which give another number; ADV6010: a name or a shape does not fit.</exception>
    public static void Check(IReadOnlyDictionary<string, long[]> shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        if (shapes.TryGetValue("fc.weight", out var fc) && fc is [1000, _] || shapes.Keys.Any(key => key.StartsWith("AuxLogits.", StringComparison.Ordinal)))
            throw new AdversaException(6031, ExitCode.Data, Words.TheseAreInceptionWeightsOfTorchvision);
        foreach (var (key, wanted) in Ends)
            if (!shapes.TryGetValue(key, out var shape) || !shape.AsSpan().SequenceEqual(wanted)) throw new AdversaException(6010, ExitCode.Data, Words.WeightsDoNotFitNetwork(key, string.Join(", ", wanted), shape is null ? Words.Missing : Words.Joined(string.Join(", ", shape))));
        string[] plan = [.. shapes.Where(pair => !IsCounter(pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} [{string.Join(", ", pair.Value)}]\n")];
        if (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(plan)))) != Plan) throw new AdversaException(6010, ExitCode.Data, Words.WeightsDoNotFitNetworkTensors(Tensors, plan.Length));

        bool IsCounter(string key, long[] shape) => key.EndsWith(Counter, StringComparison.Ordinal) && shape.Length == 0 && shapes.ContainsKey(key[..^Counter.Length] + "running_var");
    }

    /// <summary>Loads the weights of pytorch-fid or torch-fidelity.</summary>
    /// <param name="weights">Tensors under their keys; counters of batches may be missing.</param>
    /// <exception cref="AdversaException">ADV6031: they are torchvision's, which give another number; ADV6010: they do not fit.</exception>
    public void Load(IReadOnlyDictionary<string, Tensor> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Check(weights.ToDictionary(pair => pair.Key, pair => (long[])[.. pair.Value.Shape], StringComparer.Ordinal));
        using var scope = new TensorScope();
        var complete = new Dictionary<string, Tensor>(weights, StringComparer.Ordinal);
        foreach (var (key, tensor) in StateDict())
            if (key.EndsWith(Counter, StringComparison.Ordinal)) complete.TryAdd(key, tensor.Clone());      // the published file has none
        LoadStateDict(complete);
    }
}
