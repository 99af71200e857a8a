using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.DataTools.Checking;
using Adversa.Training;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;
using static Adversa.DataTools.Checking.CheckWords;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa data check PATH</c></summary>
internal static class DataCheckCommand
{
    private const int ThumbnailsInReport = 240, NamesShown = 3;

    internal static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("PATH") { Description = Words.FolderOrArchiveOfPictures2.ToString() };
        var size = new WholeOption("--size", "N", 1, 1024, Words.PictureWhoseSmallerSideIsBelow);
        var aspect = new RealOption("--aspect", "X", 1, 1000, Words.MoreThanSoManyTimesAs);
        var near = new WholeOption("--near", "BITS", 0, 16, Words.NearDuplicatesDifferInAtMost);
        var workers = new WholeOption("--workers", "N", 1, 64, Words.FilesLookedAtTogether);
        var page = Text("--report", "FILE", Words.WritePageWithPicturesOfEverything);
        var aside = Text("--quarantine", "DIR", Words.MoveFilesCannotBeUsedInto);
        var copies = new Option<bool>("--quarantine-duplicates") { Description = Words.MoveExactCopiesTooAllBut.ToString() };
        var strict = new Option<bool>("--strict") { Description = Words.EndWithWhenAnythingFoundShould.ToString() };
        var command = Command("check", Words.SaysWhatIsInFolder);
        command.Arguments.Add(path);
        foreach (var option in new Option[] { size, aspect, near, workers, page, aside, copies, strict }) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var options = new CheckOptions((int?)size.Of(parsed), aspect.Of(parsed) ?? 3, (int)(near.Of(parsed) ?? 4), (int)(workers.Of(parsed) ?? 0), parsed.PathOf(page) is null ? 0 : ThumbnailsInReport);
            var (folder, target, duplicates) = (parsed.GetValue(path)!, parsed.PathOf(aside), parsed.GetValue(copies));
            if (folder.Length == 0) throw new AdversaException(2019, ExitCode.Usage, Words.PATHIsEmpty);
            if (duplicates && target is null) throw new AdversaException(2041, ExitCode.Usage, Words.QuarantineDuplicatesGoesWithQuarantineDIR);
            if (target is not null) Quarantine.Check(folder, target);
            return Run(terminal, folder, options, parsed.PathOf(page), target, duplicates, parsed.GetValue(strict));
        });
        return command;
    }

    private static int Run(Terminal terminal, string path, CheckOptions options, string? page, string? aside, bool duplicates, bool strict)
    {
        using var stop = new StopRequest();
        using var signals = new Signals(stop);
        var progress = new CountProgress(terminal, Words.Files);
        try
        {
            var report = DataCheck.Run(path, options, new Teller(at => progress.At(at.Done, at.All)), stop.Token);
            progress.End();
            if (page is not null) WritePage(report, page);
            terminal.ForPrograms("check", CheckJson.Of(report));
            foreach (var line in Lines(report)) terminal.ForPeople(line);
            if (page is not null) terminal.ForPeople(Words.Report(page).ToString());
            if (aside is not null) SetAside(terminal, report, aside, duplicates, stop.Token);
            else terminal.Talk(Words.Go(Next(report)).ToString());
            if (!strict || !report.HasDefects) return 0;
            var found = report.OfTheSet.Count + report.Findings.Count(finding => finding.Kind.Level() != FindingLevel.Note);
            throw new AdversaException(3070, ExitCode.Data, Words.FindingsShouldBeLooked(found, report.Path));
        }
        catch (OperationCanceledException)
        {
            progress.End();
            return (int)(stop.Exit ?? ExitCode.Interrupted);
        }
    }

    private static IEnumerable<string> Lines(CheckReport report)
    {
        yield return $"{Some(report.Files, Words.File, Words.Files)} · {Some(report.Good, Words.Good, Words.GoodWord)} · {Count(report.ToLookAt)} {Words.ToLook}";
        foreach (var set in report.OfTheSet) yield return $"  {Words.WholeSet}, {set.Kind.Title()}: {set.Detail}";
        foreach (var group in report.Findings.GroupBy(finding => finding.Kind))
        {
            var names = string.Join(", ", group.Take(NamesShown).Select(finding => $"{Visible(finding.File)} ({finding.Detail})")) + (group.Count() > NamesShown ? ", …" : "");
            yield return $"  {Count(group.Count()),6} {group.Key.Title()}: {names}";
            if (group.Key.Level() != FindingLevel.Note) yield return $"         {group.Key.Advice()}";
        }

        if (Sizes(report) is { } sizes) yield return $"{Words.Sizes} {sizes}";
        if (report.Formats.Count > 0) yield return $"{Words.Formats}  {string.Join(" · ", report.Formats.Select(format => $"{format.Name} {Count(format.Count)}"))} · {Words.Colour} {Count(report.Pictures - report.Grey)} · {Words.Grey} {Count(report.Grey)}";
        if (Classes(report) is { } classes) yield return $"{Words.ClassesLabel} {classes}";
        foreach (var table in Tables(report)) yield return $"{Words.Table} {table}";
        foreach (var note in report.Notes) yield return $"{Words.Note} {note}";
        if (LeftAside(report) is { } others) yield return $"{Words.Aside} {others}";
    }

    private static void WritePage(CheckReport report, string page) => Reports.WriteFile(page, stream =>
    {
        using var writer = new StreamWriter(stream) { NewLine = "\n" };
        CheckPage.Write(report, writer);
    }, "--report");

    private static void SetAside(Terminal terminal, CheckReport report, string aside, bool duplicates, CancellationToken cancel)
    {
        var (moved, failed) = Quarantine.Move(report, aside, duplicates, cancel);
        foreach (var (name, reason) in failed) terminal.Warn(Quarantine.NotMoved, Words.StaysWhere(name, reason));
        terminal.ForPrograms("quarantine", new JsonObject { ["folder"] = aside, ["moved"] = moved, ["failed"] = failed.Count });
        terminal.ForPeople(moved == 0 ? Words.NothingHadToBeMoved.ToString() : string.Create(CultureInfo.InvariantCulture,
            $"{Words.Moved} {moved} {Words.FilesTo} {aside}; {Quarantine.LogName} {Words.SaysWhereThey}."));
    }

    private sealed class Teller(Action<CheckProgress> tell) : IProgress<CheckProgress>
    {
        public void Report(CheckProgress value) => tell(value);
    }
}
