using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Adversa.Formats.Disk;
using Adversa.Formats.Trees;
using Microsoft.Win32.SafeHandles;

namespace Adversa.DataTools.Fetching;

/// <summary>The part of a file that is here: <c>NAME.part</c>, hashed as it grows, and <c>NAME.part.json</c> with what the mirror called its version.</summary>
internal sealed partial class PartFile : IDisposable
{
    private const int LargestNote = 1 << 14;
    private readonly string _target;
    private readonly FileStream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _done;

    /// <summary>Opens or begins the part of a file.</summary>
    /// <param name="target">The whole file's path.</param>
    /// <param name="stop">Ends the hashing of a large part.</param>
    internal PartFile(string target, CancellationToken stop)
    {
        _target = target;
        if (!FileKind.IsRegular(Name)) File.Delete(Name);         // a link could lead elsewhere, a pipe would block
        _stream = new FileStream(Name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        var buffer = new byte[1 << 17];
        while (_stream.Read(buffer) is > 0 and var got)
        {
            if (stop.IsCancellationRequested) break;
            _hash.AppendData(buffer, 0, got);
            Length += got;
        }

        if (!stop.IsCancellationRequested) return;
        Dispose();
        stop.ThrowIfCancellationRequested();
    }

    /// <summary>Bytes that are here.</summary>
    internal long Length { get; private set; }

    private string Name => _target + ".part";

    private string Note => _target + ".part.json";

    /// <summary>The present length of a file's part, without opening it.</summary>
    internal static long LengthOf(string target) => new FileInfo(target + ".part") is { Exists: true } part ? part.Length : 0;

    /// <summary>Throws the part away and begins at zero.</summary>
    internal void Restart()
    {
        _stream.SetLength(0);
        _stream.Position = 0;
        _ = _hash.GetHashAndReset();
        Length = 0;
        File.Delete(Note);
    }

    /// <summary>Adds bytes.</summary>
    /// <exception cref="AdversaException">ADV5009: the disk said no; what came before is kept.</exception>
    internal void Append(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _stream.Write(bytes);
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw new AdversaException(5009, ExitCode.Resource, Words.CannotBeWritten(Name, DiskTrouble.Of(e)), e);
        }

        _hash.AppendData(bytes);
        Length += bytes.Length;
    }

    /// <summary>SHA-256 of all that is here.</summary>
    internal string Sha256() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Notes how a mirror names the version that it sends, to be sure that the rest will be of the same one.</summary>
    internal void Remember(Uri url, HttpResponseMessage answer)
    {
        File.Delete(Note);                           // it may be a link
        using var file = File.Create(Note);
        using var json = new Utf8JsonWriter(file);
        json.WriteStartObject();
        json.WriteString("url", url.AbsoluteUri);
        if (answer.Headers.ETag is { IsWeak: false } tag) json.WriteString("etag", tag.Tag);
        if (answer.Content.Headers.LastModified is { } modified) json.WriteString("modified", modified);
        json.WriteEndObject();
    }

    /// <summary>The condition under which a mirror may send the rest, or null: another mirror began, or it named no version. The hash decides in the end.</summary>
    internal RangeConditionHeaderValue? Condition(Uri url)
    {
        try
        {
            if (!FileKind.IsRegular(Note)) return null;
            using var json = JsonDocument.Parse(FileBytes.Read(Note, LargestNote));
            if (json.RootElement.GetProperty("url").GetString() != url.AbsoluteUri) return null;
            if (json.RootElement.TryGetProperty("etag", out var tag)) return new(new EntityTagHeaderValue(tag.GetString()!));
            return json.RootElement.TryGetProperty("modified", out var modified) ? new(modified.GetDateTimeOffset()) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException or AdversaException)
        {
            return null;
        }
    }

    /// <summary>Gives the whole file its name, once it is on the disk. A file that had the name is moved aside.</summary>
    /// <returns>The new name of what was moved aside, or null.</returns>
    internal string? Finish()
    {
        if (fsync(_stream.SafeFileHandle) != 0) throw new IOException($"fsync {Name}: {Marshal.GetLastPInvokeErrorMessage()}", Marshal.GetLastPInvokeError());
        _stream.Dispose();
        var aside = Path.Exists(_target) ? _target + ".other" : null;
        if (aside is not null) File.Move(_target, aside, overwrite: true);
        File.Move(Name, _target);
        File.Delete(Note);
        _done = true;
        return aside;
    }

    /// <summary>Keeps what is here for later; removes an empty part.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        _hash.Dispose();
        if (_done || Length > 0 || new FileInfo(Name) is { Exists: true, Length: > 0 }) return;
        File.Delete(Name);
        File.Delete(Note);
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(SafeFileHandle file);
}
