using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Adversa.Formats.Disk;

/// <summary>Files of one JSON object a line, appended and never changed.</summary>
public static class JsonLines
{
    /// <summary>Appends a line that survives a power cut. One that a crash cut off before stays alone.</summary>
    /// <param name="path">The file; made with its folder when it is missing.</param>
    /// <param name="line">The object.</param>
    /// <exception cref="IOException">The disk said no.</exception>
    public static void Append(string path, JsonObject line)
    {
        ArgumentNullException.ThrowIfNull(line);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var isTorn = file.Length > 0 && file.Seek(-1, SeekOrigin.End) >= 0 && file.ReadByte() != '\n';
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes((isTorn ? "\n" : "") + line.ToJsonString() + "\n"));
        file.Flush();
        Posix.Sync(path, folder: false);
    }

    /// <summary>The objects of a file; lines that are none, such as one that a crash cut off, are left out. None when the file cannot be read.</summary>
    /// <param name="path">The file.</param>
    public static IReadOnlyList<JsonObject> Read(string path)
    {
        try
        {
            return File.Exists(path) ? [.. File.ReadLines(path).Select(TryParse).OfType<JsonObject>()] : [];
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            return [];
        }
    }

    private static JsonObject? TryParse(string line)
    {
        try
        {
            var json = JsonNode.Parse(line, null, new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
            _ = json?.ToJsonString();            // texts are decoded only now
            return json;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
