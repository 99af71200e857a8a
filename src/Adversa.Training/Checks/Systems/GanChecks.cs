namespace Adversa.Training.Checks.Systems;

/// <summary>The proof of the MLP GAN.</summary>
public static class GanChecks
{
    private const int Samples = 2500;            // as PacGAN counts

    /// <summary>Points on a ring.</summary>
    /// <remarks>The bars leave room below what was measured for two seeds at this budget: HQ .42 to .45, rKL .21 to .26.</remarks>
    public static SystemCheck Ring { get; } = new("gan", "ring",
        new("The plain GAN draws all eight centres of the ring.", "La GAN simple dibuja los ocho centros del anillo."),
        [
            new("trained", """{ "variant": "gan", "preset": "points", "data": "ring", "logEvery": 50 }""",
                run => run.Judged(Samples, "modes", "high_quality", "rkl"),
                Bar.AtLeast("modes", 8), Bar.AtLeast("high_quality", 0.25), Bar.AtMost("rkl", 0.35)),
        ],
        CheckControl.FrozenGenerator(1e-3, "modes", "high_quality"));
}
