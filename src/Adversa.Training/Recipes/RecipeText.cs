using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Formats.Disk;

namespace Adversa.Training.Recipes;

/// <summary>Reads recipe files: JSON with <c>//</c> comments, without duplicate keys, at most 1 MB and 64 deep.</summary>
public static class RecipeText
{
    private const int MostBytes = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="AdversaException">ADV2021: it cannot be read, or is no recipe; the message names the line.</exception>
    public static JsonObject Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[MostBytes + 1];                          // a device has no length, so the bytes themselves are counted
            var count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (count > MostBytes) throw Bad(path, Words.IsTooLong(MostBytes));
            return Parse(bytes.AsSpan(0, count), path);
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            var reason = DiskTrouble.Of(e);
            throw new AdversaException(2021, DiskTrouble.Exit(e, ExitCode.Usage), Words.CannotBeReadAsRecipe(path, reason), e);
        }
    }

    /// <summary>Parses a recipe.</summary>
    /// <param name="bytes">UTF-8 without a byte order mark.</param>
    /// <param name="name">How messages name it.</param>
    /// <exception cref="AdversaException">ADV2021: it is no recipe.</exception>
    public static JsonObject Parse(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            throw Bad(name, Words.BeginsWithByteOrderMark);
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) throw Bad(name, Words.IsNotUTF);
        try
        {
            var node = JsonNode.Parse(bytes, null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64, AllowDuplicateProperties = false });
            _ = node?.ToJsonString();                                     // texts are decoded only now
            return node as JsonObject ?? throw Bad(name, Words.RecipeIsJSONObject);
        }
        catch (InvalidOperationException e)
        {
            throw Bad(name, Words.TextInIsNoUnicode(e.Message.TrimEnd('.')), e);
        }
        catch (JsonException e)
        {
            var where = e.LineNumber is { } line ? $", line {line + 1}" : "";
            throw Bad(name, Words.IsNoValidJSON(where, e.Message.Split(" LineNumber")[0].TrimEnd('.')), e);
        }
    }

    private static AdversaException Bad(string name, Text text, Exception? inner = null) =>
        new(2021, ExitCode.Usage, Words.IsNotUsableAsRecipe(name, text), inner);
}
