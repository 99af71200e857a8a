using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Adversa.Formats.Disk;

namespace Adversa.DataTools.Preparing;

/// <summary>Some pictures of a packing, decoded and on disk: what a packing that was cut off need not do again.</summary>
/// <remarks>A file of length of the JSON (4 bytes), JSON, pixels of the good pictures, SHA-256 of their files, SHA-256 over all of that.</remarks>
/// <param name="Bad">The bad pictures of the chunk: place, code and reason.</param>
internal sealed record Chunk(IReadOnlyList<Chunk.BadPicture> Bad)
{
    private const int HashBytes = 32;

    /// <summary>A picture that is left out.</summary>
    /// <param name="Index">Its place in the source.</param>
    /// <param name="Code">The number of the error.</param>
    /// <param name="English">The reason.</param>
    /// <param name="Spanish">The reason in Spanish.</param>
    public sealed record BadPicture(long Index, int Code, string English, string Spanish)
    {
        /// <summary>The reason in both languages.</summary>
        [JsonIgnore]
        public Text Reason => new(English, Spanish);
    }

    /// <summary>Writes a chunk whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pixels">The pixels of the good pictures.</param>
    /// <param name="hashes">The hashes of their files.</param>
    public void Write(string path, ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> hashes)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this, ChunkJson.Default.Chunk);
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var temporary = $"{path}.tmp";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 0))
        {
            Add(file, sum, BitConverter.GetBytes(json.Length));
            Add(file, sum, json);
            Add(file, sum, pixels);
            Add(file, sum, hashes);
            file.Write(sum.GetHashAndReset());
        }

        FailPoint.Pass("prepare.chunk");
        Posix.Rename(temporary, path);
    }

    /// <summary>Reads a chunk back.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pictures">Pictures that the chunk covers, good and bad.</param>
    /// <param name="pictureBytes">Bytes of one picture.</param>
    /// <returns>The chunk with pixels and hashes; null when there is none, or it is not whole.</returns>
    public static (Chunk Chunk, ArraySegment<byte> Pixels, ArraySegment<byte> Hashes)? Read(string path, int pictures, int pictureBytes)
    {
        if (!File.Exists(path)) return null;
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < 4 + HashBytes || !SHA256.HashData(bytes.AsSpan(..^HashBytes)).AsSpan().SequenceEqual(bytes.AsSpan(^HashBytes..))) return null;
        var pixelsAt = 4 + BitConverter.ToInt32(bytes);
        var chunk = JsonSerializer.Deserialize(bytes.AsSpan(4, pixelsAt - 4), ChunkJson.Default.Chunk)!;
        var good = pictures - chunk.Bad.Count;
        if (bytes.Length != pixelsAt + good * (pictureBytes + HashBytes) + HashBytes) return null;
        return (chunk, new(bytes, pixelsAt, good * pictureBytes), new(bytes, pixelsAt + good * pictureBytes, good * HashBytes));
    }

    private static void Add(FileStream file, IncrementalHash sum, ReadOnlySpan<byte> bytes)
    {
        file.Write(bytes);
        sum.AppendData(bytes);
    }
}

[JsonSerializable(typeof(Chunk))]
internal sealed partial class ChunkJson : JsonSerializerContext;
