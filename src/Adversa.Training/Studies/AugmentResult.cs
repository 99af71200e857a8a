using System.Globalization;
using Adversa.Training.Judges;

namespace Adversa.Training.Studies;

/// <summary>What a study of augmentation says of generated samples.</summary>
public enum AugmentVerdict
{
    /// <summary>They hurt.</summary>
    Harmful = -1,

    /// <summary>No difference is to be seen that is worth speaking of.</summary>
    NoEffect = 0,

    /// <summary>They help.</summary>
    Use = 1,
}

/// <summary>Four arms of classifiers, run by run.</summary>
/// <param name="Scores">Of each arm, what each run scored on unseen samples.</param>
/// <param name="Counts">Real samples of each class.</param>
/// <param name="GanTrain">The mean accuracy of classifiers that learned from drawn samples alone.</param>
/// <param name="GanTest">How often classifiers that learned from real samples agree with the class asked for.</param>
public sealed record AugmentResult(IReadOnlyDictionary<string, IReadOnlyList<ClassScores>> Scores, IReadOnlyList<int> Counts, double GanTrain, double GanTest)
{
    /// <summary>Macro-F1 of each run of an arm.</summary>
    /// <param name="arm">One of the names in <see cref="AugmentStudy"/>.</param>
    public IReadOnlyList<double> MacroF1(string arm) => [.. Scores[arm].Select(score => score.MacroF1)];

    /// <summary>The mean recall, in each run of an arm, of the classes that have less than half of the largest one's samples; of all when there are none.</summary>
    /// <param name="arm">One of the names in <see cref="AugmentStudy"/>.</param>
    public IReadOnlyList<double> RareRecall(string arm)
    {
        var rare = Enumerable.Range(0, Counts.Count).Where(k => 2 * Counts[k] < Counts.Max()).ToList();
        return [.. Scores[arm].Select(score => (rare.Count == 0 ? Enumerable.Range(0, Counts.Count) : rare).Average(k => score.Recalls[k]))];
    }

    /// <summary>What drawn samples gain in macro-F1 over the real ones repeated: on this stands the verdict.</summary>
    public PairedDifference OverReal => PairedDifference.Of(MacroF1(AugmentStudy.Gan), MacroF1(AugmentStudy.Real));

    /// <summary>What they gain where shifts and rotations are used in any case.</summary>
    public PairedDifference OverClassic => PairedDifference.Of(MacroF1(AugmentStudy.Both), MacroF1(AugmentStudy.Classic));

    /// <summary>What to do; null where there are too few runs to say, that is fewer than <see cref="PairedDifference.Fewest"/>.</summary>
    public AugmentVerdict? Verdict => OverReal is { CanDecide: true } gain ? PairedDifference.VerdictOf(gain.Mean, gain.P) : null;

    /// <summary>The verdict in a sentence.</summary>
    public Text Sentence
    {
        get
        {
            var (real, classic) = (OverReal, OverClassic);
            var text = Verdict switch { AugmentVerdict.Use => Words.UseThemGeneratedSamplesHelp, AugmentVerdict.Harmful => Words.HarmfulGeneratedSamplesHurt, null => Words.NoVerdictRunsOfEachArm(OverReal.Differences.Count, PairedDifference.Fewest), _ => Words.NoEffectGeneratedSamplesMakeNo };
            return Words.MacroF1OverRepeatingRealOnes(text, Signed(real), Signed(classic));
        }
    }

    private static string Signed(PairedDifference gain) => string.Create(CultureInfo.InvariantCulture,
        $"{gain.Mean:+0.000;-0.000}{(gain.Interval is { } at ? string.Create(CultureInfo.InvariantCulture, $" [{at.Low:+0.000;-0.000}, {at.High:+0.000;-0.000}]") : "")} (p = {gain.P:0.000})");
}
