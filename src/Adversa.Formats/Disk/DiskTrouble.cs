namespace Adversa.Formats.Disk;

/// <summary>What the system answers when it cannot read or write something: the one place that knows its errors, says them in both languages and gives them their exit code.</summary>
public static class DiskTrouble
{
    // Linux's errno, which .NET keeps in HResult
    private const int Eperm = 1, Enoent = 2, Eio = 5, Enomem = 12, Eacces = 13, Eexist = 17, Enotdir = 20, Eisdir = 21, Enfile = 23, Emfile = 24, Efbig = 27, Enospc = 28, Erofs = 30, Enametoolong = 36, Eloop = 40, Edquot = 122;

    /// <summary>Whether an exception is the system's answer to reading or writing. Above a file-size limit the base library throws no <see cref="IOException"/>.</summary>
    /// <param name="cause">What was thrown.</param>
    public static bool Is(Exception cause) => cause is IOException or UnauthorizedAccessException || IsTooLarge(cause) || cause is AggregateException { InnerExceptions: { Count: > 0 } several } && several.All(Is);

    /// <summary>How a command ends: 5 where the machine is to blame (a full, faulty, read-only or limited disk, no descriptors left), else what the file's being absent or closed means there.</summary>
    /// <param name="cause">What reading or writing threw.</param>
    /// <param name="otherwise">The exit code for a file that is absent, closed or misnamed.</param>
    public static ExitCode Exit(Exception cause, ExitCode otherwise) =>
        cause is AggregateException { InnerException: { } first } ? Exit(first, otherwise)
        : IsTooLarge(cause) || cause is IOException { HResult: Eio or Enomem or Enfile or Emfile or Efbig or Enospc or Erofs or Edquot } ? ExitCode.Resource : otherwise;

    /// <summary>A reason without a full stop, such as <c>permission is denied</c>.</summary>
    /// <param name="cause">What reading or writing threw.</param>
    public static Text Of(Exception cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return cause switch
        {
            UnauthorizedAccessException or IOException { HResult: Eperm or Eacces } => Words.PermissionIsDenied,
            FileNotFoundException or DirectoryNotFoundException or IOException { HResult: Enoent } => Words.IsNotThere,
            PathTooLongException or IOException { HResult: Enametoolong } => Words.NameIsTooLong,
            IOException { HResult: Enospc } => Words.DiskIsFull,
            IOException { HResult: Edquot } => Words.DiskQuotaIsUsedUp,
            IOException { HResult: Erofs } => Words.DiskIsReadOnly,
            IOException { HResult: Eio } => Words.DiskReportsFault,
            IOException { HResult: Eloop } => Words.LinksLeadRoundInCircle,
            IOException { HResult: Eexist } => Words.SomethingElseIsThere,
            IOException { HResult: Enotdir } => Words.PartOfPathIsNoFolder,
            IOException { HResult: Eisdir } => Words.IsFolder,
            IOException { HResult: Emfile or Enfile } => Words.TooManyFilesAreOpen,
            IOException { HResult: Enomem } => Words.MemoryIsExhausted,
            IOException { HResult: Efbig } => TooLarge,
            _ when IsTooLarge(cause) => TooLarge,
            AggregateException { InnerException: { } first } => Of(first),       // several threads met it
            _ => Text.Same(cause.Message.TrimEnd('.').ReplaceLineEndings(" ")),
        };
    }

    private static Text TooLarge => Words.WouldBeLargerThanLimit;

    /// <summary>EFBIG: the base library calls the length of the file an argument out of range, in the same words wherever it happens.</summary>
    private static bool IsTooLarge(Exception cause) => cause is ArgumentOutOfRangeException { ParamName: "value" } && cause.Message.StartsWith("Specified file length was too large", StringComparison.Ordinal);
}
