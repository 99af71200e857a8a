namespace Adversa.Data;

/// <summary>Builds the errors of this project: each ends a command with exit code 3.</summary>
internal static class DataError
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

    /// <summary>Creates an error of the data.</summary>
    public static AdversaException Of(int code, string english, string spanish, Exception? inner = null) =>
        new(code, ExitCode.Data, new(Printable(english), Printable(spanish)), inner);

    /// <summary>Escapes control characters, which file names may hold, so that a message stays one line.</summary>
    private static string Printable(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? $"\\x{(int)c:x2}" : c.ToString())) : text;
}
