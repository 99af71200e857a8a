namespace Adversa.Training.Checks.Systems;

/// <summary>What <c>cgan</c> must do.</summary>
public static class CganChecks
{
    private const int OfEach = 100;

    /// <summary>Ten digits on demand. The control learns classes drawn by lot, and is judged by the digits that it shows.</summary>
    public static SystemCheck Digits { get; } = new("cgan", "digits",
        new("A conditional GAN draws the digit that is asked for, and not always the same picture of it.",
            "Una GAN condicional dibuja el dígito que se le pide, y no siempre la misma imagen de él."),
        [
            new("trained", """{ "variant": "cgan", "data": "digits", "batch": 32, "steps": 3000, "emaHalfLife": 2250, "options": { "width": 32, "learningRate": 0.0004 } }""",
                run => run.JudgedAsAsked(OfEach, truth: "digits"),
                Bar.AtLeast("agreement", 0.95), Bar.AtLeast("diversity", 0.5)),
        ],
        new(new("classes drawn by lot", "clases al azar"), """{ "data": "random-labels:digits", "steps": 1000 }""", "agreement"));
}
