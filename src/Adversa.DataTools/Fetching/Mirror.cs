namespace Adversa.DataTools.Fetching;

/// <summary>A mirror near the user, which is asked before all others.</summary>
internal static class Mirror
{
    private const string Variable = "ADVERSA_MIRROR";

    /// <summary>The address in <c>ADVERSA_MIRROR</c>, which holds a folder for each data set; null when none is set.</summary>
    /// <exception cref="AdversaException">ADV2045: it is no http or https address.</exception>
    internal static Uri? Nearest => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? Parse(text) : null;

    internal static Uri Parse(string text) => Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0
        ? url
        : throw new AdversaException(2045, ExitCode.Usage, Words.IsAddressOfMirrorSuchAs(Variable, text));
}
