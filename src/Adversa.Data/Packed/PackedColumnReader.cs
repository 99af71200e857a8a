using System.Buffers;
using System.Security.Cryptography;
using Adversa.Formats.Disk;
using Microsoft.Win32.SafeHandles;

namespace Adversa.Data.Packed;

/// <summary>Reads the samples of a column; each block of them is compared with its hash at first touch.</summary>
/// <param name="file">The file; the caller keeps it.</param>
/// <param name="path">Its path, for messages.</param>
/// <param name="column">What stands there.</param>
/// <param name="at">Where its first byte is.</param>
/// <param name="count">Samples.</param>
/// <param name="hashes">The hashes of its blocks.</param>
internal sealed class PackedColumnReader(SafeFileHandle file, string path, PackedColumn column, long at, long count, PackedHashes hashes)
{
    private readonly byte[] _checked = new byte[hashes.Blocks.Length];       // of each block: 0 not yet, 1 good, 2 damaged

    /// <summary>What stands there.</summary>
    internal PackedColumn Column => column;

    /// <summary>Reads a sample.</summary>
    /// <param name="index">Which.</param>
    /// <param name="row">Receives it.</param>
    /// <exception cref="AdversaException">ADV3050: its block is damaged; ADV3007: the disk failed.</exception>
    internal void Read(long index, SampleRow row)
    {
        Check(index / hashes.Samples);
        var bytes = ArrayPool<byte>.Shared.Rent(column.Bytes);
        try
        {
            var sample = bytes.AsSpan(0, column.Bytes);
            Fill(file, path, sample, at + index * column.Bytes);
            column.Read(sample, row);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Fills memory from a place of the file.</summary>
    internal static void Fill(SafeFileHandle file, string path, Span<byte> bytes, long at)
    {
        try
        {
            while (bytes.Length > 0)
            {
                var got = RandomAccess.Read(file, bytes, at);
                if (got == 0) throw PackedSource.Damaged(path, Words.HasBecomeShorterWhileBeingRead);
                bytes = bytes[got..];
                at += got;
            }
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw DataError.Of(DataError.Unreadable, Words.CannotBeRead(path, DiskTrouble.Of(e)), e);
        }
    }

    /// <summary>Compares a block with its hash, once.</summary>
    private void Check(long block)
    {
        var state = Volatile.Read(ref _checked[block]);
        if (state == 0)
        {
            var first = block * hashes.Samples;
            var length = (int)(Math.Min(hashes.Samples, count - first) * column.Bytes);
            var bytes = ArrayPool<byte>.Shared.Rent(length);
            try
            {
                Fill(file, path, bytes.AsSpan(0, length), at + first * column.Bytes);
                state = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length))) == hashes.Blocks[block] ? (byte)1 : (byte)2;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }

            Volatile.Write(ref _checked[block], state);
        }

        if (state == 2) throw PackedSource.Damaged(path, Words.SamplesDifferFromTheirHash(block * hashes.Samples, Math.Min(count, (block + 1) * hashes.Samples) - 1));
    }
}
