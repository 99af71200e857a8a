namespace Adversa.Training.Forecasts;

/// <summary>What a step took at one size of batch.</summary>
/// <param name="Batch">Samples in a batch.</param>
/// <param name="Seconds">Of a step: of a whole round of turns.</param>
/// <param name="Bytes">That the process took at most.</param>
/// <param name="Held">That it took when a loss was computed: weights, and what the backward pass needs of each sample. The peak of a small batch lies elsewhere, in the optimizer.</param>
public sealed record MeasuredBatch(int Batch, double Seconds, long Bytes, long Held = 0);

/// <summary>What a step of a run will take: extrapolated from steps at the smallest batches.</summary>
/// <remarks>Both lines are straight: a batch costs so much, and each of its samples so much.</remarks>
public sealed record Forecast
{
    private const double Backward = 1.25;        // the gradients of the largest layers stand beside what the forward pass holds
    private const double Slow = 1;               // a step of seconds at the smallest batches computes: no sample of it is free, whatever the clock said

    /// <summary>Extrapolates.</summary>
    /// <param name="measured">At growing batches; the last two count.</param>
    /// <param name="batch">The batch of the run.</param>
    /// <param name="parts">Batches in an update.</param>
    /// <param name="ranOut">Whether memory ran out at the batch after the last one: whatever the line says, no larger one fits.</param>
    public Forecast(IReadOnlyList<MeasuredBatch> measured, int batch, int parts = 1, bool ranOut = false)
    {
        ArgumentNullException.ThrowIfNull(measured);
        ArgumentOutOfRangeException.ThrowIfZero(measured.Count, nameof(measured));
        (Measured, Batch, RanOut) = (measured, batch, ranOut);
        Seconds = parts * At(batch, static m => m.Seconds, leastSlope: measured[^1].Seconds < Slow ? 0 : measured[^1].Seconds / measured[^1].Batch / 4);
        Bytes = BytesAt(batch);
    }

    /// <summary>What it is extrapolated from.</summary>
    public IReadOnlyList<MeasuredBatch> Measured { get; }

    /// <summary>The batch of the run.</summary>
    public int Batch { get; }

    /// <summary>Seconds of a step.</summary>
    public double Seconds { get; }

    /// <summary>Bytes that the process will take.</summary>
    public long Bytes { get; }

    /// <summary>Whether memory ran out while it was measured.</summary>
    public bool RanOut { get; }

    /// <summary>Whether the run leaves the process within some memory.</summary>
    /// <param name="bytes">That the process may take.</param>
    public bool Fits(long bytes) => !RanOut && Bytes <= bytes;

    /// <summary>The largest batch that leaves the process within some memory; below the smallest that was measured there is none, which is 0.</summary>
    /// <param name="bytes">That the process may take.</param>
    /// <param name="isAllowed">Whether the system takes such a batch.</param>
    public int LargestBatch(long bytes, Func<int, bool> isAllowed)
    {
        ArgumentNullException.ThrowIfNull(isAllowed);
        for (var batch = RanOut ? Measured[^1].Batch : Batch - 1; batch >= Measured[0].Batch; batch--)
            if (BytesAt(batch) <= bytes && isAllowed(batch) && (batch < 16 || batch % 8 == 0)) return batch;
        return 0;
    }

    private long BytesAt(int batch)
    {
        var held = Measured is [.., var before, var last] ? Backward * (last.Held - before.Held) / (last.Batch - before.Batch) : 0;
        return (long)At(batch, static m => m.Bytes, held);
    }

    private double At(int batch, Func<MeasuredBatch, double> value, double leastSlope = 0)
    {
        var last = Measured[^1];
        if (Measured.Count == 1) return value(last) * Math.Max(1, batch / (double)last.Batch);
        var before = Measured[^2];
        var slope = Math.Max(leastSlope, (value(last) - value(before)) / (last.Batch - before.Batch));
        return value(last) + slope * (batch - last.Batch);
    }
}
