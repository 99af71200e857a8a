namespace Adversa.Training.Checks.Systems;

/// <summary>What <c>cgan</c> must do.</summary>
public static class CganChecks
{
    private const int OfEach = 100;

    /// <summary>Ten digits on demand. The control learns classes drawn by lot, and is judged by the digits that it shows.</summary>
    public static SystemCheck Digits { get; } = new("cgan", "digits", Words.ConditionalGANDrawsDigitIsAsked,
        [
            new("trained", """{ "variant": "cgan", "data": "digits", "batch": 32, "steps": 3000, "emaHalfLife": 2250, "options": { "width": 32, "learningRate": 0.0004 } }""",
                run => run.JudgedAsAsked(OfEach, truth: "digits"),
                Bar.AtLeast("agreement", 0.95), Bar.AtLeast("diversity", 0.5)),
        ],
        new(Words.ClassesDrawnByLot, """{ "data": "random-labels:digits", "steps": 1000 }""", "agreement"));
}
