namespace Adversa.Training.Checks.Systems;

/// <summary>What <c>r3gan</c> must do.</summary>
public static class R3ganChecks
{
    /// <summary>Ten digits from few images, and not without the penalties that make the game converge.</summary>
    public static SystemCheck Digits { get; } = new("r3gan", "digits", Words.R3GANDrawsAllTenDigits,
        [
            new("trained", """{ "variant": "r3gan", "data": "digits", "batch": 32, "steps": 1000, "emaHalfLife": 1500, "options": { "width": 32, "annealImages": 16000 } }""",
                run => run.Judged(2000, "readable", "classes", "rkl", "fd_j", "real_readable"),
                Bar.AtLeast("readable", 0.3), Bar.AtLeast("classes", 10)),
        ],
        new(Words.R1AndR2Off, """{ "options": { "gamma": 0, "gammaFinal": 0 } }""", "readable", "classes"));
}
