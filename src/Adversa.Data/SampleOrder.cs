namespace Adversa.Data;

/// <summary>Which samples stand at a position: a pure function of (seed, position).</summary>
internal sealed class SampleOrder(ISampleSource source, int batchSize, long seed)
{
    private readonly long _epochLength = source.IsEndless ? long.MaxValue / 2 : source.Count / batchSize * batchSize;
    private readonly object _gate = new();
    private long _epoch = -1;
    private int[] _shuffled = [];

    /// <summary>Full passes before a position.</summary>
    public long EpochOf(long position) => source.IsEndless ? 0 : position / _epochLength;

    /// <summary>The batch that begins at a position, or at the next epoch when the rest of this one is too short for it.</summary>
    public BatchPlan At(long position)
    {
        if (source.IsEndless) return new(position, position + batchSize, null);
        if (position % _epochLength + batchSize > _epochLength) position = (EpochOf(position) + 1) * _epochLength;
        return new(position % _epochLength, position + batchSize, Shuffled(EpochOf(position)));
    }

    private int[] Shuffled(long epoch)
    {
        lock (_gate)
        {
            if (epoch == _epoch) return _shuffled;
            var rng = new Rng(Rng.Mix(seed, 0x5A0F, epoch));
            var order = new int[source.Count];
            for (var i = 0; i < order.Length; i++)            // Fisher and Yates, from the inside out
            {
                var j = rng.NextInt(i + 1);
                order[i] = order[j];
                order[j] = i;
            }

            (_epoch, _shuffled) = (epoch, order);
            return order;
        }
    }
}

/// <summary>One global batch: where it begins in its epoch, the position after it, and the epoch's order (null for a world).</summary>
internal readonly record struct BatchPlan(long Start, long End, int[]? Order)
{
    /// <summary>The source's index of the i-th sample of the batch.</summary>
    public long IndexAt(int i) => Order is null ? Start + i : Order[Start + i];
}
