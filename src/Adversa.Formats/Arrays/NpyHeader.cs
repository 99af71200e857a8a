using System.Globalization;
using System.Text.RegularExpressions;

namespace Adversa.Formats.Arrays;

/// <summary>The small grammar of an npy header: a Python dictionary with exactly descr, fortran_order and shape, in any order.</summary>
public static partial class NpyHeader
{
    /// <summary>Longest header read, in bytes.</summary>
    public const int MostLength = 4096;

    private static readonly (string Descriptor, NpyType Type)[] Types =
        [("|u1", NpyType.UInt8), ("<i2", NpyType.Int16), ("<i4", NpyType.Int32), ("<i8", NpyType.Int64), ("<f4", NpyType.Float32), ("<f8", NpyType.Float64)];

    /// <summary>The type's name in NumPy.</summary>
    public static string Descriptor(NpyType type) => Types.First(pair => pair.Type == type).Descriptor;

    /// <summary>Reads a header.</summary>
    /// <exception cref="AdversaException">ADV3003: not of the grammar, or of a kind that is not read.</exception>
    public static (NpyType Type, int[] Shape) Parse(string header, string name)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var whole = Dictionary().Match(header);
        if (!whole.Success) throw Refused(name, Words.HeaderIsNoDictionaryOfDescr);
        foreach (Capture field in whole.Groups["field"].Captures)
        {
            var colon = field.Value.IndexOf(':', StringComparison.Ordinal);
            var key = field.Value[..colon].Trim(' ', '\'', '"');
            if (!fields.TryAdd(key, field.Value[(colon + 1)..].Trim())) throw Refused(name, Words.HeaderNamesTwice(key));
        }

        var shape = Shape(fields["shape"], name);
        if (shape.Length > 32) throw Refused(name, Words.HasDimensionsAtMostAreRead(shape.Length));
        if (fields["fortran_order"] == "True" && shape.Length > 1)
            throw Refused(name, Words.ArrayIsStoredInFortranOrder);
        return (TypeOf(fields["descr"], name), shape);
    }

    /// <summary>The error for a file that is not read.</summary>
    public static AdversaException Refused(string name, Text text) => DataError.Of(DataError.Npy, Words.IsRefused(name, text));

    private static NpyType TypeOf(string text, string name)
    {
        var descriptor = text.Trim('\'', '"');
        if (descriptor is "<u1" or ">u1" or "=u1") descriptor = "|u1";
        foreach (var (known, type) in Types)
            if (known == descriptor) return type;
        throw Refused(name, Words.ElementsOfTypeAreNotRead(descriptor));
    }

    private static int[] Shape(string text, string name) =>
        [.. text.Trim('(', ')').Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(side =>
            int.TryParse(side, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw Refused(name, Words.DimensionIsTooLarge(side)))];

    /// <summary>Bytes of an array, or one more than <paramref name="most"/> when there are too many of them, be it but for a side of 0.</summary>
    public static long LengthOf(int[] shape, int elementSize, long most)
    {
        long length = elementSize;
        foreach (var side in shape)
        {
            length *= Math.Max(1, side);          // both below 2^31, so no overflow
            if (length > most) return most + 1;
        }

        return shape.Contains(0) ? 0 : length;
    }

    private const string Field = @"(?<field>'(?:descr'\s*:\s*(?:'[^'\\]{1,64}'|\[[^{}]{0,1024}\])|fortran_order'\s*:\s*(?:True|False)|shape'\s*:\s*\((?:\s*[0-9]{1,18}\s*,)*(?:\s*[0-9]{1,18})?\s*\)))\s*";

    [GeneratedRegex(@"^\{\s*" + Field + @",\s*" + Field + @",\s*" + Field + @",?\s*\}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Dictionary();
}
