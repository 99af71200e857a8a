namespace Adversa.Data;

/// <summary>Reads samples of which some may be damaged, and counts those that cannot be read.</summary>
internal sealed class LookedAt(ISampleSource source)
{
    private readonly HashSet<long> _unread = [];
    private (long Index, Text Reason) _last;

    /// <summary>What the user should know; null while all could be read.</summary>
    public Text? Note => _unread.Count == 0 ? null : new(
        DataError.Printable($"{Amount.Of(_unread.Count, "sample", "samples")} of {source.Name} could not be read and {(_unread.Count == 1 ? "was replaced by another" : "were replaced by others")}; one of them: {source.NameOf(_last.Index)} ({_last.Reason.English})"),
        DataError.Printable($"{Amount.Of(_unread.Count, "muestra", "muestras")} de {source.Name} no se {(_unread.Count == 1 ? "pudo leer y se sustituyó por otra" : "pudieron leer y se sustituyeron por otras")}; una de ellas: {source.NameOf(_last.Index)} ({_last.Reason.Spanish})"));

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
    public AdversaException NothingRead() => DataError.Of(DataError.Empty,
        $"No sample of {source.Name} can be read. One of them: {_last.Reason.English}", $"No se puede leer ninguna muestra de {source.Name}. Una de ellas: {_last.Reason.Spanish}");

    /// <summary>The same samples with what is known of those that could not be read.</summary>
    public SamplesRead Told(SamplesRead read) => read with { Unread = _unread.Count, Note = Note };
}
