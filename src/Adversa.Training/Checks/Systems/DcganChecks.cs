namespace Adversa.Training.Checks.Systems;

/// <summary>The proof of DCGAN.</summary>
public static class DcganChecks
{
    private const int Samples = 2000;

    /// <summary>Handwritten digits.</summary>
    public static SystemCheck Digits { get; } = new("dcgan", "digits",
        new("DCGAN draws all ten digits, readable and about equally often.", "DCGAN dibuja los diez dígitos, legibles y con frecuencias parecidas."),
        [
            new("trained", """{ "variant": "dcgan", "preset": "dcgan28", "data": "digits", "batch": 32, "steps": 2812, "emaHalfLife": 4500, "options": { "learningRate": 0.0008 } }""",
                run => run.Judged(Samples, "readable", "classes", "rkl", "real_readable", "judge_accuracy"),
                Bar.AtLeast("readable", 0.5), Bar.AtLeast("classes", 10), Bar.AtMost("rkl", 0.15)),
        ],
        CheckControl.FrozenGenerator(8e-4, "readable", "classes", "rkl"));
}
