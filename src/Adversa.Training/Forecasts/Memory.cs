using System.Globalization;

namespace Adversa.Training.Forecasts;

/// <summary>What this machine has of memory, and what this process takes of it.</summary>
public static class Memory
{
    private const string Groups = "/sys/fs/cgroup";

    /// <summary>Bytes that could still be taken without ending a process: what the kernel calls available, or what the limits of the control groups or of the process (<c>ulimit -v</c>, <c>-d</c>)
    /// leave if that is less. <c>long.MaxValue</c> where nobody says.</summary>
    public static long Available => new[] { Field("/proc/meminfo", "MemAvailable:") ?? long.MaxValue, LeftIn(Groups, OwnGroups()), LeftOf(Lines("/proc/self/limits"), Lines("/proc/self/status")) }.Min();

    /// <summary>Bytes that this process has taken and not given back.</summary>
    public static long Taken => Field("/proc/self/status", "VmRSS:") ?? 0;

    /// <summary>Bytes that this process took at most since <see cref="ForgetPeak"/>.</summary>
    internal static long Peak => Field("/proc/self/status", "VmHWM:") ?? 0;

    /// <summary>Begins to look for the peak anew; where the kernel does not, the peak stays that of the process's life.</summary>
    internal static void ForgetPeak()
    {
        try
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A kernel without it.
        }
    }

    /// <summary>Bytes that a process takes; 0 when it has ended.</summary>
    /// <param name="process">Its id.</param>
    internal static long TakenBy(int process) => Field($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status", "VmRSS:") ?? 0;

    /// <summary>What the limits of control groups leave: of each group and of those above it.</summary>
    /// <param name="root">Where the groups are mounted.</param>
    /// <param name="groups">Lines of <c>/proc/self/cgroup</c>.</param>
    internal static long LeftIn(string root, IEnumerable<string> groups)
    {
        var least = long.MaxValue;
        foreach (var line in groups)
            if (line.Split(':', 3) is [_, var controllers, var path] && (controllers.Length == 0 || controllers.Split(',').Contains("memory", StringComparer.Ordinal)))
                for (var below = path.Trim('/'); ; below = Path.GetDirectoryName(below) ?? "")
                {
                    // version 2, then version 1; inside a container a group's own folder is often the root of the mount
                    var (unified, old) = (Path.Join(root, below), Path.Join(root, "memory", below));
                    least = Math.Min(least, controllers.Length == 0 ? Left(unified, "memory.max", "memory.current", "inactive_file") : Left(old, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"));
                    if (below.Length == 0) break;
                }

        return least;
    }

    /// <summary>What the limits of a process leave.</summary>
    /// <param name="limits">Lines of <c>/proc/self/limits</c>.</param>
    /// <param name="status">Lines of <c>/proc/self/status</c>.</param>
    internal static long LeftOf(IReadOnlyList<string> limits, IReadOnlyList<string> status) => new[] { ("Max address space", "VmSize:"), ("Max data size", "VmData:") }.Min(pair =>
    {
        var (limit, usage) = pair;
        var line = limits.FirstOrDefault(line => line.StartsWith(limit, StringComparison.Ordinal));
        return line is not null && line[limit.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var soft, ..] && long.TryParse(soft, CultureInfo.InvariantCulture, out var most)
            ? Math.Max(0, most - (Field(status, usage) ?? 0)) : long.MaxValue;
    });

    /// <summary>Limit less usage; pages of files that nobody used lately would be given up first.</summary>
    private static long Left(string folder, string limit, string usage, string files)
    {
        if (Number(Path.Join(folder, limit)) is not { } most || Number(Path.Join(folder, usage)) is not { } now) return long.MaxValue;
        return Math.Max(0, most - now + (Field(Path.Join(folder, "memory.stat"), files) ?? 0));
    }

    private static IEnumerable<string> OwnGroups() => Lines("/proc/self/cgroup");

    private static long? Number(string path) => Lines(path).FirstOrDefault() is { } line && long.TryParse(line, CultureInfo.InvariantCulture, out var number) && number < long.MaxValue / 2 ? number : null;

    private static long? Field(string path, string name) => Field(Lines(path), name);

    private static long? Field(IEnumerable<string> lines, string name)
    {
        foreach (var line in lines)
            if (line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is [var key, var number, .. var unit] && key == name && long.TryParse(number, CultureInfo.InvariantCulture, out var value))
                return unit is ["kB"] ? value * 1024 : value;
        return null;
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllLines(path) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
