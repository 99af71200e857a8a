namespace Adversa;

/// <summary>Where things that can be made again are kept: trained judges, unpacked archives, downloads.</summary>
public static class CacheFolder
{
    /// <summary><c>ADVERSA_CACHE</c>, else the user's cache folder, else the temporary one; a full path of a folder that may not exist yet.</summary>
    public static string Path
    {
        get
        {
            if (Environment.GetEnvironmentVariable("ADVERSA_CACHE") is { Length: > 0 } asked) return System.IO.Path.GetFullPath(asked);
            if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg) return System.IO.Path.Join(xdg, "adversa");
            var home = Environment.GetEnvironmentVariable("HOME");
            return string.IsNullOrEmpty(home) ? System.IO.Path.Join(System.IO.Path.GetTempPath(), "adversa-cache") : System.IO.Path.Join(home, ".cache", "adversa");
        }
    }
}
