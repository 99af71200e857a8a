using System.Globalization;

namespace Adversa.Training.Events;

/// <summary>The words of each finding: what was seen, and the one thing to try first.</summary>
internal static class DiagnosisTexts
{
    internal static Text Of(Diagnosis f) => f.Kind switch
    {
        DiagnosisKind.Explosion when f["largest_score"] > Diagnosis.LargestScore => Words.NumbersExplodeLargestScore(G(f["largest_score"]), G(f["gradient_norm"])),
        DiagnosisKind.Explosion => Words.NumbersExplodeGradientNormWhere(G(f["gradient_norm"]), G(f["usual_gradient_norm"]), G(f["largest_score"])),
        DiagnosisKind.DiscriminatorTooStrong => Words.DiscriminatorIsTooStrong(P(f["accuracy"]), G(f["gradient_ratio"]), N(f["stalled_steps"])),
        DiagnosisKind.ModeCollapse => Words.ModeCollapseSamplesDifferAmongThemselves(P(f["pairwise_ratio"]), P(f["coverage"]), P(f["duplicates"])),
        DiagnosisKind.DiscriminatorTooWeak => Words.DiscriminatorIsTooWeak(P(f["accuracy"]), G(f["sliced"])),
        DiagnosisKind.DiscriminatorOverfits => Words.DiscriminatorKnowsTrainingSamplesByHeart(P(f["r_v"])),
        DiagnosisKind.Oscillation => Words.PlayersRunInCircles(P(f["drift"]), N(f["stalled_steps"])),
        DiagnosisKind.Checkerboard => Words.PicturesCarryCheckerboard(G(f["checkerboard"])),
        DiagnosisKind.Memorisation => Words.SamplesAreNearCopies(P(f["copy_ratio"])),
        DiagnosisKind.LipschitzViolation => Words.CriticIsTooSteep(G(f["gradient_mean"]), G(f["gradient_p95"]), G(f["lipschitz"])),
        DiagnosisKind.UnchangedInput => Words.GivesBackItsInput(P(f["input_change"])),
        DiagnosisKind.InvertedColours => Words.LightAndDarkAreExchanged(G(f["polarity"])),
        DiagnosisKind.IgnoredCondition when f["heeded"] < Diagnosis.LeastHeeded => Words.AnotherWishChangesNothing(P(f["heeded"])),
        DiagnosisKind.IgnoredCondition => Words.AnswersFitTheirInputsByChance(P(f["matching"])),
        DiagnosisKind.OneAnswer => Words.OneAnswerForAllInputs(P(f["answers_ratio"])),
        DiagnosisKind.HiddenInput => Words.WayHomeHidesItsInput(G(f["cycle_l1"]), G(f["cycle_noise"])),
        _ => Words.IsTooLittleData(N(f["samples"]), G(f["epochs"])),
    };

    internal static Text RemedyOf(DiagnosisKind kind) => kind switch
    {
        DiagnosisKind.Explosion => Words.StartAgainWithTenthOfLearning,
        DiagnosisKind.DiscriminatorTooStrong => Words.PenaliseGradientAtRealSamples,
        DiagnosisKind.ModeCollapse => Words.ShowTwoSamplesAtOnce,
        DiagnosisKind.DiscriminatorTooWeak => Words.GiveHigherRate,
        DiagnosisKind.DiscriminatorOverfits => Words.AugmentWhatSees,
        DiagnosisKind.Oscillation => Words.PenaliseDiscriminatorsGradient,
        DiagnosisKind.Checkerboard => Words.TrainOnOftenFades,
        DiagnosisKind.Memorisation => Words.GetMoreDataOrStopHere,
        DiagnosisKind.LipschitzViolation => Words.RaiseWeightOfPenalty,
        DiagnosisKind.UnchangedInput => Words.LessWeightOnCopying,
        DiagnosisKind.InvertedColours => Words.AnotherSeedAndMoreIdentity,
        DiagnosisKind.IgnoredCondition => Words.ShowPairsToTheDiscriminator,
        DiagnosisKind.OneAnswer => Words.TieAnswersToTheirInputs,
        DiagnosisKind.HiddenInput => Words.LessWeightOnTheWayHome,
        _ => Words.GetMoreData,
    };

    private static string G(double value) => double.IsNaN(value) ? "?"
        : Math.Abs(value) is >= 1e3 and < 1e9 ? value.ToString("F0", CultureInfo.InvariantCulture) : value.ToString("G3", CultureInfo.InvariantCulture);

    private static string N(double value) => double.IsNaN(value) ? "?" : value.ToString("F0", CultureInfo.InvariantCulture);

    private static string P(double value) => double.IsNaN(value) ? "?" : string.Create(CultureInfo.InvariantCulture, $"{100 * value:F0} %");
}
