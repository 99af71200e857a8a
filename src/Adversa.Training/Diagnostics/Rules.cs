using Adversa.Training.Events;

namespace Adversa.Training.Diagnostics;

/// <summary>The signs and their thresholds.</summary>
/// <remarks>Tuned on the failure zoo with seeds from 100 on; `docs/doctor.md` says what they reach on others.</remarks>
internal static class Rules
{
    private const long Settled = 200;            // before that everything is new
    private const double FileNoise = 0.03;       // of the cycle's error: several times as much as the noise itself adds on an honest way home
    private const long Steady = 500;             // and before that every upsampling leaves its pattern

    internal static Rule Explosion { get; } = new(DiagnosisKind.Explosion, Hits: 1, From: 0,
        r => !double.IsFinite(r["gradient_norm"]) || r["largest_score"] > Diagnosis.LargestScore || (r["gradient_jump"] > 1e3 && r["gradient_norm"] > 1e3),
        "gradient_norm", "usual_gradient_norm", "largest_score");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Explosion,
        new(DiagnosisKind.DiscriminatorTooStrong, Hits: 2, Settled,
            r => r["accuracy"] > 0.97 && r["sliced"] > 2 && r["drift"] < 0.02,      // the generator stands still
            "accuracy", "gradient_ratio", "stalled_steps", "drift", "sliced"),
        new(DiagnosisKind.DiscriminatorTooStrong, Hits: 3, Settled,
            r => r["accuracy"] > 0.97 && r["sliced"] > 2 && r["stalled_steps"] >= 200,
            "accuracy", "gradient_ratio", "stalled_steps", "drift", "sliced"),
        new(DiagnosisKind.ModeCollapse, Hits: 2, Settled,
            r => double.IsNaN(r["answers_ratio"]) && ((r["pairwise_ratio"] < 0.3 && r["coverage"] < 0.25) || r["duplicates"] > 0.5),      // inputs may be alike, then answers are
            "pairwise_ratio", "coverage", "duplicates"),
        new(DiagnosisKind.DiscriminatorTooWeak, Hits: 3, Settled,
            r => r["accuracy"] < 0.55 && r["sliced"] > 3,
            "accuracy", "sliced"),
        new(DiagnosisKind.DiscriminatorOverfits, Hits: 2, Settled,
            r => r["r_v"] > 0.3 && r["r_v_errors"] > 4,
            "r_v", "r_v_errors", "d_train", "d_held_out", "d_fake"),
        new(DiagnosisKind.Oscillation, Hits: 4, Settled,
            r => r["drift"] > 0.45 && r["sliced"] > 3,
            "drift", "stalled_steps", "period", "period_share") { AtLast = r => r["stalled_steps"] > 0 },
        new(DiagnosisKind.Oscillation, Hits: 2, Settled,
            r => r["period_share"] > 0.5 && r["persistence"] > 0.8 && r["drift"] > 0.1 && r["stalled_steps"] >= 200,
            "drift", "stalled_steps", "period", "period_share"),
        new(DiagnosisKind.Checkerboard, Hits: 3, Steady,
            r => r["checkerboard"] > 3.5 && r["duplicates"] <= 0.5,
            "checkerboard"),
        new(DiagnosisKind.Memorisation, Hits: 2, Settled,
            r => r["copy_ratio"] < 0.5,
            "copy_ratio"),
        new(DiagnosisKind.LipschitzViolation, Hits: 3, Settled,
            r => r["gradient_p95"] > 2 * r["lipschitz"] && r["gradient_mean"] > 1.2 * r["lipschitz"],
            "gradient_mean", "gradient_p95", "lipschitz"),
        new(DiagnosisKind.TooLittleData, Hits: 1, From: 0,
            r => r["samples"] < 1000 && r["epochs"] >= 10,
            "samples", "epochs"),
        new(DiagnosisKind.UnchangedInput, Hits: 3, Settled, IsUnchanged, "input_change"),
        new(DiagnosisKind.InvertedColours, Hits: 3, Settled,
            r => r["polarity"] < -0.3,
            "polarity"),
        new(DiagnosisKind.IgnoredCondition, Hits: 3, Settled,
            r => (Math.Abs(r["matching"] - 0.5) < 0.15 || r["heeded"] < Diagnosis.LeastHeeded) && !IsUnchanged(r) && !IsOneAnswer(r),      // 0.5 is chance
            "matching", "heeded"),
        new(DiagnosisKind.OneAnswer, Hits: 3, Settled, IsOneAnswer, "answers_ratio"),
        new(DiagnosisKind.HiddenInput, Hits: 3, Settled,
            r => r["cycle_noise"] > 2 && r["cycle_l1"] * (r["cycle_noise"] - 1) > FileNoise,
            "cycle_l1", "cycle_noise"),
    ];

    private static bool IsUnchanged(Reading r) => r["input_change"] < 0.1;

    private static bool IsOneAnswer(Reading r) => r["answers_ratio"] < 0.1;
}
