using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Adversa.Data.Augmenting;

namespace Adversa.Data;

/// <summary>An endless row of batches from a source: shuffled by the seed, prepared ahead of the training thread, resumable at any point.</summary>
/// <remarks>The order is a pure function of (seed, position): neither timing, nor the number of workers, nor the number of ranks changes it.
/// A finite source is shuffled anew in each epoch and its last incomplete batch is dropped; a world gives sample after sample and never repeats.
/// A sample that cannot be read is replaced by another one chosen by hash(seed, index), counted and listed. How a picture is varied is a pure function of
/// (seed, epoch, index wanted).</remarks>
public sealed class BatchStream : IDisposable
{
    private const int Ahead = 4;                 // batches kept ready

    private readonly IReadOnlyList<SampleFeed> _feeds;
    private readonly int _workers;
    private readonly int _first;                 // this rank's slice of each global batch
    private readonly int _slice;
    private readonly object _gate = new();
    private readonly Dictionary<long, Prepared> _ready = [];
    private readonly List<Thread> _threads = [];
    private long _waited;                        // ticks that Next() took
    private long _position;                      // samples consumed by the caller
    private long _ahead;                         // position of the next batch to prepare
    private long _given;                         // number of the next ticket to prepare
    private long _taken;                         // number of the next ticket to hand out
    private bool _stop;
    private bool _disposed;

    /// <summary>Opens a stream at its beginning.</summary>
    /// <param name="source">Where samples come from; the caller keeps it.</param>
    /// <param name="batchSize">Samples in a batch over all ranks; 1 or more, and a multiple of <paramref name="worldSize"/>.</param>
    /// <param name="seed">Decides the order.</param>
    /// <param name="rank">Which slice of each batch is ours, from 0.</param>
    /// <param name="worldSize">Number of slices; 1 or more.</param>
    /// <param name="workers">Threads that prepare batches; 0 prepares them in <see cref="Next"/>. Their number changes no sample and no order.</param>
    /// <param name="augmentation">How each picture is varied each time that it is shown; null or all zeros leaves it as it is.</param>
    /// <exception cref="AdversaException">ADV3006: the source holds no sample, or fewer than there are ranks.</exception>
    /// <exception cref="ArgumentException">The batch cannot be shared evenly, or the augmentation does not fit the samples.</exception>
    public BatchStream(ISampleSource source, int batchSize, long seed, int rank = 0, int worldSize = 1, int workers = 1,
        Augmentation? augmentation = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(worldSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, worldSize);
        ArgumentOutOfRangeException.ThrowIfNegative(workers);
        if (batchSize % worldSize != 0) throw new ArgumentException($"A batch of {batchSize} cannot be shared evenly by {worldSize} ranks; use a multiple of {worldSize}.", nameof(batchSize));

        Source = source;
        BatchSize = Fit(source, batchSize, worldSize);
        if (BatchSize < batchSize) Warnings = [SmallSet(source, batchSize, BatchSize)];
        _workers = workers;
        _slice = BatchSize / worldSize;
        _first = rank * _slice;
        _feeds = SampleFeed.Of(source, BatchSize, seed, augmentation);
    }

    /// <summary>Where the samples come from.</summary>
    public ISampleSource Source { get; }

    /// <summary>Samples in a batch over all ranks: what was asked for, or less when the set is smaller than that.</summary>
    public int BatchSize { get; }

    /// <summary>Samples consumed over all ranks: what a checkpoint saves. Batches prepared ahead do not count.</summary>
    public long Position => _position;

    /// <summary>Passes over the source completed so far; 0 for a world.</summary>
    public long Epoch => _feeds[0].EpochOf(_position);

    /// <summary>How long <see cref="Next"/> has kept its callers waiting, in all.</summary>
    public TimeSpan Waited => Stopwatch.GetElapsedTime(0, _waited);

    /// <summary>What the user should know, such as a set smaller than the batch; may be empty.</summary>
    public IReadOnlyList<Text> Warnings { get; } = [];

    /// <summary>How many different samples could not be read and were replaced.</summary>
    public long BadCount => _feeds.Sum(feed => feed.Ledger.Count);

    /// <summary>The first hundred samples that could not be read, with reasons.</summary>
    public IReadOnlyList<BadSample> BadSamples => _feeds.Count == 1 ? _feeds[0].Ledger.Listed : [.. _feeds.SelectMany(feed => feed.Ledger.Listed)];

    /// <summary>The next batch: this rank's slice.</summary>
    /// <exception cref="AdversaException">ADV3005: too many samples cannot be read.</exception>
    public Batch Next()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var asked = Stopwatch.GetTimestamp();
        var prepared = _workers == 0 ? Prepare(At(_position)) : Take();
        _waited += Stopwatch.GetTimestamp() - asked;
        prepared.Error?.Throw();
        for (var i = 0; i < _feeds.Count; i++) _feeds[i].Ledger.AddOrForget(prepared.Bad![i], _slice);
        _position = prepared.Batch!.Position;
        return prepared.Batch;
    }

    /// <summary>Visits the position, and the samples that could not be read if there were any. When the position changes, the batches prepared ahead are
    /// thrown away and the stream goes on from the new place.</summary>
    /// <param name="visitor">Saves or restores.</param>
    /// <exception cref="AdversaException">ADV6020: the restored position is negative.</exception>
    public void VisitState(IStateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        var position = _position;
        visitor.Visit("position", ref position);
        if (position < 0) throw new AdversaException(6020, ExitCode.Checkpoint, Words.CheckpointsDataPosition(position));
        for (var i = 0; i < _feeds.Count; i++) _feeds[i].Ledger.VisitState(i == 0 ? visitor : new PrefixedState(visitor, $"side{i}."), position / BatchSize * _slice);
        if (position == _position) return;
        StopWorkers();
        _position = position;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        StopWorkers();
    }

    /// <summary>The batch that is taken of a set: the one asked for, or, of fewer samples, as many as there are.</summary>
    /// <param name="source">The set.</param>
    /// <param name="batchSize">Asked for.</param>
    /// <param name="worldSize">Processes that share it.</param>
    /// <exception cref="AdversaException">ADV3006: not even two for each process.</exception>
    public static int Fit(ISampleSource source, int batchSize, int worldSize = 1)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source is UnpairedSource two) return Math.Min(Fit(two.Given, batchSize, worldSize), Fit(two.Made, batchSize, worldSize));
        if (source.IsEndless || source.Count >= batchSize) return batchSize;
        var fitting = (int)(source.Count / worldSize) * worldSize;
        return fitting >= 2 * worldSize ? fitting : throw DataError.Of(DataError.Empty,
            Words.HoldsAtLeastAreNeeded(source.Name, Words.Samples(source.Count), 2 * worldSize));
    }

    private static Text SmallSet(ISampleSource source, int asked, int given) => Words.HoldsFewerThanBatch(source.Name, Words.Samples(source.Count), asked, given);

    private Prepared Take()
    {
        lock (_gate)
        {
            if (_threads.Count == 0) StartWorkers();
            Prepared? prepared;
            while (!_ready.Remove(_taken, out prepared)) Monitor.Wait(_gate);
            _taken++;
            Monitor.PulseAll(_gate);
            return prepared;
        }
    }

    private void StartWorkers()
    {
        _stop = false;
        _ahead = _position;
        for (var i = 0; i < _workers; i++)
        {
            var thread = new Thread(Work) { IsBackground = true, Name = $"adversa-data-{i}" };
            _threads.Add(thread);
            thread.Start();
        }
    }

    private void StopWorkers()
    {
        lock (_gate)
        {
            _stop = true;
            Monitor.PulseAll(_gate);
        }

        foreach (var thread in _threads) thread.Join();
        _threads.Clear();
        _ready.Clear();
        _given = _taken = 0;
    }

    private void Work()
    {
        while (true)
        {
            long ticket;
            Prepared? failed = null;
            BatchPlan[] plans = [];
            lock (_gate)
            {
                while (!_stop && _given - _taken >= Ahead) Monitor.Wait(_gate);
                if (_stop) return;
                ticket = _given++;
                try
                {
                    plans = At(_ahead);
                    _ahead = plans[0].End;
                }
                catch (Exception e)               // no memory for the order: the consumer must hear of it, not wait for ever
                {
                    failed = new(null, null, ExceptionDispatchInfo.Capture(e));
                }
            }

            var prepared = failed ?? Prepare(plans);
            lock (_gate)
            {
                if (_stop) return;
                _ready.Add(ticket, prepared);
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>What each collection gives to the batch at a position.</summary>
    private BatchPlan[] At(long position) => [.. _feeds.Select(feed => feed.At(position))];

    private Prepared Prepare(BatchPlan[] plans)
    {
        try
        {
            var batch = new Batch(Source.Schema, _slice) { Position = plans[0].End };
            return new(batch, [.. _feeds.Select((feed, i) => feed.Fill(batch, plans[i], _first))], null);
        }
        catch (Exception e)                       // handed to the consumer, who throws it
        {
            return new(null, null, ExceptionDispatchInfo.Capture(e));
        }
    }

    private sealed record Prepared(Batch? Batch, List<(int At, long Index, AdversaException Error)>[]? Bad, ExceptionDispatchInfo? Error);
}
