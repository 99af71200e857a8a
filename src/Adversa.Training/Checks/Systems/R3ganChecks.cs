namespace Adversa.Training.Checks.Systems;

/// <summary>What <c>r3gan</c> must do.</summary>
public static class R3ganChecks
{
    /// <summary>Ten digits from few images, and not without the penalties that make the game converge.</summary>
    public static SystemCheck Digits { get; } = new("r3gan", "digits",
        new("R3GAN draws all ten digits; without its penalties on both sides the same game does not.", "R3GAN dibuja los diez dígitos; sin sus penalizaciones en ambos lados la misma partida no lo consigue."),
        [
            new("trained", """{ "variant": "r3gan", "data": "digits", "batch": 32, "steps": 1000, "emaHalfLife": 1500, "options": { "width": 32, "annealImages": 16000 } }""",
                run => run.Judged(2000, "readable", "classes", "rkl", "fd_j", "real_readable"),
                Bar.AtLeast("readable", 0.3), Bar.AtLeast("classes", 10)),
        ],
        new(new("R1 and R2 off", "sin R1 ni R2"), """{ "options": { "gamma": 0, "gammaFinal": 0 } }""", "readable", "classes"));
}
