using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Formats.Disk;
using Adversa.Metrics.Evaluation;
using Adversa.Pages;
using Adversa.Training.Events;
using Adversa.Training.Folders;

namespace Adversa.Training.Reports;

/// <summary>Everything that a run's folder says about it, read once. Files may be missing, cut off or still growing: what can be read is there.</summary>
public sealed class RunRecord
{
    private const int MostFrames = 40;
    private const long MostFrameBytes = 12 << 20;

    private readonly Lazy<NextSteps> _next;

    /// <summary>Reads a run's folder.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="next">What can be done next with it, for whoever knows; null finds out when it is asked.</param>
    public RunRecord(RunFolder folder, Func<NextSteps>? next = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _next = new(next ?? (() => NextSteps.Of(folder)));
        Folder = folder;
        (Status, Environment, Recipe) = (folder.Status, folder.Environment, TryRecipe(folder));
        Evaluations = SeenEvaluation.Of(folder);
        var diagnosis = JsonLines.Read(Path.Join(folder.Path, "diagnosis.jsonl"));
        Findings = [.. diagnosis.Where(line => line.Word("event") == "finding").Select(SeenFinding.From)];
        Treatments = [.. diagnosis.Where(line => line.Word("event") == "treatment").Select(SeenTreatment.From)];
        Examinations = [.. diagnosis.Where(line => line.Word("event") == "examined")];
        Beginning = Head(Path.Join(folder.Path, "events.jsonl"));
        Curves = Table(Path.Join(folder.Path, "metrics.csv"));
    }

    /// <summary>Where it is.</summary>
    public RunFolder Folder { get; }

    /// <summary>What can be done next with it. Opens the run's data when it is first asked.</summary>
    public NextSteps Next => _next.Value;

    /// <summary>How it stands.</summary>
    public JsonObject Status { get; }

    /// <summary>What it was made with.</summary>
    public JsonObject Environment { get; }

    /// <summary>Its recipe; empty when it cannot be read.</summary>
    public JsonObject Recipe { get; }

    /// <summary>The event with which it began: shape of a sample, learned numbers.</summary>
    public JsonObject Beginning { get; }

    /// <summary>What was measured of it, the oldest first.</summary>
    public IReadOnlyList<SeenEvaluation> Evaluations { get; }

    /// <summary>What the doctor found.</summary>
    public IReadOnlyList<SeenFinding> Findings { get; }

    /// <summary>What the doctor did about it.</summary>
    public IReadOnlyList<SeenTreatment> Treatments { get; }

    /// <summary>What the doctor measured, one object for each look.</summary>
    public IReadOnlyList<JsonObject> Examinations { get; }

    /// <summary>The columns of <c>metrics.csv</c> over the steps; the speed is the last.</summary>
    public IReadOnlyList<Curve> Curves { get; }

    /// <summary>The system's id.</summary>
    public string Variant => Recipe.Word("variant") ?? "?";

    /// <summary>The data as the user named it; of a path, its end.</summary>
    public string Data => Path.GetFileName((Recipe.Word("data") ?? Environment.Word("data") ?? "?").TrimEnd('/'));

    /// <summary>Steps reached.</summary>
    public long Step => (long)(Status.Real("step") ?? 0);

    /// <summary>Real samples shown.</summary>
    public long Images => (long)(Status.Real("images") ?? 0);

    /// <summary>Seconds of training.</summary>
    public double Seconds => Status.Real("seconds") ?? 0;

    /// <summary>The classes by name, as the newest checkpoint keeps them; empty where none does.</summary>
    public IReadOnlyList<string> ClassNames => Folder.Checkpoints.Newest().Good?.Manifest?.ClassNames ?? [];

    /// <summary>Whether a sample is a point, so that its pictures are drawings.</summary>
    public bool IsPoints => Beginning.Word("shape") is { } shape && !shape.Contains('x', StringComparison.Ordinal) && !shape.Contains('×', StringComparison.Ordinal);

    /// <summary>What one sample is, such as <c>28x28x1</c> or <c>2 coordinates</c>; null when the run never began.</summary>
    public Text? Shape => Beginning.Word("shape") is { } shape ? new(shape, shape.Replace(Words.CoordinatesWord.English, Words.CoordinatesWord.Spanish, StringComparison.Ordinal)) : null;

    /// <summary>Whether the discriminator's answers are scores of any size; runs from before that was written down logged the scores' sigmoid.</summary>
    public bool AnswersByScores => Beginning["d_scores"] is JsonValue value && value.TryGetValue<bool>(out var scores) && scores;

    /// <summary>The signals that the doctor does not have of this run; empty where it has all, was off, or where that was not written down.</summary>
    public Text DoctorLacks => DoctorSignals.Of(Beginning.Word("doctor_lacks")?.Split(' ') ?? []);

    /// <summary>The newest value of each thing that was measured of the newest checkpoints, with its evaluation.</summary>
    public IReadOnlyList<(Measured Value, SeenEvaluation Of)> Newest => LastOf(best: false);

    /// <summary>The same of the best checkpoint, where it was asked for: chosen for its nearness to the data, so not to be compared with the newest of another run.</summary>
    public IReadOnlyList<(Measured Value, SeenEvaluation Of)> OfBest => LastOf(best: true);

    /// <summary>Drawn pictures of a checkpoint, each before the training picture that is nearest to it; null where they were never looked for.</summary>
    public (long Step, byte[] Png)? Neighbours => NeighbourSheet.Newest(Folder);

    /// <summary>The run's pictures, evenly over its steps, at most 40 and 12 MB.</summary>
    /// <param name="name">The film's name.</param>
    public Film Film(string name = "")
    {
        var files = SheetFiles.InOrder(Folder);
        for (var most = MostFrames; most > 0; most /= 2)
        {
            var chosen = Enumerable.Range(0, Math.Min(most, files.Count)).Select(i => files[files.Count == 1 ? 0 : (int)Math.Round(i * (files.Count - 1) / (Math.Min(most, files.Count) - 1.0))]).Distinct().ToList();
            if (most > 2 && chosen.Sum(Length) > MostFrameBytes) continue;
            return new(name, [.. chosen.Select(Frame).OfType<(long, byte[])>()]);
        }

        return new(name, []);
    }

    private List<(Measured Value, SeenEvaluation Of)> LastOf(bool best) => [.. Evaluations.Where(evaluation => evaluation.IsBest == best)
        .SelectMany(evaluation => evaluation.Values.Select(value => (Value: value, Of: evaluation))).GroupBy(pair => pair.Value.Name, StringComparer.Ordinal).Select(group => group.Last())];

    private static long Length(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private static (long, byte[])? Frame(string path) =>
        long.TryParse(Path.GetFileNameWithoutExtension(path)[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var step)
        && SheetFiles.PngOf(path) is { } png ? (step, png) : null;

    private static JsonObject TryRecipe(RunFolder folder)
    {
        try
        {
            return folder.Recipe;
        }
        catch (AdversaException)
        {
            return [];
        }
    }

    private static JsonObject Head(string path)
    {
        try
        {
            return File.Exists(path) && JsonNode.Parse(File.ReadLines(path).FirstOrDefault("null")) is JsonObject first ? first : [];
        }
        catch (Exception e) when (DiskTrouble.Is(e) || e is System.Text.Json.JsonException)
        {
            return [];
        }
    }

    private static List<Curve> Table(string path)
    {
        List<string[]> rows;
        try
        {
            rows = File.Exists(path) ? [.. File.ReadLines(path).Select(line => line.Split(','))] : [];
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            rows = [];
        }

        if (rows.Count < 2) return [];
        List<Curve> Column(IEnumerable<int> columns) => [.. columns.Select(column => new Curve(rows[0][column], [.. rows.Skip(1).Where(row => row.Length == rows[0].Length).Select(row => (Real(row[0]), Real(row[column]))).Where(point => double.IsFinite(point.Item1))]))];
        return [.. Column(Enumerable.Range(3, Math.Max(0, rows[0].Length - 3))), .. rows[0].Length > 2 ? Column([2]) : []];
    }

    private static double Real(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
}

/// <summary>What the training doctor found, as <c>diagnosis.jsonl</c> has it.</summary>
/// <param name="Step">When.</param>
/// <param name="Code">Such as <c>ADV4003</c>.</param>
/// <param name="Name">Such as <c>mode_collapse</c>.</param>
/// <param name="Message">What was seen; in English alone where the log is of another version.</param>
/// <param name="Remedy">What to try.</param>
/// <param name="Evidence">The numbers behind it.</param>
public sealed record SeenFinding(long Step, string Code, string Name, Text Message, Text Remedy, IReadOnlyList<(string Name, double Value)> Evidence)
{
    internal static SeenFinding From(JsonObject line)
    {
        var (step, name) = ((long)(line.Real("step") ?? 0), line.Word("finding") ?? "");
        (string Name, double Value)[] evidence = line["evidence"] is JsonObject numbers ? [.. numbers.Where(pair => numbers.Real(pair.Key) is not null).Select(pair => (pair.Key, numbers.Real(pair.Key)!.Value))] : [];
        var known = Enum.GetValues<DiagnosisKind>().Where(kind => Diagnosis.NameOf(kind) == name).Select(kind => new Diagnosis(step, kind, evidence.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal))).FirstOrDefault();
        var (message, remedy) = (line.Word("message") ?? "", line.Word("remedy") ?? "");
        var spanish = known?.Text.Spanish is { } text && !text.Contains("NaN", StringComparison.Ordinal) ? text : message;          // evidence that the text needs may be missing
        return new(step, line.Word("code") ?? "", name, new(message, spanish), new(remedy, known?.Remedy.Spanish ?? remedy), evidence);
    }
}

/// <summary>A treatment as <c>diagnosis.jsonl</c> tells it.</summary>
/// <param name="Step">When it was done.</param>
/// <param name="Finding">The stable word of what it is against.</param>
/// <param name="BackTo">The step whose weights were taken.</param>
/// <param name="Change">What was changed, such as <c>techniques.r1 = 1</c>.</param>
public sealed record SeenTreatment(long Step, string Finding, long BackTo, string Change)
{
    internal static SeenTreatment From(JsonObject line) => new((long)(line.Real("step") ?? 0), line.Word("finding") ?? "", (long)(line.Real("back_to") ?? 0),
        line["change"] is JsonObject change ? string.Join(", ", change.Leaves().Select(leaf => $"{leaf.Path} = {leaf.Value}")) : "");
}
