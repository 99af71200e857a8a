namespace Adversa.DataTools.Fetching;

/// <summary>What happens while a data set is downloaded.</summary>
public abstract record FetchEvent
{
    private protected FetchEvent() { }
}

/// <summary>A file is here and verified.</summary>
/// <param name="File">Its name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Loaded">Whether it was downloaded now; false when it was here before.</param>
public sealed record FileVerified(string File, long Bytes, bool Loaded) : FetchEvent;

/// <summary>A mirror is asked for a file.</summary>
/// <param name="File">Its name.</param>
/// <param name="Url">The mirror's address of it.</param>
/// <param name="From">Bytes that are here already.</param>
/// <param name="Bytes">Its size.</param>
public sealed record FileStarted(string File, string Url, long From, long Bytes) : FetchEvent;

/// <summary>More has come.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Done">Bytes of it that are here.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="AllDone">Bytes of the whole set that are here.</param>
/// <param name="AllBytes">Size of the whole set.</param>
public sealed record FileProgress(string File, long Done, long Bytes, long AllDone, long AllBytes) : FetchEvent;

/// <summary>A try failed; another one, or another mirror, follows if there is one.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Url">What was asked.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="Again">How long until the same mirror is asked again; null when it is given up.</param>
public sealed record FetchTrouble(string File, string Url, Text Reason, TimeSpan? Again) : FetchEvent;

/// <summary>A file of that name, but with other content, was moved aside.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Kept">Its new name.</param>
public sealed record FileSetAside(string File, string Kept) : FetchEvent;
