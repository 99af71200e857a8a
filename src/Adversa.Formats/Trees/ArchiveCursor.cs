namespace Adversa.Formats.Trees;

/// <summary>Walks over a part of an archive in one direction, through a window of bounded size.</summary>
internal sealed class ArchiveCursor(ArchiveFile archive, long start, long end)
{
    private readonly byte[] _window = new byte[(int)Math.Min(1 << 18, Math.Max(0, end - start))];
    private long _at = start;
    private long _windowStart = start;
    private int _filled;

    /// <summary>Bytes that are left.</summary>
    public long Left => end - _at;

    /// <summary>Takes the next bytes; they stay valid until the next call.</summary>
    /// <param name="count">How many; at most 200,000.</param>
    /// <exception cref="AdversaException">ADV3030: fewer are left.</exception>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > Left) throw archive.Cut();
        if (_at + count > _windowStart + _filled)
        {
            (_windowStart, _filled) = (_at, (int)Math.Min(_window.Length, Left));
            archive.Read(_windowStart, _window.AsSpan(0, _filled));
        }

        var taken = _window.AsSpan((int)(_at - _windowStart), count);
        _at += count;
        return taken;
    }
}
