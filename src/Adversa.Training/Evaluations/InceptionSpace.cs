using System.Security.Cryptography;
using Adversa.Formats.Pickle;
using Adversa.Formats.Weights;
using Adversa.Metrics;
using Adversa.Metrics.Evaluation;
using Adversa.Models.Networks;
using Adversa.Torch;

namespace Adversa.Training.Evaluations;

/// <summary>The 2015 Inception network with weights that the user brings: the space of FID, KID and the Inception score.</summary>
/// <remarks>Only the published file, whose SHA-256 begins with 6726825d, gives scores of those names; others of the same plan are named by their hash.</remarks>
public sealed class InceptionSpace : IFeatureExtractor
{
    private const int AtOnce = 16;

    private readonly InceptionV3 _network;
    private readonly SampleSchema _schema;

    internal InceptionSpace(InceptionV3 network, SampleSchema schema, string hash) => (_network, _schema, Name) = (network, schema, $"inception-{hash[..8]}");

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Text About => Words.PoolFeaturesOfInceptionNetwork;

    /// <summary>Loads the network.</summary>
    /// <param name="path">The <c>.pth</c> file of pytorch-fid or torch-fidelity.</param>
    /// <param name="schema">The pictures that will be compared.</param>
    /// <exception cref="AdversaException">ADV6030, ADV3041: the file is no state dictionary; ADV6031: it is torchvision's; ADV6010: it does not fit; ADV2016: the samples are no grey or colour pictures.</exception>
    public static InceptionSpace Open(string path, SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (schema is not { Kind: FieldKind.Image, Channels: 1 or 3 }) throw new AdversaException(2016, ExitCode.Usage, Words.InceptionSeesGreyOrColourPictures(schema));
        return Named(path, () => Load(path, TorchWeights.Read(path, InceptionV3.Check), schema));
    }

    /// <summary>Refuses a file by what can be told without libtorch: before a run is opened.</summary>
    /// <param name="path">The <c>.pth</c> file.</param>
    /// <exception cref="AdversaException">ADV6030, ADV3041, ADV6031, ADV6010: as <see cref="Open"/>.</exception>
    public static void Check(string path) => Named(path, () =>
    {
        TorchWeights.Look(path, InceptionV3.Check);
        return 0;
    });

    private static T Named<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (AdversaException e) when (e.Code is 6010 or 6031)
        {
            throw new AdversaException(e.Code, ExitCode.Data, Words.Colon(path, e.Text), e);
        }
    }

    /// <summary>The network is built once the file is known to hold one.</summary>
    private static InceptionSpace Load(string path, IReadOnlyDictionary<string, PickleArray> weights, SampleSchema schema)
    {
        using var init = new Generator(0);
        var network = new InceptionV3(init);
        try
        {
            using (var scope = new TensorScope())
                network.Load(Tensors(weights));
            network.Eval();
            using var file = File.OpenRead(path);
            return new(network, schema, Convert.ToHexStringLower(SHA256.HashData(file)));
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public FeatureSet Features(float[] samples) => FeatureSet.From([.. Run(samples, logits: false).Features], InceptionV3.Width);

    /// <inheritdoc/>
    public (FeatureSet Features, FeatureSet? Probabilities) Read(float[] samples)
    {
        var (features, logits) = Run(samples, logits: true);
        return (FeatureSet.From([.. features], InceptionV3.Width), ClassProbabilities.Softmax(FeatureSet.From([.. logits], InceptionV3.Classes)));
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    /// <summary>The arrays of a file of weights as tensors.</summary>
    internal static Dictionary<string, Tensor> Tensors(IReadOnlyDictionary<string, PickleArray> weights) =>
        weights.ToDictionary(pair => pair.Key, pair => Tensor.FromBytes(pair.Value.Data.Span, TypeOf(pair.Value.Kind), [.. pair.Value.Shape]));

    private static DType TypeOf(string kind) => kind switch { "f4" => DType.Float32, "f8" => DType.Float64, "f2" => DType.Float16, "i8" => DType.Int64, "i4" => DType.Int32, "i2" => DType.Int16, "i1" => DType.Int8, "b1" => DType.Bool, _ => DType.UInt8 };

    /// <summary>What the network sees, each picture once; the logits are a small last layer on the features.</summary>
    private (List<float> Features, List<float> Logits) Run(float[] samples, bool logits)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var seen = (Features: new List<float>(), Logits: new List<float>());
        using var recording = Autograd.NoGrad();
        for (var start = 0; start < samples.Length; start += AtOnce * _schema.Values)
        {
            using var scope = new TensorScope();
            var chunk = samples.AsSpan(start, Math.Min(AtOnce * _schema.Values, samples.Length - start));
            var pictures = Tensor.From<float>(chunk, _schema.BatchShape(chunk.Length / _schema.Values));
            var features = _network.Forward(InceptionInput.Of(pictures));
            seen.Features.AddRange(features.ToArray<float>());
            if (logits) seen.Logits.AddRange(_network.Logits(features).ToArray<float>());
        }

        return seen;
    }
}
