using System.Runtime.InteropServices;

namespace Adversa;

/// <summary>Finds and loads our own native libraries by full path, never from the working directory.</summary>
public static class NativeCode
{
    /// <summary>Loads <c>lib{name}.so</c>.</summary>
    /// <remarks>Looked for in the folder that <c>ADVERSA_NATIVE</c> names, in <c>artifacts/native</c> of the source tree that the program lies in, and beside the
    /// program, where the build copies them. The tree's own come first: the linker replaces them whole, while a build writes into the copies, which a running
    /// program must not have mapped.</remarks>
    /// <param name="name">The name without prefix and suffix, such as <c>adversa_torch</c>.</param>
    /// <exception cref="AdversaException">ADV5010: it is missing or does not load; the message names the places.</exception>
    public static nint Load(string name)
    {
        var places = Places($"lib{name}.so").ToList();
        var path = places.FirstOrDefault(File.Exists);
        if (path is null)
        {
            var list = string.Join(", ", places.Distinct());
            throw new AdversaException(5010, ExitCode.Resource, Words.LibraryNotFound(name, list));
        }

        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new AdversaException(5010, ExitCode.Resource, Words.DoesNotLoad(path, e.Message), e);
        }
    }

    private static IEnumerable<string> Places(string file)
    {
        if (Environment.GetEnvironmentVariable("ADVERSA_NATIVE") is { Length: > 0 } folder) yield return Path.Join(Path.GetFullPath(folder), file);
        for (var parent = new DirectoryInfo(AppContext.BaseDirectory).Parent; parent is not null; parent = parent.Parent)
            if (parent.Name == "artifacts") yield return Path.Join(parent.FullName, "native", file);
        yield return Path.Join(AppContext.BaseDirectory, file);
    }
}
