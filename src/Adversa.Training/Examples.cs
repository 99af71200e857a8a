using Adversa.Data;
using Adversa.Models;

namespace Adversa.Training;

/// <summary>What a translator is given where nobody brings anything: real samples, spread over the data, the s-th of them for seed s.</summary>
/// <param name="translator">Who is given it.</param>
/// <param name="source">The data, best unseen in training; opened when it is first asked for.</param>
public sealed class Examples(ITranslator translator, Func<ISampleSource> source)
{
    private const int Most = 100_000, Tries = 16;
    private readonly Lazy<(ISampleSource Source, long[] Places)> _read = new(() =>
    {
        var from = source();
        if (from is UnpairedSource { Pairs: { } pairs }) from = pairs;
        return (from, from.IsEndless ? [] : SpreadSamples.Indices(from, (int)Math.Min(Most, from.Count)));
    });

    /// <summary>Whether the image of a sample is the one right answer to what is given of it.</summary>
    public bool HaveTruth => translator.HasTruth && !_read.Value.Source.Schema.Fields.Any(one => one.IsApart);

    /// <summary>The data that they are of; the pairs behind two collections that share none.</summary>
    public ISampleSource Source => _read.Value.Source;

    /// <summary>How many there are; without end for a world.</summary>
    public long Count => _read.Value is { Places: { Length: > 0 } places } ? places.Length : _read.Value.Source.Count;

    /// <summary>The real samples that seeds stand for, whole.</summary>
    /// <param name="seeds">One for each row.</param>
    /// <exception cref="AdversaException">ADV3xxx: neither a sample nor any of those behind it can be read.</exception>
    public Batch Real(IReadOnlyList<long> seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        var (from, places) = _read.Value;
        var batch = new Batch(from.Schema, seeds.Count);
        for (var i = 0; i < seeds.Count; i++) Read(from, places, seeds[i], batch.Row(i));
        return batch;
    }

    /// <summary>What the translator is given of them.</summary>
    /// <param name="seeds">One for each row.</param>
    public Batch Given(IReadOnlyList<long> seeds) => translator.Give(Real(seeds));

    private static void Read(ISampleSource from, long[] places, long seed, SampleRow row)
    {
        for (var tried = 0; ; tried++)
            try
            {
                from.Read(places.Length == 0 ? seed + tried & long.MaxValue >> 2 : places[((seed + tried) % places.Length + places.Length) % places.Length], row);
                return;
            }
            catch (AdversaException e) when (e.Exit == ExitCode.Data && tried < Tries)
            {
                // a damaged picture: the next one stands for it
            }
    }
}
