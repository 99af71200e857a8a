using System.Text;
using Adversa.Formats.Disk;

namespace Adversa.Training.Events;

/// <summary>An append-only file, of text lines or of records: one write for each. When the disk says no, it falls silent and says so once: a log never ends a run.</summary>
internal sealed class LogFile : IDisposable
{
    private readonly string _path;
    private FileStream? _stream;
    private bool _isNamed;

    /// <param name="path">The file; made when it is missing.</param>
    /// <param name="keep">Which of its complete lines stay; null keeps the file as it is.</param>
    internal LogFile(string path, Func<string, bool>? keep)
    {
        _path = path;
        if (keep is not null) Rewrite(line => keep(line) ? line : null);
        else Try(Open);
    }

    /// <summary>Whether everything so far is on its way to the disk.</summary>
    internal bool IsIntact => Problem is null;

    /// <summary>What went wrong, or null.</summary>
    internal string? Problem { get; private set; }

    internal void Append(string line) => Append(Encoding.UTF8.GetBytes(line + "\n"));

    internal void Append(byte[] record)
    {
        if (IsIntact) Try(() => _stream!.Write(record));
    }

    /// <summary>Makes what was written survive a power cut.</summary>
    internal void Sync()
    {
        if (IsIntact) Try(() =>
        {
            Posix.Sync(_path, folder: false);
            if (!_isNamed) Posix.Sync(Path.GetDirectoryName(Path.GetFullPath(_path))!, folder: true);      // a new file's name, once
            _isNamed = true;
        });
    }

    /// <summary>Changes the complete lines, and goes on appending. What a crash cut off at the end is removed.</summary>
    /// <param name="change">Gives a line's new text, or null to remove it.</param>
    internal void Rewrite(Func<string, string?> change)
    {
        if (!IsIntact) return;
        Try(() =>
        {
            _stream?.Dispose();
            if (File.Exists(_path) && File.ReadAllText(_path) is var text && Changed(text, change) is var changed && changed != text)
                AtomicFile.Write(_path, durable: true, file => file.Write(Encoding.UTF8.GetBytes(changed)));
            Open();
        });
    }

    public void Dispose() => _stream?.Dispose();

    private static string Changed(string text, Func<string, string?> change)
    {
        var changed = new StringBuilder();
        for (var start = 0; text.IndexOf('\n', start) is >= 0 and var end; start = end + 1)
            if (change(text[start..end]) is { } line) changed.Append(line).Append('\n');
        return changed.ToString();
    }

    private void Open() => _stream = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (DiskTrouble.Is(e) || e is ObjectDisposedException)
        {
            Problem = DiskTrouble.Of(e).ToString();
        }
    }
}
