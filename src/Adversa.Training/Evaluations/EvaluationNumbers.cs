using System.Globalization;
using Adversa.Data;
using Adversa.Data.Names;
using Adversa.Metrics.Evaluation;
using Adversa.Models;
using Adversa.Training.Judges;

namespace Adversa.Training.Evaluations;

/// <summary>The names of the numbers that an evaluation will have, known before it measures any.</summary>
public static class EvaluationNumbers
{
    private static readonly string[] Points = ["modes", "high_quality", "rkl"], Roll = ["distance", "median_distance", "high_quality", "coverage", "rkl"], Stacked = ["modes", "real_modes", "rkl", "readable", "judge_accuracy"],
        Classes = ["readable", "classes", "rarest_class", "rarest_share", "class_entropy", "rkl", "fd_j", "real_fd_j", "judge_accuracy", "real_readable"], Exam = ["accuracy"];

    private const string Strange = "strange_auc", OfDrawn = "class_", OfNamed = "recall_";

    /// <summary>Every name that any evaluation gives, but those of single classes.</summary>
    public static IReadOnlyList<string> All { get; } = [.. new[]
    {
        [.. Points, .. Roll, .. Stacked, .. Classes, .. Exam, Strange, .. TranslationExam.Numbers, .. CaptionExam.Numbers], [.. MetricCatalog.All.SelectMany(metric => metric.Numbers)], OfPictures(draws: true, reconstructs: true), ["gan_train", "gan_test"],
    }.SelectMany(names => names).Distinct()];

    /// <summary>Whether a name is one of a single class, such as <c>class_3</c>.</summary>
    /// <param name="name">Any text.</param>
    public static bool IsOfAClass(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Start(name) is not null;
    }

    /// <summary>The number of a single class that somebody names: <c>class_3</c> for <c>class_cat</c>. A class's name wins over its number.</summary>
    /// <param name="name">Any text.</param>
    /// <param name="classes">The classes by name.</param>
    /// <returns>Null where it names no class.</returns>
    public static string? OfClass(string name, IReadOnlyList<string> classes) => !All.Contains(name) && Start(name) is { } start && ClassList.Find(classes, name[start.Length..]) is { } k ? start + k.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>A number's name as people read it: of a single class by the class's name, <c>class_cat</c> for <c>class_3</c>.</summary>
    /// <param name="name">As it is kept.</param>
    /// <param name="classes">The classes by name.</param>
    public static string ByName(string name, IReadOnlyList<string> classes)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(classes);
        return Start(name) is { } start && int.TryParse(name[start.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var k) && k < classes.Count ? start + classes[k] : name;
    }

    /// <summary>What the judge of some data says; null where none knows it.</summary>
    /// <param name="data">The run's data.</param>
    /// <param name="schema">The samples that will be judged.</param>
    public static IReadOnlyList<string>? OfJudge(RunData data, SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(schema);
        return data.Spec switch
        {
            "ring" or "grid" => Points,
            "swiss-roll" => Roll,
            "stacked-digits" => Stacked,
            _ when schema is { Kind: FieldKind.Image, Classes: >= 2 } && JudgeBench.Knows(data) => [.. Classes, .. Each(OfDrawn, schema)],
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
    /// <param name="data">The run's data.</param>
    public static IReadOnlyList<string> OfMetrics(IEnumerable<string> metrics, Model model, RunData data)
    {
        ArgumentNullException.ThrowIfNull(model);
        return OfMetrics(metrics, model.Schema, model is ISampler, model is IReconstructor, data);
    }

    /// <summary>What metrics say of samples that nobody draws here.</summary>
    /// <param name="metrics">As <c>--metrics</c> names them.</param>
    /// <param name="sets">The samples and what they are held against.</param>
    public static IReadOnlyList<string> OfMetrics(IEnumerable<string> metrics, ComparedSets sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        return OfMetrics(metrics, sets.Schema, draws: true, reconstructs: false, sets.Against);
    }

    private static IReadOnlyList<string> OfMetrics(IEnumerable<string> metrics, SampleSchema schema, bool draws, bool reconstructs, RunData data)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return [.. metrics.SelectMany(name => name switch
        {
            Evaluation.Modes => OfJudge(data, schema)?.Where(Evaluation.IsOfModes) ?? [Evaluation.Modes],
            Evaluation.GanTrain => ["gan_train"],
            Evaluation.GanTest => ["gan_test"],
            _ when PictureMetrics.Names.Contains(name) => OfPictures(draws, reconstructs, name),
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

    private static string? Start(string name) => new[] { OfDrawn, OfNamed }.FirstOrDefault(start => name.Length > start.Length && name.StartsWith(start, StringComparison.Ordinal));

    private static IEnumerable<string> Each(string start, SampleSchema schema) => Enumerable.Range(0, schema.Classes).Select(k => string.Create(CultureInfo.InvariantCulture, $"{start}{k}"));
}
