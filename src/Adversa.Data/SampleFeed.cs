using Adversa.Data.Augmenting;

namespace Adversa.Data;

/// <summary>One collection of a stream, with an order of its own: where the next samples stand, what becomes of bad ones, and how pictures are varied.</summary>
internal sealed class SampleFeed
{
    private const long ChanceStream = 0xCA9;

    private readonly SampleReader _reader;
    private readonly SampleOrder _order;
    private readonly Augmenter? _augmenter;
    private readonly int _batchSize;
    private readonly long _seed;
    private readonly string? _field;             // the one field that it fills; null for all of a batch
    private readonly string _called;             // what the collection calls it

    private SampleFeed(ISampleSource source, int batchSize, long seed, Augmentation? augmentation, string? field = null, string called = "")
    {
        (_reader, _order, Ledger) = (new(source, seed), new(source, batchSize, seed), new(source));
        (_batchSize, _seed, _field, _called) = (batchSize, seed, field, called);
        if (augmentation is { IsOff: false }) _augmenter = new(augmentation, source.Schema, seed);
    }

    /// <summary>Its bad samples.</summary>
    internal BadSampleLedger Ledger { get; }

    /// <summary>The collections of a source: itself, or what is drawn and what is given apart from it.</summary>
    internal static IReadOnlyList<SampleFeed> Of(ISampleSource source, int batchSize, long seed, Augmentation? augmentation)
    {
        if (source.Schema.Find(Field.Input) is not { IsApart: true }) return [new(source, batchSize, seed, augmentation)];
        var (made, given) = source is UnpairedSource two ? (two.Made, two.Given) : (source, source);          // a packed set holds both
        return
        [
            new(made, batchSize, seed, augmentation, source.Schema.Drawn.Name, made.Schema.Drawn.Name),
            new(given, batchSize, Rng.Mix(seed, 1), augmentation, Field.Input, source is UnpairedSource ? given.Schema.Drawn.Name : Field.Input),
        ];
    }

    /// <summary>Passes over the collection before a position.</summary>
    internal long EpochOf(long position) => _order.EpochOf(position);

    /// <summary>The batch that begins at a position.</summary>
    internal BatchPlan At(long position) => _order.At(position);

    /// <summary>Reads its part of a batch.</summary>
    /// <param name="batch">Receives it.</param>
    /// <param name="plan">What <see cref="At"/> gave.</param>
    /// <param name="first">The first sample of the whole batch that is ours.</param>
    /// <returns>What could not be read and was replaced.</returns>
    internal List<(int At, long Index, AdversaException Error)> Fill(Batch batch, BatchPlan plan, int first)
    {
        var (bad, epoch) = (new List<(int, long, AdversaException)>(), EpochOf(plan.End - _batchSize));
        for (var i = 0; i < batch.Count; i++)
        {
            var (at, index) = (i, plan.IndexAt(first + i));
            var row = batch.Row(i, Rng.Mix(_seed, ChanceStream, epoch, index));
            if (_field is not null) row = row.Alone(_field, _called);
            _reader.Read(index, row, error => bad.Add((at, index, error)));
            _augmenter?.Apply(row, epoch, index);
        }

        return bad;
    }
}
