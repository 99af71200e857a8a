namespace Adversa.Training.Checks.Systems;

/// <summary>The proof of the MLP GAN.</summary>
public static class GanChecks
{
    private const int Samples = 2500;            // as PacGAN counts

    /// <summary>Points on a ring.</summary>
    /// <remarks>Bars of eight seeds: seven drew 8 centres and one 6; HQ .58 to .86; rKL below .35 in seven and .61 in one. A plain GAN does lose
    /// centres now and then, and 28,000 steps do not bring them back; PacGAN's table 1 has 6.3 of 8 (arXiv:1712.04086).</remarks>
    public static SystemCheck Ring { get; } = new("gan", "ring", Words.PlainGANDrawsMostOfRings,
        [
            new("trained", """{ "variant": "gan", "preset": "points", "data": "ring", "logEvery": 50 }""",
                run => run.Judged(Samples, "modes", "high_quality", "rkl"),
                Bar.AtLeast("modes", 6), Bar.AtLeast("high_quality", 0.5), Bar.AtMost("rkl", 0.7)),
        ],
        CheckControl.FrozenGenerator(1e-3, "modes", "high_quality", "rkl"));

    /// <summary>Digits, as a term paper tried them: sharp after 100,000 rounds, and few of them. How few is printed, not held against a bar: it is what this system does.</summary>
    public static SystemCheck Digits { get; } = new("gan", "digits", Words.PlainGANDrawsDigitsJudgeCan,
        [
            new("trained", """{ "variant": "gan", "preset": "seed", "data": "digits", "steps": 100000, "logEvery": 100 }""",
                run => run.Judged(2000, "readable", "classes", "class_entropy", "rarest_share", "rkl", "real_readable"),
                Bar.AtLeast("readable", 0.6), Bar.AtLeast("classes", 2)),
        ],
        CheckControl.FrozenGenerator(1e-3, "readable", "classes"));
}
