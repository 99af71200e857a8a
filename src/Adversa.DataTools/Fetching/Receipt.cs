using System.Text.Json;
using Adversa.Formats.Disk;
using Adversa.Formats.Trees;

namespace Adversa.DataTools.Fetching;

/// <summary>What stands in a download's folder once all of its files are verified, so that opening it does not read them all again.</summary>
internal static class Receipt
{
    private const string FileName = "adversa-download.json";
    private const int LargestReceipt = 1 << 16;

    /// <summary>Writes the receipt; the old one stands until the new one is whole.</summary>
    /// <param name="folder">The download's folder.</param>
    /// <param name="download">The data set.</param>
    /// <param name="names">The name under which each of its files lies there.</param>
    internal static void Write(string folder, Download download, IReadOnlyList<string> names)
    {
        var path = Path.Join(folder, FileName);
        using (var file = File.Create(path + ".new"))
        using (var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteString("name", download.Name);
            json.WriteStartArray("files");
            foreach (var (published, name) in download.Files.Zip(names))
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteNumber("bytes", new FileInfo(Path.Join(folder, name)).Length);
                json.WriteString("published", published.Sha256);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Whether a folder has a receipt for just these files, and they are there with their sizes.</summary>
    internal static bool Covers(string folder, Download download)
    {
        var path = Path.Join(folder, FileName);
        try
        {
            if (!FileKind.IsRegular(path, follow: true)) return false;
            using var json = JsonDocument.Parse(FileBytes.Read(path, LargestReceipt));
            var files = json.RootElement.GetProperty("files").EnumerateArray().ToList();
            return files.Count == download.Files.Count && files.Zip(download.Files).All(pair => IsThere(folder, pair.First, pair.Second));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or AdversaException)
        {
            return false;                            // a receipt that cannot be read is none
        }
    }

    private static bool IsThere(string folder, JsonElement entry, DownloadFile file) =>
        entry.GetProperty("published").GetString() == file.Sha256
        && entry.GetProperty("name").GetString() is { } name && PresentFile.Names(file).Contains(name)
        && new FileInfo(Path.Join(folder, name)) is { Exists: true } there && there.Length == entry.GetProperty("bytes").GetInt64();
}
