using System.Globalization;
using Adversa.Data;
using Adversa.Metrics.Evaluation;
using Adversa.Models;
using Adversa.Training.Judges;

namespace Adversa.Training.Evaluations;

/// <summary>The names of the numbers that an evaluation will have, known before it measures any.</summary>
public static class EvaluationNumbers
{
    private static readonly string[] Points = ["modes", "high_quality", "rkl"], Roll = ["distance", "high_quality", "coverage", "rkl"], Stacked = ["modes", "real_modes", "rkl", "readable", "judge_accuracy"],
        Classes = ["readable", "classes", "rarest_class", "rarest_share", "class_entropy", "rkl", "fd_j", "real_fd_j", "judge_accuracy", "real_readable"], Exam = ["accuracy"];

    private const string Strange = "strange_auc", OfDrawn = "class_", OfNamed = "recall_";

    /// <summary>Every name that any evaluation gives, but those of single classes.</summary>
    public static IReadOnlyList<string> All { get; } = [.. new[]
    {
        [.. Points, .. Roll, .. Stacked, .. Classes, .. Exam, Strange], [.. MetricCatalog.All.SelectMany(metric => metric.Numbers)], OfPictures(draws: true, reconstructs: true), ["gan_train", "gan_test"],
    }.SelectMany(names => names).Distinct()];

    /// <summary>Whether a name is one of a single class, such as <c>class_3</c>.</summary>
    /// <param name="name">Any text.</param>
    public static bool IsOfAClass(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > OfNamed.Length - 1 && (name.StartsWith(OfDrawn, StringComparison.Ordinal) && name.Length > OfDrawn.Length || name.StartsWith(OfNamed, StringComparison.Ordinal) && name.Length > OfNamed.Length);
    }

    /// <summary>What the judge of some data says; null where none knows it.</summary>
    /// <param name="data">The data as the recipe names it.</param>
    /// <param name="size">Side of the pictures; 0 takes the data's own.</param>
    /// <param name="schema">The samples that will be judged.</param>
    public static IReadOnlyList<string>? OfJudge(string data, int size, SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return data switch
        {
            "ring" or "grid" => Points,
            "swiss-roll" => Roll,
            "stacked-digits" => Stacked,
            _ when schema is { Kind: SampleKind.Image, Classes: >= 2 } && JudgeBench.Knows(data, size, DataSpec.Open(data, new DataOptions(size > 0 ? size : null))) => [.. Classes, .. Each(OfDrawn, schema)],
            _ => null,
        };
    }

    /// <summary>What an examination of a classifier says.</summary>
    /// <param name="schema">The samples that it names.</param>
    /// <param name="strange">Whether strange samples are shown to it.</param>
    public static IReadOnlyList<string> OfExam(SampleSchema schema, bool strange) => [.. Exam, .. Each(OfNamed, schema), .. strange ? [Strange] : Array.Empty<string>()];

    /// <summary>What metrics say of a model; one that has no value for it keeps its name.</summary>
    /// <param name="metrics">As <c>--metrics</c> names them.</param>
    /// <param name="model">Whom.</param>
    /// <param name="data">The data as the recipe names it.</param>
    /// <param name="size">Side of the pictures; 0 takes the data's own.</param>
    public static IReadOnlyList<string> OfMetrics(IEnumerable<string> metrics, Model model, string data, int size)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(model);
        return [.. metrics.SelectMany(name => name switch
        {
            Evaluation.Modes => OfJudge(data, size, model.Schema)?.Where(Evaluation.IsOfModes) ?? [Evaluation.Modes],
            Evaluation.GanTrain => ["gan_train"],
            Evaluation.GanTest => ["gan_test"],
            _ when PictureMetrics.Names.Contains(name) => OfPictures(model.SampledNetwork is not null, model.Reconstructs, name),
            _ => MetricCatalog.Find(name)?.Numbers ?? [],
        })];
    }

    private static string[] OfPictures(bool draws, bool reconstructs, string? only = null)
    {
        List<string> names = [];
        foreach (var name in PictureMetrics.Names.Where(name => only is null || name == only))
        {
            var number = name == PictureMetrics.MultiScale ? "ms_ssim" : name;
            if (reconstructs || (name == PictureMetrics.Noise && only is not null) || !draws) names.Add(number);
            if (draws && name != PictureMetrics.Noise) names.Add($"{number}_pairs");
        }

        return [.. names];
    }

    private static IEnumerable<string> Each(string start, SampleSchema schema) => Enumerable.Range(0, schema.Classes).Select(k => string.Create(CultureInfo.InvariantCulture, $"{start}{k}"));
}
