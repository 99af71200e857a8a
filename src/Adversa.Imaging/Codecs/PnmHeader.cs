namespace Adversa.Imaging.Codecs;

/// <summary>Reads the head of a portable any map: P1 to P6.</summary>
/// <param name="Picture">What all formats have.</param>
/// <param name="Most">The value of full light; 1 in a bit map.</param>
/// <param name="Start">Where the pixels begin.</param>
/// <param name="IsPlain">Whether values are written as text.</param>
/// <param name="IsBitmap">Whether a pixel is a bit, and 1 is black.</param>
internal sealed record PnmHeader(PictureHeader Picture, int Most, int Start, bool IsPlain, bool IsBitmap)
{
    private const int MostDigits = 10;

    /// <summary>Values of a pixel as stored.</summary>
    public int Channels => Picture.IsGrey ? 1 : 3;

    /// <summary>Bytes of a row, where values are not text.</summary>
    public long RowBytes => IsBitmap ? (Picture.Width + 7) / 8 : (long)Picture.Width * Channels * (Most > 255 ? 2 : 1);

    /// <summary>Reads the head and checks that the pixels can be there.</summary>
    /// <exception cref="AdversaException">ADV3004: damaged; ADV3020: too large.</exception>
    public static PnmHeader Read(ReadOnlySpan<byte> file, string name)
    {
        var kind = file[1] - '0';
        var (isPlain, isBitmap) = (kind <= 3, kind is 1 or 4);
        var at = 2;
        var (width, height) = (Number(file, ref at, name), Number(file, ref at, name));
        var most = isBitmap ? 1 : Number(file, ref at, name);
        if (most is < 1 or > 65535) throw Broken(name, Words.LargestValueIs(most));
        var picture = new PictureHeader(PictureFormat.Pnm, (int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue), kind is not (3 or 6), 1)
        {
            Depth = isBitmap ? 1 : most > 255 ? 16 : 8,
        };
        PictureHeader.CheckSize(picture, name);
        var header = new PnmHeader(picture, (int)most, at, isPlain, isBitmap);
        var needed = isPlain ? (long)picture.Width * picture.Height * header.Channels * (isBitmap ? 1 : 2) - 1 : header.RowBytes * picture.Height;
        return needed <= file.Length - at ? header : throw Broken(name, Words.ExpectedBytesOfPixels(needed, file.Length - at));
    }

    /// <summary>Whether a byte parts two values.</summary>
    public static bool IsSpace(byte b) => b is 0x20 or (>= 0x09 and <= 0x0D);

    /// <summary>The error for a damaged file.</summary>
    public static AdversaException Broken(string name, Text text) => DataError.Damaged(name, Words.InPnm(text));

    /// <summary>Reads a number and the one space after it; a comment reaches to the end of its line.</summary>
    private static long Number(ReadOnlySpan<byte> file, ref int at, string name)
    {
        long number = 0;
        var digits = 0;
        while (at < file.Length)
        {
            var b = file[at++];
            if (b == '#')
                while (at < file.Length && file[at++] is not ((byte)'\n' or (byte)'\r'))
                {
                }
            else if (IsSpace(b))
            {
                if (digits > 0) return number;
            }
            else if (b is >= (byte)'0' and <= (byte)'9' && digits++ < MostDigits) number = 10 * number + b - '0';
            else throw Broken(name, Words.HeaderHoldsNoSoundNumber);
        }

        throw Broken(name, Words.IsCutOffInHeader);
    }
}
