using Adversa.Formats.Png;
using Adversa.Formats.Trees;
using Adversa.Imaging.Codecs;

namespace Adversa.Data.Names;

/// <summary>Which files of a tree are taken for pictures: by their ending, or by their first bytes where the ending says nothing. The content decides later.</summary>
internal static class PictureNames
{
    private const int HeadBytes = 16;

    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".jpe", ".webp", ".tif", ".tiff", ".avif", ".bmp", ".gif", ".pbm", ".pgm", ".ppm", ".pnm"];

    private static readonly string[] Others = [".txt", ".csv", ".tsv", ".json", ".jsonl", ".md", ".html", ".xml", ".zip", ".tar", ".gz", ".tgz", ".npy", ".npz", ".safetensors", ".db", ".ini", ".log", ".py"];

    /// <summary>The files that are taken for pictures, in the order of the tree.</summary>
    /// <param name="tree">The tree.</param>
    public static List<TreeFile> Of(IFileTree tree) => [.. tree.Files.Where(file => IsPicture(tree, file))];

    private static bool IsPicture(IFileTree tree, TreeFile file)
    {
        if (HasEnding(file.Name, Endings)) return true;
        if (HasEnding(file.Name, Others)) return false;
        try
        {
            return IsPicture(tree.Head(file, HeadBytes));
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            return false;                        // neither name nor content speaks for it
        }
    }

    /// <summary>Whether a name ends as pictures' names do.</summary>
    internal static bool HasEnding(string name) => HasEnding(name, Endings);

    private static bool HasEnding(string name, string[] endings) => endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static bool IsPicture(ReadOnlySpan<byte> head) =>
        head.StartsWith(PngWriter.Signature) || head is [0xFF, 0xD8, 0xFF, ..] || head.StartsWith("GIF8"u8) || (head.StartsWith("BM"u8) && head.Length == HeadBytes && head[6..10].IndexOfAnyExcept((byte)0) < 0)
        || (head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8)) || PictureSigns.Format(head) is "TIFF" or "AVIF" || (head is [(byte)'P', >= (byte)'1' and <= (byte)'6', (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t', ..]);
}
