using System.Security.Cryptography;

namespace Adversa.Data.Packed;

/// <summary>Writes the samples of a column from the first to the last, hashing block by block.</summary>
/// <param name="file">The file; the caller keeps it.</param>
/// <param name="column">What stands there.</param>
/// <param name="at">Where its first byte is.</param>
/// <param name="hashes">Receives the hashes of its blocks.</param>
internal sealed class PackedColumnWriter(FileStream file, PackedColumn column, long at, PackedHashes hashes) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _written, _inBlock;             // bytes, of all and of the present block
    private int _block;

    /// <summary>Adds whole samples.</summary>
    internal void Add(ReadOnlySpan<byte> bytes)
    {
        file.Position = at + _written;
        file.Write(bytes);
        _written += bytes.Length;
        var blockBytes = (long)hashes.Samples * column.Bytes;
        while (bytes.Length > 0)
        {
            var now = (int)Math.Min(bytes.Length, blockBytes - _inBlock);
            _hash.AppendData(bytes[..now]);
            bytes = bytes[now..];
            _inBlock += now;
            if (_inBlock == blockBytes) CloseBlock();
        }
    }

    /// <summary>Closes the last block.</summary>
    /// <exception cref="InvalidOperationException">Fewer samples came than were announced.</exception>
    internal void Finish()
    {
        if (_inBlock > 0) CloseBlock();
        if (_block != hashes.Blocks.Length) throw new InvalidOperationException($"Fewer samples of {column.Name} came than were announced: {_block} of {hashes.Blocks.Length} blocks.");
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private void CloseBlock()
    {
        hashes.Blocks[_block++] = Convert.ToHexStringLower(_hash.GetHashAndReset());
        _inBlock = 0;
    }
}
