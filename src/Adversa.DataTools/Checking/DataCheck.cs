using Adversa.Data.Files;
using Adversa.Formats.Trees;

namespace Adversa.DataTools.Checking;

/// <summary>Says what is in a folder or an archive of pictures and what is wrong with it, before anything is trained on it.</summary>
/// <remarks>Each file is read and decoded once, in parallel, and leaves a record of some 450 bytes. Pictures of other sizes, formats and orientations are no defects as such:
/// findings have a <see cref="FindingLevel"/>.</remarks>
public static class DataCheck
{
    private static readonly string[] Prefixes = ["pairs-ba:", "pairs:", "domains:"];

    /// <summary>Checks.</summary>
    /// <param name="path">A folder or an archive; with <c>pairs:</c> before it, what does not fit each other is found too.</param>
    /// <param name="options">What to look for; null takes the defaults.</param>
    /// <param name="progress">Hears how many of the files have been looked at, from any thread.</param>
    /// <param name="cancel">Ends the check between two files.</param>
    /// <exception cref="AdversaException">ADV3006: there is nothing to look at; ADV3007: no such folder; ADV303x: an archive is refused as a whole.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside of its range.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was used.</exception>
    public static CheckReport Run(string path, CheckOptions? options = null, IProgress<CheckProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new();
        options.Validate();
        var prefix = Prefixes.FirstOrDefault(prefix => path.StartsWith(prefix, StringComparison.Ordinal)) ?? "";
        using var tree = FileTree.Open(path[prefix.Length..]);
        var report = Run(tree, options, progress, cancel, isParted: prefix.Length == 0);
        if (prefix.Length == 0) return report;
        var (notes, unfit) = prefix == "domains:" ? ([], []) : PairedSource.Check(tree.Path);
        return report with { Spec = prefix + tree.Path, Notes = [.. notes, .. report.Notes], Findings = [.. unfit.Select(one => new Finding(FindingKind.Pair, one.File, one.Detail)), .. report.Findings] };
    }

    internal static CheckReport Run(IFileTree tree, CheckOptions options, IProgress<CheckProgress>? progress = null, CancellationToken cancel = default, bool isParted = true)
    {
        options.Validate();
        var facts = Facts(tree, options, progress, cancel);
        if (tree.Unreadable.Count == 0 && facts.All(file => file is { Problem: null, Header: null })) throw NoPicture.In(tree, $" (bad=0 skipped={facts.Length + tree.Skipped})");
        return CheckSummary.Of(tree, facts, options, isParted, cancel);
    }

    private static FileFacts[] Facts(IFileTree tree, CheckOptions options, IProgress<CheckProgress>? progress, CancellationToken cancel)
    {
        var facts = new FileFacts[tree.Files.Count];
        var (next, done) = (-1, 0);
        void Work()
        {
            while (Interlocked.Increment(ref next) is var i && i < facts.Length)
            {
                cancel.ThrowIfCancellationRequested();
                facts[i] = FileLook.At(tree, tree.Files[i]);
                progress?.Report(new(Interlocked.Increment(ref done), facts.Length));
            }
        }

        var workers = Math.Clamp(options.Workers > 0 ? options.Workers : Environment.ProcessorCount, 1, Math.Max(1, facts.Length));
        Threads.Run(workers, Work);
        return facts;
    }
}

/// <summary>How far a check is.</summary>
/// <param name="Done">Files looked at.</param>
/// <param name="All">Files to look at.</param>
public readonly record struct CheckProgress(int Done, int All);
