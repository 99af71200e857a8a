namespace Adversa.Training.Checks.Systems;

/// <summary>What <c>began</c> must do.</summary>
public static class BeganChecks
{
    /// <summary>The equilibrium law itself, on handwritten digits: the losses on fakes and real pictures come to the ratio γ and stay there.</summary>
    public static SystemCheck Digits { get; } = new("began", "digits", Words.BEGANsLossesOnFakesAndReal,
        [
            new("trained", """{ "variant": "began", "data": "digits", "steps": 1500, "logEvery": 5 }""",
                Law, Bar.AtLeast("ratio", 0.45), Bar.AtMost("ratio", 0.55), Bar.AtLeast("fall", 0.5)),
        ],
        new(Words.ControllerOffK, """{ "steps": 1000, "options": { "gain": 0 } }""", "ratio"));

    /// <summary>The ratio L(x̃) / L(x) over the last fifth of the training, and by what share M has fallen from its first value to its mean there.</summary>
    private static IReadOnlyList<(string Name, double Value)> Law(CheckRun run)
    {
        var (ratio, measure) = (run.Curve("ratio"), run.Curve("measure"));
        return [("ratio", LastFifth(ratio)), ("fall", 1 - LastFifth(measure) / measure[0]), ("k", run.Curve("k")[^1])];
    }

    private static double LastFifth(IReadOnlyList<double> curve) => curve.Skip(curve.Count * 4 / 5).Average();
}
