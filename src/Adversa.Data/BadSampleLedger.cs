namespace Adversa.Data;

/// <summary>Counts the samples that could not be read, and ends the run when they are too many.</summary>
/// <remarks>A picture whose content is bad is found at first touch, as an import would have found it: a tenth of the set may be. A file that is gone or a disk that
/// fails is a surprise: a thousandth may be.</remarks>
internal sealed partial class BadSampleLedger(ISampleSource source)
{
    /// <summary>So many bad samples one after another end the run.</summary>
    public const int MostInARow = 100;

    private const int AlwaysAllowed = 9;         // ten bad samples or more may end a run, fewer never do
    private const double BadShare = 0.1;
    private const double GoneShare = 0.001;
    private const int MostListed = 100;

    private readonly HashSet<long> _known = [];
    private readonly List<BadSample> _listed = [];
    private long _read;
    private long _gone;                          // of the known ones, those that are gone or out of reach
    private long _row;                           // bad samples one after another at the end of what was read

    /// <summary>Different bad samples so far.</summary>
    public long Count => _known.Count;

    /// <summary>The first of them.</summary>
    public IReadOnlyList<BadSample> Listed => _listed;

    /// <summary>Adds the bad samples of one batch.</summary>
    /// <param name="bad">Place in the batch, index in the source, and reason; in the order of places.</param>
    /// <param name="size">Samples in the batch.</param>
    public void Add(List<(int At, long Index, AdversaException Error)> bad, int size)
    {
        _read += size;
        var next = 0;
        foreach (var (at, index, error) in bad)
        {
            _row = at == next ? _row + 1 : 1;
            next = at + 1;
            if (_known.Add(index))
            {
                if (error.Code == DataError.Unreadable) _gone++;
                if (_listed.Count < MostListed) _listed.Add(new(source.NameOf(index), error.Text));
            }

            if (_row >= MostInARow) throw TooManyInARow(source, error.Text);
        }

        if (next != size) _row = 0;
        var total = source.IsEndless ? _read : source.Count;
        if (_gone > AlwaysAllowed && _gone > GoneShare * total) throw TooMany(_gone, total, "0.1 %", Words.CannotBeReadAnyMore);
        if (Count > AlwaysAllowed && Count > BadShare * total) throw TooMany(Count, total, "10 %", Words.AreBad);
    }

    /// <summary>The error for a hundred failures one after another.</summary>
    public static AdversaException TooManyInARow(ISampleSource source, Text last) => DataError.Of(DataError.TooManyBad,
        Words.SamplesInRowCannotBeRead(MostInARow, source.Name, last));

    private AdversaException TooMany(long count, long total, string most, Text text)
    {
        var last = _listed[^1].Reason;
        return DataError.Of(DataError.TooManyBad, Words.TooManyBad(count, total, source.Name, text, most, last));
    }
}
