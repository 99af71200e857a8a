namespace Adversa.Training.Checks.Systems;

/// <summary>What <c>progan</c> must do.</summary>
public static class ProganChecks
{
    /// <summary>28 forms with an eye, learned at 28 pixels and then faded in to 56. Counting forms has no power, as the judge reads some in noise: the distance in its features tells.</summary>
    /// <remarks>Measured for seed 0: <c>fd_j</c> 2380 grown, 6040 from scratch; the bar lies between, and two halves of real glyphs are 67 apart.</remarks>
    public static SystemCheck Glyphs { get; } = new("progan", "glyphs",
        new("What was learned at 28 pixels pays at 56: without it, the same pictures at 56 leave the samples much farther from the data.",
            "Lo aprendido a 28 píxeles rinde a 56: sin ello, las mismas imágenes a 56 dejan las muestras mucho más lejos de los datos."),
        [
            new("grown", """{ "variant": "progan", "preset": "unown", "data": "glyphs", "size": 56, "steps": 3000, "emaHalfLife": 1500, "options": { "stableImages": 40000, "fadeImages": 4000 } }""",
                run => run.Judged(2000, "fd_j", "real_fd_j", "classes", "readable"),
                Bar.AtMost("fd_j", 3600), Bar.AtLeast("classes", 24)),
        ],
        new(new("the second stage alone, from scratch", "solo la segunda etapa, desde cero"), """{ "steps": 500, "options": { "stableImages": 0 } }""", "fd_j"));
}
