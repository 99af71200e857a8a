using System.Globalization;
using Adversa.Data;
using Adversa.Metrics;
using Adversa.Metrics.Evaluation;
using Adversa.Models;
using Adversa.Models.Games;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Training.Judges;

namespace Adversa.Training.Evaluations;

/// <summary>The codes of a small autoencoder that Adversa trains once on pictures without classes and keeps in the cache.</summary>
/// <remarks>It keeps what a code of 32 numbers can: places, shapes and colours of large parts. It knows no classes, so it sees less than a classifier does.</remarks>
internal sealed class CodeSpace : IFeatureExtractor
{
    private const int Version = 1;               // raise it when the training below changes: cached networks are then made anew
    private const int Code = 32, Width = 16, Hidden = 256, Batch = 64, Steps = 1500, AtOnce = 250;

    private readonly Autoencoder _network;
    private readonly SampleSchema _schema;
    private readonly string _key;

    private CodeSpace(Autoencoder network, SampleSchema schema, string key) => (_network, _schema, _key) = (network, schema, key);

    public string Name => $"autoencoder-{_key[..8]}";

    public Text About => Words.NumbersOfCodeOfAutoencoderTrained(Code, Steps);

    /// <summary>Takes the network of a data set from the cache, or trains it.</summary>
    internal static CodeSpace For(ISampleSource train, string cache, Action<double>? progress, int steps = Steps)
    {
        var schema = train.Schema with { Classes = 0, Attributes = [] };
        var key = NetworkCache.Key("code-space", $"{Version}", $"{steps}", train.Fingerprint, $"{schema}");
        using var noise = new Generator(Rng.Mix(Version, 4));
        using var init = new Generator(Rng.Mix(Version, 3));
        var options = schema.Height % 4 == 0 && schema.Width % 4 == 0 ? new AutoencoderOptions(CoderBody.Conv, Code, Width) : new AutoencoderOptions(CoderBody.Mlp, Code, Hidden: Hidden);
        var space = new CodeSpace((Autoencoder)AutoencoderVariant.Descriptor.Build(options, new BuildContext(schema, init, noise)), schema, key);
        try
        {
            var (folder, network) = (Path.Join(cache, "judges", key), space._network.Players[0].Network);
            if (NetworkCache.TryLoad(folder, network) is not null) return space;
            QuietTraining.Run(space._network, train, noise, Batch, steps, seed: Version, progress);
            NetworkCache.TrySave(folder, network, new() { ["steps"] = steps });
            return space;
        }
        catch
        {
            space.Dispose();
            throw;
        }
    }

    public FeatureSet Features(float[] samples)
    {
        var codes = new List<float>();
        for (var start = 0; start < samples.Length; start += AtOnce * _schema.Values)
        {
            using var scope = new TensorScope();
            var chunk = samples.AsSpan(start, Math.Min(AtOnce * _schema.Values, samples.Length - start));
            codes.AddRange(_network.Encode(Tensor.From<float>(chunk, _schema.BatchShape(chunk.Length / _schema.Values))).ToArray<float>());
        }

        return FeatureSet.From([.. codes], Code);
    }

    public void Dispose() => _network.Dispose();
}
