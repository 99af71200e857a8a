namespace Adversa.Training.Judges;

/// <summary>How well classes were named, class by class: where classes are scarce, accuracy alone hides that they are missed.</summary>
/// <param name="Accuracy">The share named rightly.</param>
/// <param name="MacroF1">The mean over the classes of F1, the harmonic mean of precision and recall; a class that is never right counts 0.</param>
/// <param name="Recalls">Of each class, the share named rightly; NaN of a class that did not occur.</param>
public sealed record ClassScores(double Accuracy, double MacroF1, IReadOnlyList<double> Recalls)
{
    /// <summary>Compares answers with the truth.</summary>
    /// <param name="named">The answers.</param>
    /// <param name="truth">The classes, as many.</param>
    /// <param name="classes">How many classes there are.</param>
    public static ClassScores Of(IReadOnlyList<int> named, IReadOnlyList<int> truth, int classes)
    {
        ArgumentNullException.ThrowIfNull(named);
        ArgumentNullException.ThrowIfNull(truth);
        if (named.Count != truth.Count || named.Count == 0) throw new ArgumentException($"{named.Count} answers for {truth.Count} samples.", nameof(named));
        var (right, asked, said) = (new int[classes], new int[classes], new int[classes]);
        for (var i = 0; i < truth.Count; i++)
        {
            asked[truth[i]]++;
            said[named[i]]++;
            if (named[i] == truth[i]) right[truth[i]]++;
        }

        // F1 = 2 TP / (2 TP + FP + FN) = 2 right / (said + asked)
        var f1 = Enumerable.Range(0, classes).Where(k => asked[k] + said[k] > 0).Average(k => 2.0 * right[k] / (asked[k] + said[k]));
        return new(right.Sum() / (double)truth.Count, f1, [.. Enumerable.Range(0, classes).Select(k => right[k] / (double)asked[k])]);
    }
}
