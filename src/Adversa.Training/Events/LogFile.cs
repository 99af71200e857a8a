using System.Text;

namespace Adversa.Training.Events;

/// <summary>An append-only text file: one write for each line. When the disk says no, it falls silent and says so once: a log never ends a run.</summary>
internal sealed class LogFile : IDisposable
{
    private readonly string _path;
    private FileStream? _stream;

    internal LogFile(string path)
    {
        _path = path;
        Try(() => _stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));
    }

    /// <summary>Whether everything so far is on its way to the disk.</summary>
    internal bool IsIntact => Problem is null;

    /// <summary>What went wrong, or null.</summary>
    internal string? Problem { get; private set; }

    internal long Length => _stream?.Length ?? 0;

    internal void Append(string line)
    {
        if (IsIntact) Try(() => _stream!.Write(Encoding.UTF8.GetBytes(line + "\n")));
    }

    /// <summary>Makes what was written survive a power cut.</summary>
    internal void Sync()
    {
        if (IsIntact) Try(() => Checkpoints.Posix.Sync(_path, folder: false));
    }

    /// <summary>Keeps the complete lines that a test accepts, up to the first that it does not; removes the rest.</summary>
    internal static void Cut(string path, Func<string, bool> keep)
    {
        if (!File.Exists(path)) return;
        var kept = new StringBuilder();
        var text = File.ReadAllText(path);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) break;                                     // a line that a crash cut off
            var line = text[start..end];
            start = end + 1;
            if (!keep(line)) continue;
            kept.Append(line).Append('\n');
        }

        if (kept.Length == text.Length) return;
        var temporary = path + ".tmp";
        File.WriteAllText(temporary, kept.ToString());
        Checkpoints.Posix.Sync(temporary, folder: false);
        Checkpoints.Posix.Rename(temporary, path);
    }

    public void Dispose() => _stream?.Dispose();

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException or ObjectDisposedException)
        {
            Problem = e.Message;
        }
    }
}
