using System.Security.Cryptography;
using System.Text;
using Adversa.Data;

namespace Adversa.Training;

/// <summary>Draws samples of a class.</summary>
/// <param name="ofClass">The class.</param>
/// <param name="seeds">One for each sample.</param>
/// <returns>The samples one after another.</returns>
public delegate float[] ClassSampler(int ofClass, IReadOnlyList<long> seeds);

/// <summary>A labelled set whose scarce classes are filled up, by repeating what is there or by drawn samples, until each has as many.</summary>
internal sealed class FilledClasses : ISampleSource
{
    private readonly ISampleSource _real;
    private readonly List<(long Index, int Label)> _samples = [];      // an index below 0 is that of a drawn sample, counted from -1 down
    private readonly List<float[]> _drawn = [];

    /// <summary>Fills the classes.</summary>
    /// <param name="real">What there is.</param>
    /// <param name="most">Real samples that are read at most, spread evenly over it.</param>
    /// <param name="ofEach">Samples of each class, real ones first; a class that has more keeps them. 0 takes as many as the largest has.</param>
    /// <param name="sampler">Draws what is missing; null repeats the real ones.</param>
    /// <param name="seed">The first seed of the drawn samples.</param>
    internal FilledClasses(ISampleSource real, int most, int ofEach, ClassSampler? sampler, long seed)
    {
        _real = real;
        var values = new float[real.Schema.Values];
        var byClass = Enumerable.Range(0, real.Schema.Classes).Select(_ => new List<long>()).ToList();
        var read = SpreadSamples.Labels(real, most);
        foreach (var (index, label) in read.Indices.Zip(read.Labels)) byClass[label].Add(index);
        if (read.Note is { } note) Notes = [note];

        Counts = [.. byClass.Select(indices => indices.Count)];
        var full = ofEach > 0 ? ofEach : Counts.Max();
        for (var k = 0; k < byClass.Count; k++)
        {
            _samples.AddRange(byClass[k].Select(index => (index, k)));
            var missing = Math.Max(0, full - Counts[k]);
            if (sampler is null && Counts[k] > 0)
                for (var i = 0; i < missing; i++) _samples.Add((byClass[k][i % Counts[k]], k));
            else if (sampler is not null && missing > 0)
                foreach (var sample in sampler(k, SampleSheet.Seeds(seed + (long)k * full, missing)).Chunk(values.Length))
                {
                    _drawn.Add(sample);
                    _samples.Add((-_drawn.Count, k));
                }
        }
    }

    /// <summary>Real samples of each class.</summary>
    internal IReadOnlyList<int> Counts { get; }

    /// <summary>Drawn samples.</summary>
    internal int Drawn => _drawn.Count;

    public string Name => _real.Name;

    public SampleSchema Schema => _real.Schema.Only(_real.Schema.Drawn.Name, Field.Label)!;                  // nothing else is known of drawn samples

    public long Count => _samples.Count;

    public IReadOnlyList<string> ClassNames => _real.ClassNames;

    public IReadOnlyList<Text> Notes { get; } = [];

    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"filled {string.Join(',', Counts)} {_drawn.Count} {_samples.Count} {_real.Fingerprint}")));

    public void Read(long index, SampleRow row)
    {
        var (at, label) = _samples[(int)index];
        if (at >= 0) _real.Read(at, row);
        else if (row.Has(Schema.Drawn.Name)) _drawn[(int)(-at - 1)].CopyTo(row.Floats(Schema.Drawn.Name));
        row.Label = label;
    }
}
