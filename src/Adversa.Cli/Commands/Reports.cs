using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Data;
using Adversa.Data.Opening;
using Adversa.Formats.Disk;
using Adversa.Training;
using Adversa.Training.Folders;
using Adversa.Training.Judges;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Reports;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary>What several commands say of data and of numbers, and how they write files.</summary>
internal static class Reports
{
    private const int BadShown = 5;

    /// <summary>Names the pictures that are left out.</summary>
    internal static void Scan(Terminal terminal, ScanReport report)
    {
        foreach (var bad in report.Bad.Take(BadShown))
            terminal.Warn(3004, Words.IsLeftOut(bad.Name, bad.Reason));
        if (report.Bad.Count > BadShown) terminal.Talk(Words.AndMoreLabel(report.Bad.Count - BadShown).ToString());
        if (report.Bad.Count > 0) terminal.Talk($"samples={report.Samples} bad={report.Bad.Count} skipped={report.Skipped}");
    }

    /// <summary>Makes sure that a run's data is still what it learned from, and says what is left out of it.</summary>
    /// <exception cref="AdversaException">ADV3010: it is not.</exception>
    internal static void Data(Terminal terminal, TrainedModel trained)
    {
        var source = trained.Data.Train;
        RunClasses.Require(trained.Manifest, trained.Plan, source);
        foreach (var note in source.Notes) terminal.Warn(3046, note);
        foreach (var (code, note) in TestSamples.Said(trained.Data.Test, source).Where(said => said.Code != 3048)) terminal.Warn(code, note);
    }

    /// <summary>What a judge measured, for programs.</summary>
    internal static void Evaluation(Terminal terminal, JudgeReport report, long step, long images, bool best = false)
    {
        var json = new JsonObject { ["step"] = step, ["images"] = images, ["best"] = best, ["count"] = report.Count };
        foreach (var one in report.Values) json[one.Name] = Math.Round(one.Value, 6);
        var intervals = report.Values.Where(one => one.Interval is not null).Select(one => (one.Name, At: one.Interval!.Value)).ToList();
        if (intervals.Count > 0) json["intervals"] = new JsonObject(intervals.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Name, new JsonArray(Math.Round(one.At.Low, 6), Math.Round(one.At.High, 6)))));
        terminal.ForPrograms("evaluation", json);
    }

    /// <summary>Keeps what a judge measured in the run's folder, and writes its page anew.</summary>
    internal static void Keep(Terminal terminal, RunFolder run, JudgeReport report, long step, long images, bool best = false) =>
        Keep(terminal, run, [new SeenEvaluation(step, images, report.Count, report.Values, report.Sentence, report.Protocol, IsBest: best)]);

    /// <summary>Keeps what was measured in the run's folder, and writes its page anew. A folder that cannot be written costs a warning.</summary>
    internal static void Keep(Terminal terminal, RunFolder run, IReadOnlyList<SeenEvaluation> measured)
    {
        try
        {
            foreach (var one in measured) one.Append(run);
            RunPage.Write(run);
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            terminal.Warn(5008, Words.WhatMeasuredIsNotKept(run.Path, DiskTrouble.Of(e)));
        }
    }

    /// <summary>Writes a file that somebody asked for, whole or not at all, with the folders above it; a device or pipe as it stands.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Gives the content; the file is known to be writable by then.</param>
    /// <param name="option">Names another file.</param>
    /// <exception cref="AdversaException">ADV5009: it cannot be written.</exception>
    internal static void WriteFile(string path, Action<Stream> write, string option = "-o") => Written(path, () => AtomicFile.Write(path, durable: false, write), option);

    /// <summary>The same for what writes its file by itself.</summary>
    /// <inheritdoc cref="WriteFile"/>
    internal static void Written(string path, Action write, string option = "-o")
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } parent) Directory.CreateDirectory(parent);
            write();
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw new AdversaException(5009, ExitCode.Resource, Words.CannotBeWrittenWith(path, DiskTrouble.Of(e), option), e);
        }
    }

    internal static string Bytes(long bytes) => bytes < 1 << 20 ? string.Create(CultureInfo.InvariantCulture, $"{(bytes + 1023) / 1024} KB") : bytes >= 1L << 30
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):F1} GB") : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):F0} MB");
}
