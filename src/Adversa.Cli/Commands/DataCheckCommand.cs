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
        var path = new Argument<string>("PATH") { Description = Say("A folder or an archive of pictures.", "Una carpeta o un archivo comprimido de imágenes.") };
        var size = new WholeOption("--size", "N", 1, 1024, "A picture whose smaller side is below is too small; by default what the pictures suggest.", "Una imagen con el lado menor inferior es demasiado pequeña; por omisión, lo que sugieren las imágenes.");
        var aspect = new RealOption("--aspect", "X", 1, 1000, "More than so many times as long as wide is odd; 3 by default.", "Más de tantas veces más larga que ancha es rara; 3 por omisión.");
        var near = new WholeOption("--near", "BITS", 0, 16, "Near duplicates differ in at most so many bits of 64; 4 by default.", "Las casi duplicadas difieren como máximo en tantos bits de 64; 4 por omisión.");
        var workers = new WholeOption("--workers", "N", 1, 64, "Files looked at together; all cores by default.", "Archivos que se miran a la vez; por omisión, todos los núcleos.");
        var page = Text("--report", "FILE", "Write a page with pictures of everything found: one HTML file, no network.", "Escribe una página con imágenes de todo lo hallado: un archivo HTML, sin red.");
        var aside = Text("--quarantine", "DIR", "Move files that cannot be used into this folder; nothing is deleted.", "Mueve a esta carpeta los archivos que no sirven; no se borra nada.");
        var copies = new Option<bool>("--quarantine-duplicates") { Description = Say("Move exact copies there too, all but the first.", "Mueve también las copias exactas, todas salvo la primera.") };
        var strict = new Option<bool>("--strict") { Description = Say("End with 3 when anything was found that should be looked at.", "Termina con 3 si se halló algo por revisar.") };
        var command = Command("check", "Says what is in a folder of pictures and what is wrong with it.", "Dice qué hay en una carpeta de imágenes y qué falla.");
        command.Arguments.Add(path);
        foreach (var option in new Option[] { size, aspect, near, workers, page, aside, copies, strict }) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var options = new CheckOptions((int?)size.Of(parsed), aspect.Of(parsed) ?? 3, (int)(near.Of(parsed) ?? 4), (int)(workers.Of(parsed) ?? 0), parsed.PathOf(page) is null ? 0 : ThumbnailsInReport);
            var (folder, target, duplicates) = (parsed.GetValue(path)!, parsed.PathOf(aside), parsed.GetValue(copies));
            if (folder.Length == 0) throw new AdversaException(2019, ExitCode.Usage, new("PATH is empty; name a folder or an archive.", "RUTA está vacía; indique una carpeta o un archivo comprimido."));
            if (duplicates && target is null) throw new AdversaException(2041, ExitCode.Usage, new(
                "--quarantine-duplicates goes with --quarantine DIR.", "--quarantine-duplicates acompaña a --quarantine CARPETA."));
            if (target is not null) Quarantine.Check(folder, target);
            return Run(terminal, folder, options, parsed.PathOf(page), target, duplicates, parsed.GetValue(strict));
        });
        return command;
    }

    private static int Run(Terminal terminal, string path, CheckOptions options, string? page, string? aside, bool duplicates, bool strict)
    {
        using var stop = new StopRequest();
        using var signals = new Signals(stop);
        var progress = new CountProgress(terminal, "files", "archivos");
        try
        {
            var report = DataCheck.Run(path, options, new Teller(at => progress.At(at.Done, at.All)), stop.Token);
            progress.End();
            if (page is not null) WritePage(report, page);
            terminal.ForPrograms("check", CheckJson.Of(report));
            foreach (var line in Lines(report)) terminal.ForPeople(line);
            if (page is not null) terminal.ForPeople(Say($"Report: {page}", $"Informe: {page}"));
            if (aside is not null) SetAside(terminal, report, aside, duplicates, stop.Token);
            else terminal.Talk(Say($"Go on:  {Next(report)}", $"Siga:   {Next(report)}"));
            if (!strict || !report.HasDefects) return 0;
            var found = report.OfTheSet.Count + report.Findings.Count(finding => finding.Kind.Level() != FindingLevel.Note);
            throw new AdversaException(3070, ExitCode.Data, new(
                $"{found} findings in {report.Path} should be looked at, and --strict was given.", $"{found} hallazgos en {report.Path} están por revisar y se indicó --strict."));
        }
        catch (OperationCanceledException)
        {
            progress.End();
            return (int)(stop.Exit ?? ExitCode.Interrupted);
        }
    }

    private static IEnumerable<string> Lines(CheckReport report)
    {
        yield return $"{Some(report.Files, new("file", "archivo"), new("files", "archivos"))} · {Some(report.Good, new("good", "bueno"), new("good", "buenos"))} · {Count(report.ToLookAt)} {Say("to look at", "por revisar")}";
        foreach (var set in report.OfTheSet) yield return $"  {Say("The whole set", "Todo el conjunto")}, {set.Kind.Title()}: {set.Detail}";
        foreach (var group in report.Findings.GroupBy(finding => finding.Kind))
        {
            var names = string.Join(", ", group.Take(NamesShown).Select(finding => $"{Visible(finding.File)} ({finding.Detail})")) + (group.Count() > NamesShown ? ", …" : "");
            yield return $"  {Count(group.Count()),6} {group.Key.Title()}: {names}";
            if (group.Key.Level() != FindingLevel.Note) yield return $"         {group.Key.Advice()}";
        }

        if (Sizes(report) is { } sizes) yield return $"{Say("Sizes   ", "Tamaños ")} {sizes}";
        if (report.Formats.Count > 0) yield return $"{Say("Formats", "Formatos")}  {string.Join(" · ", report.Formats.Select(format => $"{format.Name} {Count(format.Count)}"))} · {Say("colour", "color")} {Count(report.Pictures - report.Grey)} · {Say("grey", "gris")} {Count(report.Grey)}";
        if (Classes(report) is { } classes) yield return $"{Say("Classes ", "Clases  ")} {classes}";
        foreach (var table in Tables(report)) yield return $"{Say("Table   ", "Tabla   ")} {table}";
        foreach (var note in report.Notes) yield return $"{Say("Note    ", "Nota    ")} {note}";
        if (LeftAside(report) is { } others) yield return $"{Say("Aside   ", "Aparte  ")} {others}";
    }

    private static void WritePage(CheckReport report, string page) => Reports.WriteFile(page, stream =>
    {
        using var writer = new StreamWriter(stream) { NewLine = "\n" };
        CheckPage.Write(report, writer);
    }, "--report");

    private static void SetAside(Terminal terminal, CheckReport report, string aside, bool duplicates, CancellationToken cancel)
    {
        var (moved, failed) = Quarantine.Move(report, aside, duplicates, cancel);
        foreach (var (name, reason) in failed) terminal.Warn(Quarantine.NotMoved, new($"{name} stays where it is: {reason.English}", $"{name} se queda donde está: {reason.Spanish}"));
        terminal.ForPrograms("quarantine", new JsonObject { ["folder"] = aside, ["moved"] = moved, ["failed"] = failed.Count });
        terminal.ForPeople(moved == 0 ? Say("Nothing had to be moved.", "No hubo que mover nada.") : string.Create(CultureInfo.InvariantCulture,
            $"{Say("Moved", "Movidos")} {moved} {Say("files to", "archivos a")} {aside}; {Quarantine.LogName} {Say("says where they were", "dice dónde estaban")}."));
    }

    private sealed class Teller(Action<CheckProgress> tell) : IProgress<CheckProgress>
    {
        public void Report(CheckProgress value) => tell(value);
    }
}
