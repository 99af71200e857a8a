using System.Security.Cryptography;
using System.Text;

namespace Adversa.Data;

/// <summary>Samples whose classes are numbered as another set's of the same names: names decide, never numbers. Samples of a class that the other set lacks are left out.</summary>
public sealed class MatchedClasses : ISampleSource, IDisposable
{
    private const int Named = 8;

    private readonly ISampleSource _samples;
    private readonly int[] _numbers;             // of each own class, its number in the other set; -1 for none
    private readonly long[]? _kept;              // null for all

    private MatchedClasses(ISampleSource samples, SampleSchema schema, IReadOnlyList<string> names)
    {
        (_samples, ClassNames, Schema) = (samples, names, schema);
        var own = samples.ClassNames;
        var place = names.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        _numbers = [.. own.Select(name => place.GetValueOrDefault(name, -1))];
        string[] unknown = [.. own.Where(name => !place.ContainsKey(name))], missing = [.. names.Except(own, StringComparer.Ordinal)];
        if (names.Count > 0 && missing.Length == names.Count) throw DataError.Of(DataError.OtherPart,
            Words.NoneOfTheExamsClassesWasLearned(samples.Name, Listed(own), Listed(names)));
        if (names.Count > 0 && unknown.Length > 0) _kept = Known();
        Unmatched = names.Count == 0 || unknown.Length + missing.Length == 0 ? null : Text.Join(" ", Sentences(unknown, missing));
    }

    /// <summary>What the user should know: classes that one side lacks; null while both have the same.</summary>
    public Text? Unmatched { get; }

    /// <inheritdoc/>
    public string Name => _samples.Name;

    /// <inheritdoc/>
    public SampleSchema Schema { get; }

    /// <inheritdoc/>
    public long Count => _kept?.LongLength ?? _samples.Count;

    /// <inheritdoc/>
    public bool IsEndless => _samples.IsEndless;

    /// <inheritdoc/>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"matched {string.Join(',', _numbers)} {Schema.Classes} {_samples.Fingerprint}")));

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Text> Notes => Unmatched is { } text ? [.. _samples.Notes, text] : _samples.Notes;

    /// <summary>Numbers the classes of samples as another set does.</summary>
    /// <param name="samples">The samples; disposed with what is returned.</param>
    /// <param name="schema">What a sample of the other set is; of the same shape.</param>
    /// <param name="names">Its classes by name.</param>
    /// <returns>The samples themselves where their classes are numbered so already, or where they have none.</returns>
    /// <exception cref="AdversaException">ADV3048: they have none of its classes.</exception>
    public static ISampleSource Of(ISampleSource samples, SampleSchema schema, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(names);
        var isSo = samples.Schema.Classes == schema.Classes && samples.ClassNames.SequenceEqual(names, StringComparer.Ordinal);
        return isSo || (schema.IsLabelled && !samples.Schema.IsLabelled) ? samples : new MatchedClasses(samples, samples.Schema with { Classes = schema.Classes }, names);
    }

    /// <summary>What is to be said of classes that one side lacks; null for samples whose classes needed no matching.</summary>
    /// <param name="samples">Samples that may be matched ones.</param>
    public static Text? SaidOf(ISampleSource? samples) => (samples as MatchedClasses)?.Unmatched;

    /// <inheritdoc/>
    public void Read(long index, SampleRow row)
    {
        _samples.Read(Inner(index), row);
        if (row.Label is >= 0 and var label) row.Label = _numbers[label];
    }

    /// <inheritdoc/>
    public string NameOf(long index) => _samples.NameOf(Inner(index));

    /// <inheritdoc/>
    public void Dispose() => (_samples as IDisposable)?.Dispose();

    private long Inner(long index) => _kept?[index] ?? index;

    /// <summary>The places of samples whose class the other set has; of one that cannot be read it is not known, and it is left out.</summary>
    private long[] Known()
    {
        if (_samples.IsEndless) throw DataError.Of(DataError.OtherPart, Words.NeverEndsAndHasOtherClasses(_samples.Name, Listed(_samples.ClassNames)));
        var (kept, row, reader) = (new List<long>(), Room(_samples), new LookedAt(_samples));
        for (long i = 0; i < _samples.Count; i++)
        {
            if (reader.TryRead(i, row) && row.Label >= 0 && _numbers[row.Label] >= 0) kept.Add(i);
        }

        if (reader.Note is { } && kept.Count == 0) throw reader.NothingRead();
        return kept.Count > 0 ? [.. kept] : throw DataError.Of(DataError.OtherPart, Words.NoSampleIsOfClassLearned(_samples.Name));
    }

    /// <summary>Room for what must be read to know a class: of files the class alone, which they tell without being decoded.</summary>
    internal static SampleRow Room(ISampleSource samples) => new Batch((samples is IPictureList ? samples.Schema.Only(Field.Label) : null) ?? samples.Schema, 1).Row(0);

    private IEnumerable<Text> Sentences(string[] unknown, string[] missing)
    {
        if (unknown.Length > 0) yield return Words.ToExamineOnLeftOut(_samples.Count - Count, Name, Listed(unknown));
        if (missing.Length > 0) yield return Words.NothingToExamineOnOf(Listed(missing));
    }

    private static string Listed(IReadOnlyList<string> names) => Amount.Listed(names, Named);
}
