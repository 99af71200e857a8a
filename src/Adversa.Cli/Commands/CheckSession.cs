using System.Globalization;
using Adversa.Cli.Output;
using Adversa.Training;
using Adversa.Training.Checks;
using Adversa.Training.Events;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary>Does checks in front of a person or a program: progress while they train, then tables and one verdict each.</summary>
internal sealed class CheckSession(Terminal terminal, string folder, StopRequest stop)
{
    private readonly CheckLedger _ledger = new(folder);

    /// <param name="checks">What to do, in order.</param>
    /// <param name="seed">The seed of every training.</param>
    /// <param name="skipDone">Whether checks with a result of the same hash are left out.</param>
    /// <param name="again">Whether everything begins anew.</param>
    internal ExitCode Run(IReadOnlyList<SystemCheck> checks, long seed, bool skipDone, bool again)
    {
        terminal.NeverWait();
        var runner = new CheckRunner(folder, stop) { Begins = Announce, Watch = Watcher, Judging = RunSession.JudgeProgress(terminal), Warn = terminal.Warn };
        var (failed, done) = (0, 0);
        foreach (var check in checks)
        {
            var plan = CheckPlan.Of(check, seed);
            var before = _ledger.Find(check.Id, plan.Hash);
            if (skipDone && !again && before is not null)
            {
                var passed = (bool?)before["passed"] == true;
                if (!passed) failed++;
                terminal.Talk(Words.DoneBeforeAgainRepeats(check.Id, passed ? Words.Passed : Words.CheckFailed).ToString());
                continue;
            }

            if (runner.Run(plan, anew: again || before is not null) is not { } result)
            {
                terminal.Talk(Words.EverythingIsSaved.ToString());
                return stop.Exit ?? ExitCode.Internal;
            }

            _ledger.Append(result);
            terminal.Settle();
            Show(result);
            done++;
            if (!result.Passed) failed++;
        }

        if (checks.Count > 1) terminal.ForPeople(Words.OfChecksPassed(checks.Count - failed, checks.Count).ToString());
        return failed == 0 ? ExitCode.Done : ExitCode.GateMissed;
    }

    private ITrainObserver Watcher() => terminal.IsLive ? new LiveProgress(terminal) : new PlainProgress(terminal);

    private void Announce(CheckPlan plan, string part) => terminal.Talk($"{plan.Check.Id}: {part}");

    private void Show(CheckResult result)
    {
        terminal.ForPrograms("check", CheckLedger.ToJson(result));
        terminal.ForPeople("");
        terminal.ForPeople($"{result.Check.Id}: {result.Check.Claim}");
        foreach (var arm in result.Arms) Table(arm, arm.Name);
        Table(result.Control, $"{Text.Same("control")}, {result.Check.Control.About}");
        terminal.ForPeople($"{result.Verdict} ({Arguments.Span(TimeSpan.FromSeconds(result.Seconds))})");
    }

    private void Table(PartResult part, string name)
    {
        var trained = part.Steps == 0 ? "" : Words.Steps(part.Steps).ToString();
        terminal.ForPeople($"  {name} ({trained}{Arguments.Span(TimeSpan.FromSeconds(part.Seconds))}){(part.Diverged ? Words.Diverged.ToString() : "")}");
        foreach (var (metric, value) in part.Diverged ? part.Bars.Select(bar => (bar.Bar.Metric, bar.Value)) : part.Values)
        {
            var bars = part.Bars.Where(bar => bar.Bar.Metric == metric).ToList();
            var bounds = string.Join(" ", bars.Select(bar => bar.Bar.ToString()));
            var met = bars.Count == 0 ? "" : bars.All(bar => bar.IsMet) ? Words.Met.ToString() : Words.MISSED.ToString();
            terminal.ForPeople(string.Create(CultureInfo.InvariantCulture, $"    {metric,-22} {value,10:0.####}  {bounds,-10} {met}").TrimEnd());
        }
    }
}
