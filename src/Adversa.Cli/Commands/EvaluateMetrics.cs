using System.Globalization;
using Adversa.Cli.Output;
using Adversa.Formats.Disk;
using Adversa.Formats.Png;
using Adversa.Imaging.Pictures;
using Adversa.Metrics.Evaluation;
using Adversa.Metrics.Statistics;
using Adversa.Training.Evaluations;
using Adversa.Training.Folders;
using Adversa.Training.Judges;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Reports;
using static Adversa.Cli.Language;
using Reporting = Adversa.Training.Reports;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa evaluate RUN --metrics ...</c>: numbers with their protocol and their floor, on the terminal and in the run folder.</summary>
internal static class EvaluateMetrics
{
    private const string Inception = "inception:", Onnx = "onnx:", Copying = "memorization";
    private const int Pairs = 32, Columns = 8;
    private const int ManySamples = 5000;        // below them a Fréchet distance says more of how many there are than of what they are

    /// <summary>What the intervals beside the numbers are.</summary>
    internal static Text AboutIntervals { get; } = Words.AnotherSeedOfRecipeMayDiffer(Jackknife.About);

    /// <summary>The names in a list such as <c>fd,kid</c>.</summary>
    /// <exception cref="AdversaException">ADV2016: one is none.</exception>
    internal static IReadOnlyList<string> Names(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (names.FirstOrDefault(name => !Evaluation.Names.Contains(name)) is { } unknown) throw new AdversaException(2016, ExitCode.Usage, Words.AndThereAre(
            Words.IsNoMetric(unknown, Text.None, Nearest.To(unknown, Evaluation.Names) is { } near ? Words.DidYouMean(near) : Text.None), string.Join(", ", Evaluation.Names)));
        return names.Count > 0 ? names : throw new AdversaException(2016, ExitCode.Usage, Words.MetricsExpectsNamesSuchAsFd(string.Join(", ", Evaluation.Names)));
    }

    /// <summary>Whether a text names a space; a file is not looked at.</summary>
    /// <exception cref="AdversaException">ADV2016: it does not.</exception>
    internal static void CheckSpace(string name)
    {
        if (name is not ("own" or "pixels") && FileOf(name) is null && OnnxOf(name) is null) throw NoSpace(name);
    }

    /// <summary>The space of a name; null takes the data's own.</summary>
    /// <exception cref="AdversaException">ADV2016: it is none.</exception>
    internal static IFeatureExtractor? Space(string? name, SampleSchema schema) => name switch
    {
        null or "own" => null,
        "pixels" => Evaluation.Pixels(schema),
        _ when OnnxOf(name) is { } onnx => OnnxSpace.Open(onnx, schema),
        _ => InceptionSpace.Open(FileOf(name) ?? throw NoSpace(name), schema),
    };

    /// <summary>Refuses a file of weights before libtorch and the run are opened.</summary>
    internal static void CheckFile(string space)
    {
        if (FileOf(space) is { } file) InceptionSpace.Check(file);
        if (OnnxOf(space) is { } onnx) OnnxSpace.Check(onnx);
    }

    private static string? FileOf(string space) => space.StartsWith(Inception, StringComparison.Ordinal) && space.Length > Inception.Length ? Path.GetFullPath(space[Inception.Length..]) : null;

    private static string? OnnxOf(string space) => space.StartsWith(Onnx, StringComparison.Ordinal) && space.Length > Onnx.Length ? space[Onnx.Length..] : null;

    private static AdversaException NoSpace(string name) =>
        new(2016, ExitCode.Usage, Words.IsNoSpace(name));

    /// <summary>Measures, shows and keeps the numbers.</summary>
    internal static IReadOnlyList<Score> Run(Terminal terminal, TrainedModel trained, RunFolder folder, IReadOnlyList<string> names, IFeatureExtractor? space, int count)
    {
        using var evaluation = Evaluation.Open(trained.Data, trained.Manifest.Schema, space, JudgeBench.Cache, RunSession.JudgeProgress(terminal));
        var subject = Subject.Of(trained.Model, trained.SamplingNetwork, count);
        if (subject.OfClass is not null && names.Any(name => name is Evaluation.GanTrain or Evaluation.GanTest)) terminal.Talk(Words.TrainingSmallClassifiersOnReal.ToString());
        if (trained.Data.IsHeldBack && subject.Samples is not null && !names.Contains(Copying)) names = [.. names, Copying];      // a copy is not a success
        var all = evaluation.Take(subject, names);
        foreach (var note in evaluation.Notes) terminal.Warn(3012, note);
        if (evaluation.Unmatched is { } unmatched) terminal.Warn(3048, unmatched);
        Show(terminal, all, evaluation, trained);
        if (trained.Chosen is not null) return all;               // of no checkpoint: the run's page shows what its checkpoints are
        if (all.Any(one => one is { Name: "authenticity", Value: not null }) && evaluation.Neighbours(subject.Samples!, Pairs) is { } pairs) KeepNeighbours(terminal, pairs, trained, folder);
        Keep(terminal, all, evaluation, trained, folder);
        return all;
    }

    private static void Show(Terminal terminal, IReadOnlyList<Score> all, Evaluation evaluation, TrainedModel trained)
    {
        foreach (var one in all)
        {
            var json = one.ToJson();
            (json["step"], json["images"], json["best"]) = (trained.Manifest.Step, trained.Manifest.Images, trained.IsBest);
            if (trained.Chosen is { } chosen) json["ema"] = chosen.Width;
            terminal.ForPrograms("measurement", json);
        }

        Table(terminal, all);
        terminal.ForPeople(Words.SamplesOfSeeds(Sentences.Of(trained)).ToString());
        if (all.Any(one => one.Interval is not null)) terminal.ForPeople(AboutIntervals.ToString());
        if (!evaluation.IsUnseen) terminal.ForPeople((trained.Data.IsHeldBack ? Words.ComparedWithWhatWasLearned(trained.Data.Test!.Count) : Words.DataHasNoTestPart).ToString());
        Conventions(terminal, all, evaluation);
    }

    /// <summary>The numbers, a line each, and why some cannot be given. Of few samples the kernel distance comes first, whose mean does not hang on how many there are.</summary>
    internal static void Table(Terminal terminal, IReadOnlyList<Score> all)
    {
        var (isFew, distances) = (all.Any(IsOfFew), all.Where(one => one is { Name: "fd", Value: not null } && IsOfFew(one)).ToList());
        terminal.ForPeople($"{Words.Metric.ToString(),-26} {Words.Value.ToString(),-20} {"95 %",-20} {Words.RealDataWord.ToString(),-20} n");
        foreach (var one in all.OrderByDescending(one => isFew && one.Name == "kid")) terminal.ForPeople($"{one.Title,-26} {Value(one),-20} {(one.Interval is { } interval ? $"{Number(interval.Low)} – {Number(interval.High)}" : "–"),-20} {(one.Floor is { } floor ? Number(floor, one.FloorSpread) : "–"),-20} {Counts(one.Protocol)}");
        foreach (var group in all.Where(one => one.Missing is not null).GroupBy(one => one.Missing)) terminal.ForPeople($"n/a {string.Join(", ", group.Select(one => one.Name))}: {group.Key}");
        foreach (var one in distances) terminal.ForPeople(Words.FrechetOfFewSamples(one.Title, ManySamples).ToString());
    }

    /// <summary>What the space is, and what implementations disagree on.</summary>
    internal static void Conventions(Terminal terminal, IReadOnlyList<Score> all, Evaluation evaluation)
    {
        if (evaluation.HasSpace && all.Any(one => one.Protocol.Space == evaluation.Space.Name)) terminal.ForPeople($"{evaluation.Space.Name}: {evaluation.Space.About}.");
        foreach (var group in all.Where(one => one.Value is not null && one.Protocol.Conventions.ToString().Length > 0).GroupBy(one => one.Protocol.Conventions))
            terminal.ForPeople($"{string.Join(", ", group.Select(one => one.Name))}: {group.Key}");
    }

    private static bool IsOfFew(Score one) => Math.Min(one.Protocol.Real, one.Protocol.Drawn) < ManySamples;

    /// <summary>A line of the run's evaluations for each protocol; what could not be given is said with its reason.</summary>
    private static void Keep(Terminal terminal, IReadOnlyList<Score> all, Evaluation evaluation, TrainedModel trained, RunFolder folder)
    {
        var lines = all.GroupBy(one => (one.Protocol.Space, one.Protocol.Conventions, one.Protocol.Real, one.Protocol.Drawn, one.Protocol.Train)).Select(group => new SeenEvaluation(
            trained.Manifest.Step, trained.Manifest.Images, group.Key.Drawn,
            [.. group.Where(one => one.Value is not null).Select(one => new Measured(one.Title, one.Value!.Value, one.Interval, one.Floor, one.Spread, one.FloorSpread))],
            Missing(group), Protocol(group.First().Protocol, evaluation.IsUnseen), evaluation.HasSpace && group.Key.Space == evaluation.Space.Name ? About(evaluation.Space) : null, trained.IsBest, group.Key.Real));
        Reports.Keep(terminal, folder, [.. lines]);
    }

    private static void KeepNeighbours(Terminal terminal, float[] pairs, TrainedModel trained, RunFolder folder)
    {
        var path = NeighbourSheet.PathOf(folder, trained.Manifest.Step);
        var schema = trained.Manifest.Schema;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var (scale, all) = (schema.Height < 64 ? 2 : 1, pairs.Length / schema.Values);
            var (columns, most) = ContactSheet.Layout(schema, all, Columns, scale);
            AtomicFile.Write(path, durable: false, stream => PngWriter.Write(stream, ImageGrid.Draw(pairs.AsSpan(0, Math.Min(all, most) * schema.Values), schema, columns, scale)));
            terminal.Talk(Words.NearestTrainingPictures(path).ToString());
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            terminal.Warn(5009, Words.CannotBeWritten(path, DiskTrouble.Of(e)));
        }
    }

    private static Text Missing(IEnumerable<Score> scores)
    {
        var groups = scores.Where(one => one.Missing is not null).GroupBy(one => one.Missing!.Value, one => one.Title)
            .Select(group => Words.N(string.Join(", ", group), group.Key));
        return Text.Join(" ", groups);
    }

    private static Text Protocol(Protocol protocol, bool isUnseen) => Words.Joined(protocol.Conventions, protocol.Train > 0 ? Words.SamplesTrained(protocol.Train) : Text.None, isUnseen ? Text.None : Words.RealSamplesAreTrainingSamples);

    private static Text About(IFeatureExtractor space) => Words.Colon(space.Name, space.About);

    private static string Value(Score one) => one.Value is { } value ? Number(value, one.Spread) : "n/a";

    private static string Number(double value, double? spread) => spread is { } around ? $"{Number(value)} ± {Number(around)}" : Number(value);

    private static string Number(double value) => value.ToString(Math.Abs(value) is >= 1000 or (> 0 and < 0.001) ? "0.###E+0" : "0.####", CultureInfo.InvariantCulture);

    private static string Counts(Protocol protocol) => string.Create(CultureInfo.InvariantCulture, $"{protocol.Real}+{protocol.Drawn}")
        + (protocol.Train > 0 ? string.Create(CultureInfo.InvariantCulture, $", {protocol.Train} ") + Words.TrainedOn.ToString() : "");
}
