namespace Adversa;

/// <summary>Why the system could not read or write something, in both languages: its own words are English.</summary>
public static class DiskTrouble
{
    private const int Eio = 5, Enospc = 28, Erofs = 30, Enametoolong = 36, Eloop = 40, Edquot = 122;      // Linux's errno, which .NET keeps in HResult

    /// <summary>A reason without a full stop, such as <c>permission is denied</c>.</summary>
    /// <param name="cause">What reading or writing threw.</param>
    public static Text Of(Exception cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return cause switch
        {
            UnauthorizedAccessException => new("permission is denied", "no hay permiso"),
            FileNotFoundException or DirectoryNotFoundException => new("it is not there", "no está"),
            PathTooLongException or IOException { HResult: Enametoolong } => new("the name is too long", "el nombre es demasiado largo"),
            IOException { HResult: Enospc } => new("the disk is full", "el disco está lleno"),
            IOException { HResult: Edquot } => new("the disk quota is used up", "la cuota de disco está agotada"),
            IOException { HResult: Erofs } => new("the disk is read-only", "el disco es de solo lectura"),
            IOException { HResult: Eio } => new("the disk reports a fault", "el disco informa de un fallo"),
            IOException { HResult: Eloop } => new("links lead round in a circle", "los enlaces forman un círculo"),
            _ => new(cause.Message.TrimEnd('.'), cause.Message.TrimEnd('.')),
        };
    }
}
