namespace Adversa.Training.Checks.Systems;

/// <summary>What <c>lsgan</c> must do.</summary>
public static class LsganChecks
{
    /// <summary>All ten digits in equal parts, by narrow networks.</summary>
    public static SystemCheck Digits { get; } = new("lsgan", "digits", Words.LSGANDrawsAllTenDigitsAbout,
        [
            new("trained", """{ "variant": "lsgan", "data": "digits", "batch": 32, "steps": 3000, "emaHalfLife": 4500, "options": { "width": 16, "learningRate": 0.0008 } }""",
                run => run.Judged(2000, "readable", "classes", "rkl", "real_readable"),
                Bar.AtLeast("readable", 0.4), Bar.AtLeast("classes", 10), Bar.AtMost("rkl", 0.15)),
        ],
        CheckControl.FrozenGenerator(8e-4, "readable", "classes"));
}
