using System.Buffers.Binary;
using System.IO.Compression;
using Adversa.Formats.Png;

namespace Adversa.Formats.Tests;

/// <summary>A folder for one test, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("adversa-data-").FullName;

    public string this[string name] => System.IO.Path.Join(_path, name);

    public string Root => _path;

    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public string WritePng(string name, int size, byte level, int channels = 1) => Write(name, Png(size, level, channels));

    public void Dispose() => Directory.Delete(_path, recursive: true);

    public static byte[] Png(int size, byte level, int channels = 1)
    {
        var picture = new Raster(size, size, channels);
        for (var i = 0; i < picture.Pixels.Length; i++) picture.Pixels[i] = (byte)((level + i % size) & 255);
        using var stream = new MemoryStream();
        PngWriter.Write(stream, picture);
        return stream.ToArray();
    }

    /// <summary>An idx file whose bytes count up from 0.</summary>
    public static byte[] Idx(params int[] shape)
    {
        var bytes = new byte[4 + 4 * shape.Length + shape.Aggregate(1, (a, b) => a * b)];
        (bytes[2], bytes[3]) = (8, (byte)shape.Length);
        for (var i = 0; i < shape.Length; i++) BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 + 4 * i), shape[i]);
        for (var i = 4 + 4 * shape.Length; i < bytes.Length; i++) bytes[i] = (byte)(i - 4 - 4 * shape.Length);
        return bytes;
    }

    public static byte[] Gzipped(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
