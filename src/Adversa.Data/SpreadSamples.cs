namespace Adversa.Data;

/// <summary>Looks at one sample of a source.</summary>
/// <param name="index">Where it stands.</param>
/// <param name="sample">It; overwritten by the next one.</param>
public delegate void SampleVisitor(long index, SampleRow sample);

/// <summary>Which samples stand for a whole source, wherever fewer than all of them are read: spread evenly over it and drawn by a seed, so that neither a source
/// that is sorted by class nor one whose classes take turns shows a part of them.</summary>
/// <remarks>The source is cut into stretches that hold about eight of the samples wanted; in each, the places are drawn by lot. Every sample is equally likely, and the same seed takes the
/// same ones. Of an endless source, whose samples come by lot already, the first ones are taken. A sample that cannot be read is replaced by one nearby that was not taken, else by any
/// other; where none is left there are fewer. Nothing else is read.</remarks>
public static class SpreadSamples
{
    private const int OfStretch = 8;             // few enough to spread, many enough that a source whose classes take turns is not met in step
    private const int Nearby = 16, MostInARow = 100;
    private const int PlacesStream = 0x59, OrderStream = 0x5A, HalvesStream = 0x5B;

    /// <summary>Where the samples that are taken stand, rising.</summary>
    /// <param name="source">The source.</param>
    /// <param name="most">At most so many; 0 or more.</param>
    /// <param name="seed">Draws them.</param>
    public static long[] Indices(ISampleSource source, int most, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        if (source.IsEndless || most >= source.Count) return [.. Enumerable.Range(0, (int)Math.Min(most, source.Count)).Select(i => (long)i)];
        var (rng, taken, total) = (new Rng(seed, PlacesStream), new List<long>(most), source.Count);
        var (stretches, start) = ((most + OfStretch - 1) / OfStretch, (long)(rng.NextDouble() * total));
        for (var stretch = 0; stretch < stretches; stretch++)
        {
            var (from, to) = (Begin(stretch), Begin(stretch + 1));
            taken.AddRange(Drawn(rng, from, to, Before(to) - Before(from)));
        }

        return [.. taken];

        long Begin(int stretch) => (long)((Int128)stretch * total / stretches);

        // Of n points in even distances, the k-th at (k N + start) / n, so many lie before a place: a stretch gives as many samples as it holds points
        int Before(long place) => (int)Int128.Clamp(((Int128)place * most - start + total - 1) / total, 0, most);
    }

    /// <summary>Reads samples that stand for the source, in random order.</summary>
    /// <param name="source">The source.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="seed">Draws them.</param>
    /// <exception cref="AdversaException">ADV3006: none can be read.</exception>
    public static SamplesRead Read(ISampleSource source, int most, long seed = 0)
    {
        var wanted = Indices(source, most, seed);
        var rows = Shuffled(source, wanted.Length, seed);
        return Take(source, wanted, [.. rows.Select(row => (0, row))], parts: 1, keepsValues: true)[0];
    }

    /// <summary>The classes of samples that stand for the source, in the source's order; their values are read and not kept.</summary>
    /// <param name="source">The source.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="seed">Draws them.</param>
    /// <param name="visit">Gets each as it is read; its numbers are overwritten by the next one.</param>
    /// <exception cref="AdversaException">ADV3006: none can be read.</exception>
    public static SamplesRead Labels(ISampleSource source, int most, long seed = 0, SampleVisitor? visit = null)
    {
        var wanted = Indices(source, most, seed);
        return Take(source, wanted, [.. Enumerable.Range(0, wanted.Length).Select(row => (0, row))], parts: 1, keepsValues: false, visit)[0];
    }

    /// <summary>Two sets that share no sample and are as like each other as can be, each as many: of two taken samples that stand beside each other one goes to each, by lot.</summary>
    /// <param name="source">The source.</param>
    /// <param name="mostOfEach">At most so many in each.</param>
    /// <param name="seed">Draws them.</param>
    /// <exception cref="AdversaException">ADV3006: none can be read.</exception>
    public static (SamplesRead First, SamplesRead Second) Halves(ISampleSource source, int mostOfEach, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(source);
        var each = (int)Math.Min(mostOfEach, source.Count / 2);
        var (wanted, rows, rng) = (Indices(source, 2 * each, seed), Shuffled(source, each, seed), new Rng(seed, HalvesStream));
        var places = new (int Part, int Row)[2 * each];
        for (var i = 0; i < each; i++)
        {
            var first = source.IsEndless ? 0 : rng.NextInt(2);
            (places[2 * i + first], places[2 * i + 1 - first]) = ((0, rows[i]), (1, rows[i]));
        }

        var halves = Take(source, wanted, places, parts: 2, keepsValues: true);
        return (halves[0], halves[1]);
    }

    /// <summary>Reads samples of one class, by lot among all that the source has.</summary>
    /// <param name="source">The source.</param>
    /// <param name="label">The class.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="seed">Draws them.</param>
    /// <returns>Fewer, or none, where the class has not so many.</returns>
    public static SamplesRead OfClass(ISampleSource source, int label, int most, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (part, reader, next) = (new Part(most, source.Schema), new LookedAt(source), 0);
        using var places = Walk(source, seed).GetEnumerator();
        while (next < most && places.MoveNext())
            if (reader.TryRead(places.Current, part.Room(next)) && part.Room(next).Label == label) part.Set(next++, places.Current);
        return reader.Told(part.First(next));
    }

    /// <summary>All places of a source by lot; those of an endless one in their order.</summary>
    internal static IEnumerable<long> Walk(ISampleSource source, long seed = 0)
    {
        var isHuge = source is { IsEndless: false, Count: > int.MaxValue };      // no order of so many is kept: places by lot, hardly one of them twice
        var order = new SampleOrder(source, 1, Rng.Mix(seed, OrderStream));
        for (long i = 0; i < source.Count; i++) yield return isHuge ? (Rng.Mix(seed, OrderStream, i) & long.MaxValue) % source.Count : order.At(i).IndexAt(0);
    }

    /// <summary>Reads some places, in their order on disk, each into its row of its part.</summary>
    private static SamplesRead[] Take(ISampleSource source, long[] wanted, (int Part, int Row)[] places, int parts, bool keepsValues, SampleVisitor? visit = null)
    {
        var (schema, reader, taken, left) = (source.Schema, new LookedAt(source), new HashSet<long>(wanted), new Queue<int>());
        var read = Enumerable.Range(0, parts).Select(_ => new Part(wanted.Length / parts, keepsValues ? schema : schema.Only(Field.Label))).ToArray();
        var scratch = new Batch(schema, 1).Row(0);
        for (var i = 0; i < wanted.Length; i++)
            if (!ReadInto(i, wanted[i]) && !Near(wanted[i]).Any(near => ReadInto(i, near))) left.Enqueue(i);

        var failed = 0;                          // in a row, of those that could be anywhere
        if (left.Count > 0)
            foreach (var index in Walk(source).TakeWhile(_ => left.Count > 0 && failed < MostInARow && taken.Count < source.Count).Where(taken.Add))
                if (ReadInto(left.Peek(), index)) (_, failed) = (left.Dequeue(), 0);
                else failed++;

        if (left.Count == wanted.Length && wanted.Length > 0) throw reader.NothingRead();
        var count = read.Min(part => part.Count);
        return [.. read.Select(part => reader.Told(part.First(count)))];

        bool ReadInto(int i, long index)
        {
            var (part, row) = (read[places[i].Part], places[i].Row);
            var room = keepsValues ? part.Room(row) : scratch;
            if (!reader.TryRead(index, room)) return false;
            if (!keepsValues && schema.IsLabelled) part.Room(row).Label = room.Label;
            part.Set(row, index);
            visit?.Invoke(index, room);
            return true;
        }

        IEnumerable<long> Near(long index)
        {
            var tried = 0;
            for (long step = 1; step < source.Count && tried < Nearby && taken.Count < source.Count; step++)
                foreach (var near in new[] { index + step, index - step })
                    if (near >= 0 && near < source.Count && taken.Add(near))
                    {
                        tried++;
                        yield return near;
                    }
        }
    }

    /// <summary>Some places of a stretch, rising: Floyd's choice without replacement.</summary>
    private static SortedSet<long> Drawn(Rng rng, long from, long to, int count)
    {
        var chosen = new SortedSet<long>();
        for (var last = to - count; last < to; last++)
            if (!chosen.Add(from + (long)(rng.NextDouble() * (last - from + 1)))) chosen.Add(last);
        return chosen;
    }

    private static int[] Shuffled(ISampleSource source, int count, long seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        if (source.IsEndless) return order;                    // they come by lot already
        var rng = new Rng(seed, OrderStream);
        for (var i = count - 1; i > 0; i--)
            if (rng.NextInt(i + 1) is var j) (order[i], order[j]) = (order[j], order[i]);
        return order;
    }

    /// <summary>Rows that are filled in any order.</summary>
    private sealed class Part(int rows, SampleSchema? schema)
    {
        private readonly Batch? _samples = schema is null ? null : new(schema, rows);
        private readonly long[] _indices = [.. Enumerable.Repeat(-1L, rows)];

        public int Count { get; private set; }

        public SampleRow Room(int row) => _samples!.Row(row);

        public void Set(int row, long index)
        {
            _indices[row] = index;
            Count++;
        }

        /// <summary>The first filled rows; unfilled ones are few, where there are any.</summary>
        public SamplesRead First(int count)
        {
            if (count == rows) return new(_samples, _indices);
            int[] filled = [.. Enumerable.Range(0, rows).Where(row => _indices[row] >= 0).Take(count)];
            var samples = schema is null ? null : new Batch(schema, count);
            for (var i = 0; i < count && samples is not null; i++) Room(filled[i]).CopyTo(samples.Row(i));
            return new(samples, [.. filled.Select(row => _indices[row])]);
        }
    }
}
