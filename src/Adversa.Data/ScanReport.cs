using System.Globalization;

namespace Adversa.Data;

/// <summary>What checking a folder found.</summary>
/// <param name="Samples">Pictures that may be used.</param>
/// <param name="Bad">Files that look like pictures but are damaged, too large or unreadable, each with its reason.</param>
/// <param name="Skipped">Links, special files and files of other kinds.</param>
public sealed record ScanReport(long Samples, IReadOnlyList<BadSample> Bad, long Skipped)
{
    /// <summary>The line <c>samples=N bad=M skipped=K</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"samples={Samples} bad={Bad.Count} skipped={Skipped}");
}
