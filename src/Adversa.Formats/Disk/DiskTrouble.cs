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
            UnauthorizedAccessException or IOException { HResult: Eperm or Eacces } => new("permission is denied", "no hay permiso"),
            FileNotFoundException or DirectoryNotFoundException or IOException { HResult: Enoent } => new("it is not there", "no está"),
            PathTooLongException or IOException { HResult: Enametoolong } => new("the name is too long", "el nombre es demasiado largo"),
            IOException { HResult: Enospc } => new("the disk is full", "el disco está lleno"),
            IOException { HResult: Edquot } => new("the disk quota is used up", "la cuota de disco está agotada"),
            IOException { HResult: Erofs } => new("the disk is read-only", "el disco es de solo lectura"),
            IOException { HResult: Eio } => new("the disk reports a fault", "el disco informa de un fallo"),
            IOException { HResult: Eloop } => new("links lead round in a circle", "los enlaces forman un círculo"),
            IOException { HResult: Eexist } => new("something else of that name is there", "ya hay otra cosa con ese nombre"),
            IOException { HResult: Enotdir } => new("a part of the path is no folder", "una parte de la ruta no es una carpeta"),
            IOException { HResult: Eisdir } => new("it is a folder", "es una carpeta"),
            IOException { HResult: Emfile or Enfile } => new("too many files are open", "hay demasiados archivos abiertos"),
            IOException { HResult: Enomem } => new("memory is exhausted", "la memoria está agotada"),
            IOException { HResult: Efbig } => TooLarge,
            _ when IsTooLarge(cause) => TooLarge,
            AggregateException { InnerException: { } first } => Of(first),       // several threads met it
            _ => new(cause.Message.TrimEnd('.').ReplaceLineEndings(" "), cause.Message.TrimEnd('.').ReplaceLineEndings(" ")),
        };
    }

    private static Text TooLarge => new("it would be larger than the limit for a file (ulimit -f, or the disk's own)", "superaría el límite de tamaño de un archivo (ulimit -f, o el del propio disco)");

    /// <summary>EFBIG: the base library calls the length of the file an argument out of range, in the same words wherever it happens.</summary>
    private static bool IsTooLarge(Exception cause) => cause is ArgumentOutOfRangeException { ParamName: "value" } && cause.Message.StartsWith("Specified file length was too large", StringComparison.Ordinal);
}
