using System.Globalization;

namespace Adversa.Bench;

/// <summary>What the kernel says of this process's memory.</summary>
internal static class ProcessMemory
{
    /// <summary>Kilobytes of a line of /proc/self/status: <c>VmRSS</c> now, <c>VmHWM</c> at most.</summary>
    internal static long Kilobytes(string name) => long.Parse(
        File.ReadLines("/proc/self/status").First(l => l.StartsWith($"{name}:", StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
