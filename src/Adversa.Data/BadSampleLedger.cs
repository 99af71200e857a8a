namespace Adversa.Data;

/// <summary>Counts the samples that could not be read, and ends the run when they are too many.</summary>
internal sealed class BadSampleLedger(ISampleSource source)
{
    /// <summary>So many bad samples one after another end the run.</summary>
    public const int MostInARow = 100;

    private const int AlwaysAllowed = 9;         // ten bad samples or more may end a run, fewer never do
    private const double AllowedShare = 0.001;
    private const int MostListed = 100;

    private readonly HashSet<long> _known = [];
    private readonly List<BadSample> _listed = [];
    private long _read;
    private long _row;                           // bad samples one after another at the end of what was read

    /// <summary>Different bad samples so far.</summary>
    public long Count => _known.Count;

    /// <summary>The first of them.</summary>
    public IReadOnlyList<BadSample> Listed => _listed;

    /// <summary>Adds the bad samples of one batch.</summary>
    /// <param name="bad">Place in the batch, index in the source, and reason; in the order of places.</param>
    /// <param name="size">Samples in the batch.</param>
    public void Add(List<(int At, long Index, Text Reason)> bad, int size)
    {
        _read += size;
        var next = 0;
        foreach (var (at, index, reason) in bad)
        {
            _row = at == next ? _row + 1 : 1;
            next = at + 1;
            if (_known.Add(index) && _listed.Count < MostListed) _listed.Add(new(source.NameOf(index), reason));
            if (_row >= MostInARow) throw TooManyInARow(source, reason);
        }

        if (next != size) _row = 0;
        var total = source.IsEndless ? _read : source.Count;
        if (Count <= AlwaysAllowed || Count <= AllowedShare * total) return;
        var last = _listed[^1].Reason;
        throw DataError.Of(DataError.TooManyBad,
            $"{Count} of {total} samples of {source.Name} cannot be read; at most 0.1 % may fail while training. One of them: {last.English}",
            $"No se pueden leer {Count} de {total} muestras de {source.Name}; durante el entrenamiento puede fallar como máximo el 0.1 %. Una de ellas: {last.Spanish}");
    }

    /// <summary>The error for a hundred failures one after another.</summary>
    public static AdversaException TooManyInARow(ISampleSource source, Text last) => DataError.Of(DataError.TooManyBad,
        $"{MostInARow} samples of {source.Name} in a row cannot be read; check the disk and the folder. The last one: {last.English}",
        $"No se pueden leer {MostInARow} muestras seguidas de {source.Name}; revise el disco y la carpeta. La última: {last.Spanish}");
}
