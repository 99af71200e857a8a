using Adversa.Data;
using Adversa.Models;
using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Worlds.Captions;

namespace Adversa.Training.Judges;

/// <summary>Reads what a drawn portrait shows: a network with a head for each attribute that a sentence can name. Adversa trains it once, on people of a seed that no run has unless it asks for it, and
/// keeps it in a cache. It has seen the withheld combinations.</summary>
public sealed class CaptionReader : IDisposable
{
    private const int Version = 1;               // raise it when the training below changes: cached readers are then made anew
    private const int Batch = 64, UsualSteps = 1500, HeldOut = 2000, Chunk = 250, Width = 32, Hidden = 256, Kernel = 3;
    private const long Seed = 0xCAB7;

    private readonly ManyHeads _network;
    private readonly SampleSchema _schema;
    private double[] _accuracies = [];

    private CaptionReader(ManyHeads network, SampleSchema schema) => (_network, _schema) = (network, schema);

    /// <summary>The share of unseen real portraits that are read right, of each attribute; hair colour of those who have hair.</summary>
    public IReadOnlyList<double> Accuracies => _accuracies;

    /// <summary>Takes the reader from the cache, or trains it.</summary>
    /// <param name="size">Side of the pictures.</param>
    /// <param name="cache">Where judges are kept.</param>
    /// <param name="progress">Told the share done, in [0, 1], while it trains.</param>
    public static CaptionReader For(int size, string cache, Action<double>? progress = null) => For(size, cache, progress, UsualSteps);

    /// <summary>The same with another length of training, for tests.</summary>
    internal static CaptionReader For(int size, string cache, Action<double>? progress, int steps)
    {
        var world = new CaptionsWorld(Seed, size, Split.Test);
        var folder = Path.Join(cache, "judges", NetworkCache.Key("caption-reader", $"{Version}", $"{steps}", world.Fingerprint));
        using var init = new Generator(Rng.Mix(Version, 1));
        using var noise = new Generator(Rng.Mix(Version, 2));
        var reader = new CaptionReader(new(world.Schema, init, noise), world.Schema);
        if (NetworkCache.TryLoad(folder, reader._network.Network) is { } facts)
        {
            reader._accuracies = [.. facts["accuracies"]!.AsArray().Select(one => one!.GetValue<double>())];
            return reader;
        }

        QuietTraining.Run(reader._network, world, noise, Batch, steps, seed: Version, progress);
        reader.Measure(new(Seed + 1, size, Split.Test));
        NetworkCache.TrySave(folder, reader._network.Network, new() { ["accuracies"] = new System.Text.Json.Nodes.JsonArray([.. reader._accuracies]) });
        return reader;
    }

    /// <summary>What pictures show, all that a sentence could say.</summary>
    /// <param name="pictures">One after another, each <c>[3, size, size]</c> in [-1, 1].</param>
    public IReadOnlyList<CaptionClaims> Read(float[] pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        List<CaptionClaims> read = [];
        foreach (var chunk in pictures.Chunk(Chunk * _schema.Values))
        {
            using var scope = new TensorScope();
            int[][] heads = [.. _network.Read(Tensor.From<float>(chunk, _schema.BatchShape(chunk.Length / _schema.Values)))];
            for (var i = 0; i < heads[0].Length; i++) read.Add(new([.. heads.Select(values => values[i])]));
        }

        return read;
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    private void Measure(CaptionsWorld unseen)
    {
        var batch = new Batch(_schema, HeldOut);
        for (var i = 0; i < HeldOut; i++) unseen.Read(i, batch.Row(i));
        var (read, right, asked) = (Read(batch.Values), new double[CaptionClaims.Attributes.Count], new double[CaptionClaims.Attributes.Count]);
        for (var i = 0; i < HeldOut; i++)
        {
            var truth = unseen.Truth(i);
            var claims = CaptionClaims.Of(truth);
            foreach (var k in claims.Named.Where(k => k != CaptionClaims.HairColour || truth.HairStyle != Worlds.Avatars.AvatarHairStyle.Bald))
            {
                asked[k]++;
                if (read[i][k] == claims[k]) right[k]++;
            }
        }

        _accuracies = [.. right.Zip(asked, (a, b) => a / b)];
    }

    /// <summary>The plain classifier's network with a row of scores for each attribute, trained by the sum of their cross entropies.</summary>
    private sealed class ManyHeads : Model
    {
        private static readonly int[] Heads = [.. CaptionClaims.Attributes.Select(attribute => attribute.Categories)];
        private readonly Player _player;

        public ManyHeads(SampleSchema schema, Generator init, Generator noise)
        {
            Schema = schema;
            var scores = new SampleSchema(FieldKind.Image, schema.Channels, schema.Height, schema.Width, Heads.Sum());
            _player = new("reader", new LeNet(scores, Width, Hidden, Kernel, Shrink.MaxPool, 0, new(scores, init, noise)), new(OptimizerKind.Adam, 1e-3, 0.9, 0.999));
            Turns = [new(_player, Loss)];
        }

        public override SampleSchema Schema { get; }

        public override IReadOnlyList<Player> Players => [_player];

        public override IReadOnlyList<Turn> Turns { get; }

        public Module Network => _player.Network;

        /// <summary>The likeliest value of each attribute, for each picture.</summary>
        public IEnumerable<int[]> Read(Tensor pictures)
        {
            using var recording = Autograd.NoGrad();
            return [.. Split(Network.Forward(pictures)).Select(scores => Ops.Argmax(scores, 1).ToArray<long>().Select(value => (int)value).ToArray())];
        }

        private LossTerms Loss(TurnContext turn)
        {
            var (attributes, width) = (turn[Field.Known].ToArray<float>(), Schema.Attributes.Count);
            CaptionClaims[] truths = [.. Enumerable.Range(0, turn.BatchSize).Select(i => CaptionClaims.Of(attributes.AsSpan(i * width, width)))];
            var losses = Split(Network.Forward(turn.Data))
                .Select((scores, k) => Ops.CrossEntropyLoss(scores, Tensor.From([.. truths.Select(truth => (long)truth[k])], truths.Length)));
            return new() { ["cross_entropy"] = losses.Aggregate((a, b) => a + b) };
        }

        private static IEnumerable<Tensor> Split(Tensor scores)
        {
            var at = 0;
            foreach (var values in Heads)
            {
                yield return scores.Narrow(1, at, values);                        // [N, values]
                at += values;
            }
        }
    }
}
