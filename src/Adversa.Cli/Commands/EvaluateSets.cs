using System.Diagnostics.CodeAnalysis;
using Adversa.Cli.Output;
using Adversa.Metrics.Evaluation;
using Adversa.Training;
using Adversa.Training.Evaluations;
using Adversa.Training.Folders;
using Adversa.Training.Judges;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa evaluate SPEC --against SPEC</c>: two sets of data against each other, without a run. Nothing is kept.</summary>
internal static class EvaluateSets
{
    private static readonly string[] Usual = ["kid", "fd", "pr"];

    /// <summary>Whether a word names data and no run: a world, a download, a prefix such as <c>zip:</c>, a file, or a folder that holds no run.</summary>
    internal static bool IsData([NotNullWhen(true)] string? word) => word is { Length: > 0 } && !new RunFolder(word).IsRun
        && (Path.Exists(word) || word.Contains(':', StringComparison.Ordinal) || DataSets.Named.Any(kind => kind.Names.Contains(word)));

    /// <summary>The run that a word names.</summary>
    /// <exception cref="AdversaException">ADV2005: none, or more than one; ADV2014: it is data.</exception>
    internal static RunFolder Run(string? word)
    {
        try
        {
            return RunFolder.Find(Arguments.Runs, word is { Length: > 0 } ? word : "latest");
        }
        catch (AdversaException e) when (e.Code == 2005 && IsData(word))
        {
            throw new AdversaException(2014, ExitCode.Usage, Words.IsDataHeldAgainstNothing(word), e);
        }
    }

    /// <summary>Measures and shows the numbers.</summary>
    internal static IReadOnlyList<Score> Measure(Terminal terminal, string data, EvaluateCommand.Asked asked, EvaluateGates gates)
    {
        var names = asked.Metrics ?? Usual;
        using var sets = ComparedSets.Open(DataSets.FullPath(data), DataSets.FullPath(asked.Against!), asked.Size);
        gates.Check(EvaluationNumbers.OfMetrics(names, sets), Words.OfTheseData);
        foreach (var note in sets.Notes) terminal.Warn(3046, note);
        var read = sets.Read(asked.Count);
        foreach (var note in read.Notes) terminal.Warn(3012, note);
        using var evaluation = Evaluation.Open(sets.Against, sets.Schema, EvaluateMetrics.Space(asked.Space, sets.Schema),
            JudgeBench.Cache, RunSession.JudgeProgress(terminal));
        var all = evaluation.Take(read, names);
        Show(terminal, sets, read, all, evaluation);
        return all;
    }

    private static void Show(Terminal terminal, ComparedSets sets, ComparedSamples read, IReadOnlyList<Score> all, Evaluation evaluation)
    {
        var shape = Sentences.Schema(sets.Schema with { Classes = 0, Attributes = [] });
        terminal.ForPrograms("comparison", new()
        {
            ["data"] = sets.Spec, ["against"] = sets.Against.Spec, ["shape"] = shape, ["resized"] = sets.IsBrought,
            ["judged"] = read.JudgedCount, ["real"] = read.RealCount, ["copies"] = read.Copies,
        });
        foreach (var one in all) terminal.ForPrograms("measurement", one.ToJson());
        var (brought, against, together) = (sets.IsBrought ? Words.BothAreBroughtToIt : Text.None, sets.Against.Spec, read.JudgedCount + read.RealCount);
        terminal.ForPeople(Words.SetsAreCompared(sets.Spec, read.JudgedCount, against, read.RealCount, shape, brought).ToString());
        EvaluateMetrics.Table(terminal, all);
        terminal.ForPeople((read.Copies == 0 ? Words.NoExactCopies : Words.ExactCopies(read.Copies, against)).ToString());
        terminal.ForPeople((read.Others is null ? Words.TooFewForRealData(against, together) : Words.RealDataIsOthersOf(against)).ToString());
        if (all.Any(one => one.Interval is not null)) terminal.ForPeople(Words.IntervalOfSets.ToString());
        EvaluateMetrics.Conventions(terminal, all, evaluation);
    }
}
