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
            $"{samples.Name} is to be examined on and has the classes {Listed(own)}; none of them was learned: those are {Listed(names)}. Classes are matched by name.",
            $"{samples.Name} sirve para examinar y tiene las clases {Listed(own)}; ninguna se aprendió: las aprendidas son {Listed(names)}. Las clases se emparejan por su nombre.");
        if (names.Count > 0 && unknown.Length > 0) _kept = Known();
        Unmatched = names.Count == 0 || unknown.Length + missing.Length == 0 ? null : new(
            string.Join(" ", Sentences(unknown, missing, isEnglish: true)), string.Join(" ", Sentences(unknown, missing, isEnglish: false)));
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
        if (_samples.IsEndless) throw DataError.Of(DataError.OtherPart,
            $"{_samples.Name} never ends and has other classes: {Listed(_samples.ClassNames)}.", $"{_samples.Name} no se acaba y tiene otras clases: {Listed(_samples.ClassNames)}.");
        var (kept, row, reader) = (new List<long>(), Room(_samples), new LookedAt(_samples));
        for (long i = 0; i < _samples.Count; i++)
        {
            if (reader.TryRead(i, row) && row.Label >= 0 && _numbers[row.Label] >= 0) kept.Add(i);
        }

        if (reader.Note is { } && kept.Count == 0) throw reader.NothingRead();
        return kept.Count > 0 ? [.. kept] : throw DataError.Of(DataError.OtherPart,
            $"No sample of {_samples.Name} is of a class that was learned.", $"Ninguna muestra de {_samples.Name} es de una clase que se aprendió.");
    }

    /// <summary>Room for what must be read to know a class: of files the class alone, which they tell without being decoded.</summary>
    internal static SampleRow Room(ISampleSource samples) => new Batch((samples is IPictureList ? samples.Schema.Only(Field.Label) : null) ?? samples.Schema, 1).Row(0);

    private IEnumerable<string> Sentences(string[] unknown, string[] missing, bool isEnglish)
    {
        if (unknown.Length > 0) yield return isEnglish ? $"{Amount.Of(_samples.Count - Count, "sample", "samples")} of {Name} to examine on {(_samples.Count - Count == 1 ? "is of a class that was not learned, and is" : "are of classes that were not learned, and are")} left out: {Listed(unknown)}."
            : $"{Amount.Of(_samples.Count - Count, "muestra", "muestras")} de {Name} para examinar {(_samples.Count - Count == 1 ? "es de una clase que no se aprendió, y se omite" : "son de clases que no se aprendieron, y se omiten")}: {Listed(unknown)}.";
        if (missing.Length > 0) yield return isEnglish ? $"There are no samples to examine on of {Listed(missing)}." : $"No hay muestras para examinar de {Listed(missing)}.";
    }

    private static string Listed(IReadOnlyList<string> names) => Amount.Listed(names, Named);
}
