namespace Adversa;

/// <summary>Command lines that a message offers, so that they can be pasted as they are.</summary>
public static class ShellWords
{
    /// <summary>The program as the user called it: <c>ADVERSA_COMMAND</c> from the launcher, else <c>adversa</c>.</summary>
    public static string Me => Environment.GetEnvironmentVariable("ADVERSA_COMMAND") is { Length: > 0 } command ? Quote(command) : "adversa";

    /// <summary>A word as a shell takes it.</summary>
    /// <param name="text">Any text.</param>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or ':' or '=' or ',' or '+' or '%' or '@')
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
