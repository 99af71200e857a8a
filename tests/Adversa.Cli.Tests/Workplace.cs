using System.Buffers.Binary;
using Adversa.Formats.Png;

namespace Adversa.Cli.Tests;

/// <summary>A folder for one test, removed afterwards.</summary>
internal sealed class Workplace : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("adversa-cli-").FullName;

    public string this[string name] => Path.Join(Root, name);

    public bool IsEmpty => !Directory.EnumerateFileSystemEntries(Root).Any();

    public Ended Run(params string[] args) => Cli.Run(Root, args);

    public Ended Shell(string script) => Cli.Shell(Root, script);

    /// <summary>A trained run of a few steps.</summary>
    public string Trained(string name, params string[] more)
    {
        var ended = Run(Cli.Tiny(["--out", name, "--no-judge", .. more]));
        Assert.True(ended.Exit == 0, ended.Error);
        return this[name];
    }

    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public void Pictures(string folder, int count, int size = 24)
    {
        for (var i = 0; i < count; i++)
        {
            var picture = new Raster(size, size, 1);
            for (var at = 0; at < picture.Pixels.Length; at++) picture.Pixels[at] = (byte)((7 * i + at) & 255);
            using var stream = new MemoryStream();
            PngWriter.Write(stream, picture);
            Write($"{folder}/{i:D3}.png", stream.ToArray());
        }
    }

    /// <summary>An idx file of pictures.</summary>
    public string Idx(string name, int count, int size, int missing = 0)
    {
        var bytes = new byte[16 + count * size * size];
        (bytes[2], bytes[3]) = (8, 3);
        foreach (var (value, i) in new[] { count, size, size }.Select((value, i) => (value, i))) BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 + 4 * i), value);
        for (var i = 16; i < bytes.Length; i++) bytes[i] = (byte)i;
        return Write(name, bytes[..^missing]);
    }

    public void Dispose()
    {
        if (Directory.Exists(Root)) Directory.Delete(Root, recursive: true);
    }
}
