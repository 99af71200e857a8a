namespace Adversa.Data;

/// <summary>Reads samples of which some may be damaged, and counts those that cannot be read.</summary>
internal sealed class LookedAt(ISampleSource source)
{
    private readonly HashSet<long> _unread = [];
    private (long Index, Text Reason) _last;

    /// <summary>What the user should know; null while all could be read.</summary>
    public Text? Note => _unread.Count == 0 ? null : Words.SomeCouldNotBeRead(_unread.Count, source.Name, source.NameOf(_last.Index), _last.Reason).Each(DataError.Printable);

    /// <summary>Reads one, if it can be read.</summary>
    /// <param name="index">Which.</param>
    /// <param name="row">Receives it.</param>
    public bool TryRead(long index, SampleRow row)
    {
        try
        {
            source.Read(index, row);
            return true;
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            _last = (index, e.Text);
            _unread.Add(index);
            return false;
        }
    }

    /// <summary>The error for a source of which nothing could be read.</summary>
    public AdversaException NothingRead() => DataError.Of(DataError.Empty, Words.NoSampleCanBeRead(source.Name, _last.Reason));

    /// <summary>The same samples with what is known of those that could not be read.</summary>
    public SamplesRead Told(SamplesRead read) => read with { Unread = _unread.Count, Note = Note };
}
