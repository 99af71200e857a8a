namespace Adversa.Imaging.Codecs;

/// <summary>The packed pixels of a PNG, which its IDAT chunks hold in pieces, as one stream.</summary>
/// <param name="file">The file, pinned as long as this lives.</param>
/// <param name="pieces">Where the pieces are.</param>
internal sealed unsafe class PngData(byte* file, IReadOnlyList<(int Start, int Length)> pieces) : Stream
{
    private int _piece, _at;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (_piece < pieces.Count && _at == pieces[_piece].Length) (_piece, _at) = (_piece + 1, 0);
        if (_piece == pieces.Count) return 0;
        var (start, length) = pieces[_piece];
        var count = Math.Min(buffer.Length, length - _at);
        new ReadOnlySpan<byte>(file + start + _at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
