using System.Text;
using Adversa.Formats.Tables;
using Adversa.Formats.Trees;

namespace Adversa.Data.Tables;

/// <summary>Reads what people wrote beside pictures as text.</summary>
internal static class TableText
{
    private const long MostBytes = 256_000_000;

    /// <summary>The text of a file: UTF-8, with or without a mark that says so, or UTF-16 with one.</summary>
    /// <exception cref="AdversaException">ADV3045: it is in another encoding; ADV3007: it cannot be read.</exception>
    internal static string Of(IFileTree tree, TreeFile file)
    {
        var bytes = tree.Read(file, MostBytes);
        try
        {
            var text = bytes switch
            {
                [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes),
                _ => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes),
            };
            if (text.Contains('\0', StringComparison.Ordinal)) throw new DecoderFallbackException();             // UTF-16 without a mark
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException)
        {
            throw RawTable.Damaged(file.Name, 1, Words.IsNotUTF);
        }
    }
}
