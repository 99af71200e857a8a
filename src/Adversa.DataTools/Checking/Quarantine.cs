using System.Text;
using Adversa.Formats.Disk;

namespace Adversa.DataTools.Checking;

/// <summary>Sets bad files of a folder aside. Moves, never deletes and never overwrites.</summary>
/// <remarks>Files keep their places relative to the folder. <c>quarantine.tsv</c> says of each where it was and why it was moved; its line is on disk before the file moves.</remarks>
public static class Quarantine
{
    /// <summary>The log's name.</summary>
    public const string LogName = "quarantine.tsv";

    /// <summary>The code of a file that could not be moved.</summary>
    public const int NotMoved = 3072;

    private const int NotAFolder = 3071;

    /// <summary>Whether files of this kind are set aside.</summary>
    /// <param name="kind">The kind of a finding.</param>
    /// <param name="duplicates">Whether exact copies beyond the first are, too.</param>
    public static bool Takes(FindingKind kind, bool duplicates) =>
        kind is FindingKind.Unreadable or FindingKind.Damaged or FindingKind.Unsupported || (duplicates && kind == FindingKind.Duplicate);

    /// <summary>Refuses a place that could not work, before anything is looked at.</summary>
    /// <param name="path">The folder that will be checked.</param>
    /// <param name="aside">Where bad files would go.</param>
    /// <exception cref="AdversaException">ADV2040: the place is the folder itself or inside it; ADV3071: what is checked is no folder, or the place is a file.</exception>
    public static void Check(string path, string aside)
    {
        if (!Directory.Exists(path)) throw DataError.Of(NotAFolder, Words.QuarantineMovesFilesOfFolder(path));
        if (File.Exists(aside)) throw DataError.Of(NotAFolder, Words.QuarantineNamesFolder(aside));
        var (root, target) = (RealPath.Of(path), RealPath.Of(aside));
        if (target == root || target.StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal)) throw new AdversaException(2040, ExitCode.Usage, Words.QuarantineLiesInside(aside, path));
    }

    /// <summary>Moves the bad files that a check found.</summary>
    /// <param name="report">What the check of a folder found.</param>
    /// <param name="aside">Where they go; is created. Not inside of the folder.</param>
    /// <param name="duplicates">Whether exact copies beyond the first are moved, too.</param>
    /// <param name="cancel">Ends the moving between two files.</param>
    /// <returns>How many were moved, and those that stay where they were with the reason.</returns>
    /// <exception cref="AdversaException">As for <see cref="Check"/>.</exception>
    /// <exception cref="IOException">The place or its log cannot be written; nothing more was moved.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was used.</exception>
    public static (int Moved, IReadOnlyList<BadSample> Failed) Move(CheckReport report, string aside, bool duplicates = false, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentException.ThrowIfNullOrEmpty(aside);
        Check(report.Path, aside);
        var chosen = report.Findings.Where(finding => Takes(finding.Kind, duplicates)).DistinctBy(finding => finding.File).ToList();
        if (chosen.Count == 0) return (0, []);
        var target = Path.GetFullPath(aside);
        Directory.CreateDirectory(target);
        using var log = new FileStream(Path.Join(target, LogName), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        log.Seek(0, SeekOrigin.End);
        if (log.Position == 0) log.Write("moved\toriginal\tkind\treason\n"u8);
        var failed = new List<BadSample>();
        foreach (var finding in chosen)
        {
            cancel.ThrowIfCancellationRequested();
            var before = log.Position;
            try
            {
                MoveOne(Path.Join(report.Path, finding.File), target, finding, log);
            }
            catch (Exception e) when (DiskTrouble.Is(e))
            {
                log.SetLength(before);
                log.Flush(flushToDisk: true);
                failed.Add(new(finding.File, DiskTrouble.Of(e)));
            }
        }

        return (chosen.Count - failed.Count, failed);
    }

    private static void MoveOne(string from, string target, Finding finding, FileStream log)
    {
        var relative = finding.File == LogName ? FreeName(target, finding.File, taken: 1) : FreeName(target, finding.File, taken: 0);
        CreateFolders(target, relative);
        log.Write(Encoding.UTF8.GetBytes($"{Field(relative)}\t{Field(from)}\t{finding.Kind.Key()}\t{Field(finding.Detail.English)}\n"));
        log.Flush(flushToDisk: true);
        FileMove.Move(from, Path.Join(target, relative));
    }

    /// <summary>A name that nothing has yet: <c>a/b.png</c>, else <c>a/b~1.png</c> and so on.</summary>
    private static string FreeName(string target, string name, int taken)
    {
        for (var i = taken; ; i++)
        {
            var ending = Path.GetExtension(name);
            var tried = i == 0 ? name : $"{name[..^ending.Length]}~{i}{ending}";
            if (!FileMove.Exists(Path.Join(target, tried))) return tried;
        }
    }

    /// <summary>Folders one by one, none of them through a link: a link could lead anywhere.</summary>
    private static void CreateFolders(string target, string relative)
    {
        var folder = target;
        foreach (var part in relative.Split('/')[..^1])
        {
            folder = Path.Join(folder, part);
            if (new DirectoryInfo(folder).LinkTarget is not null) throw new IOException($"{folder} is a link.");
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>Tabs and line ends, which names may hold, are written as \t and \n.</summary>
    private static string Field(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
}
