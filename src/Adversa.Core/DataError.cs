namespace Adversa;

/// <summary>Builds the errors of this project: each ends a command with exit code 3.</summary>
public static class DataError
{
    /// <summary>No such data.</summary>
    public const int Unknown = 3001;

    /// <summary>An idx file is damaged.</summary>
    public const int Idx = 3002;

    /// <summary>An npy file is damaged or holds what we do not read.</summary>
    public const int Npy = 3003;

    /// <summary>A picture is damaged or too large.</summary>
    public const int Picture = 3004;

    /// <summary>Too many samples are bad.</summary>
    public const int TooManyBad = 3005;

    /// <summary>No sample at all.</summary>
    public const int Empty = 3006;

    /// <summary>A file is missing, of a special kind, or may not be read.</summary>
    public const int Unreadable = 3007;

    /// <summary>A picture of a format that is not read, or one that is too large.</summary>
    public const int Unsupported = 3020;

    /// <summary>An archive is refused as a whole.</summary>
    public const int Archive = 3030;

    /// <summary>An archive swells beyond its limits.</summary>
    public const int Swelling = 3031;

    /// <summary>CIFAR's batches are damaged.</summary>
    public const int Cifar = 3040;

    /// <summary>A pickle holds what is not read.</summary>
    public const int Pickle = 3041;

    /// <summary>The data has no such part: no test files, or no training files.</summary>
    public const int NoPart = 3042;

    /// <summary>A table of labels or attributes is damaged or does not belong.</summary>
    public const int Table = 3045;

    /// <summary>A warning: something of the data is left out, or may not be what the user thinks.</summary>
    public const int LeftOut = 3046;

    /// <summary>Folders named like parts can be read in two ways.</summary>
    public const int TwoReadings = 3047;

    /// <summary>The test part has samples of another shape, or no class of the training part.</summary>
    public const int OtherPart = 3048;

    /// <summary>Two sides that do not fit each other: pairs of other sizes or numbers, collections of other sizes.</summary>
    public const int Pairs = 3049;

    /// <summary>A packed set is damaged or none.</summary>
    public const int Packed = 3050;

    /// <summary>The target of a packing is in use or of another kind.</summary>
    public const int Target = 3051;

    /// <summary>A download is unknown.</summary>
    public const int NoSuchDownload = 3060;

    /// <summary>No mirror could be reached.</summary>
    public const int Offline = 3061;

    /// <summary>A download is not what it should be.</summary>
    public const int WrongDownload = 3062;

    /// <summary>A download is named that is not here yet.</summary>
    public const int NotHere = 3063;

    /// <summary>A check found defects and was told to be strict.</summary>
    public const int Defects = 3070;

    /// <summary>Creates an error of the data.</summary>
    public static AdversaException Of(int code, Text text, Exception? inner = null) => new(code, ExitCode.Data, text.Each(Printable), inner);

    /// <summary>The error for a picture that cannot be what its maker meant.</summary>
    /// <param name="name">Its file.</param>
    /// <param name="text">What is wrong with it.</param>
    public static AdversaException Damaged(string name, Text text) => Of(Picture, Words.IsUnsound(name, text));

    /// <summary>The error for a picture that may be sound and is not read.</summary>
    /// <param name="name">Its file.</param>
    /// <param name="text">What it is.</param>
    public static AdversaException NotRead(string name, Text text) => Of(Unsupported, Words.ColonSentence(name, text));

    /// <summary>Escapes control characters, which file names may hold, so that a message stays one line.</summary>
    public static string Printable(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? $"\\x{(int)c:x2}" : c.ToString())) : text;
}
