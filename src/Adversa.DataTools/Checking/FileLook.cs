using System.Buffers.Binary;
using System.Security.Cryptography;
using Adversa.Formats.Trees;
using Adversa.Imaging;
using Adversa.Imaging.Codecs;

namespace Adversa.DataTools.Checking;

/// <summary>Looks at one file: is it a picture, is it whole, what does it look like.</summary>
internal static class FileLook
{
    private const int GreyTolerance = 6, BlankTolerance = 2;

    /// <summary>Reads and decodes a file once.</summary>
    /// <param name="tree">Where it is.</param>
    /// <param name="file">Which.</param>
    public static FileFacts At(IFileTree tree, TreeFile file)
    {
        byte[] bytes;
        try
        {
            if (PictureSigns.Named(file.Name) is null && PictureSigns.Format(tree.Head(file, PictureSigns.HeadBytes)) is null) return FileFacts.Other;
            bytes = tree.Read(file, PictureFile.MostBytes);
        }
        catch (AdversaException e)
        {
            return new() { Problem = FindingKind.Unreadable, Reason = Reason(e.Text, file.Name, (tree as FolderTree)?.Path) };
        }

        var head = bytes.AsSpan(0, Math.Min(bytes.Length, PictureSigns.HeadBytes));
        if (PictureSigns.Format(head) is null && PictureSigns.Named(file.Name) is { } named && named != "TGA")
            return new() { Problem = FindingKind.Damaged, Reason = PictureSigns.Instead(head) };
        return Decoded(bytes, file.Name, PictureSigns.Format(head) ?? "TGA");
    }

    private static FileFacts Decoded(byte[] bytes, string name, string format)
    {
        var target = new PictureTarget(Look.Side, 3, Fit.Squash);
        var pixels = new byte[target.Bytes];
        try
        {
            var header = PictureFile.Decode(bytes, name, target, pixels);
            var isBlank = IsBlank(pixels);
            return new()
            {
                Hash = BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(bytes)),
                Header = header,
                UsesAlpha = !header.HasAlpha ? false : header.Format == PictureFormat.Png ? PngAlpha.IsUsed(bytes) : null,
                IsGrey = header.IsGrey || IsGrey(pixels),
                IsBlank = isBlank,
                Look = Look.At(pixels, header.Size),
            };
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            return IsUnsupported(e, bytes, name)
                ? new() { Problem = FindingKind.Unsupported, Reason = e.Code == DataError.Unsupported ? Reason(e.Text, name) : Text.Same(format) }
                : new() { Problem = FindingKind.Damaged, Reason = Reason(e.Text, name) };
        }
    }

    private static bool IsUnsupported(AdversaException e, byte[] bytes, string name)
    {
        if (e.Code == DataError.Unsupported) return true;
        try
        {
            return PictureHeader.Read(bytes, name) is null;
        }
        catch (AdversaException)
        {
            return false;
        }
    }

    /// <summary>Whether red, green and blue are nearly equal everywhere: many grey pictures are stored in colour.</summary>
    private static bool IsGrey(ReadOnlySpan<byte> pixels)
    {
        const int area = Look.Side * Look.Side;
        for (var i = 0; i < area; i++)
        {
            var (red, green, blue) = (pixels[i], pixels[area + i], pixels[2 * area + i]);
            if (Math.Max(red, Math.Max(green, blue)) - Math.Min(red, Math.Min(green, blue)) > GreyTolerance) return false;
        }

        return true;
    }

    private static bool IsBlank(ReadOnlySpan<byte> pixels)
    {
        const int area = Look.Side * Look.Side;
        for (var c = 0; c < 3; c++)
        {
            var (low, high) = ((byte)255, (byte)0);
            foreach (var value in pixels.Slice(c * area, area)) (low, high) = (Math.Min(low, value), Math.Max(high, value));
            if (high - low > BlankTolerance) return false;
        }

        return true;
    }

    /// <summary>The reason alone: a report names the file and says what to do in places of its own.</summary>
    private static Text Reason(Text text, string name, string? root = null) => new(
        Bare(text, name, root, both => both.English), Bare(text, name, root, both => both.Spanish));

    private static string Bare(Text text, string name, string? root, Func<Text, string> language)
    {
        var (sentence, ending) = (language(text), language(Words.EndsReplaceOrRemove));
        foreach (var subject in new[] { root is null ? name : Path.Join(root, name), name }.Select(DataError.Printable))
            if (sentence.StartsWith(subject + " ", StringComparison.Ordinal) || sentence.StartsWith(subject + ":", StringComparison.Ordinal)) sentence = sentence[subject.Length..].TrimStart(':', ' ');
        foreach (var opening in new[] { Words.OpensIsUnsound, Words.OpensCannotBeRead }.Select(language))
            if (sentence.StartsWith(opening, StringComparison.Ordinal)) sentence = sentence[opening.Length..];
        return sentence.EndsWith(ending, StringComparison.Ordinal) ? sentence[..^ending.Length].TrimEnd('.') : sentence;
    }
}
