namespace Adversa.Training.Checks.Systems;

/// <summary>What <c>progan</c> must do.</summary>
public static class ProganChecks
{
    /// <summary>28 forms with an eye, learned at 28 pixels and then faded in to 56. Counting forms has no power, as the judge reads some in noise: the distance in its features tells.</summary>
    /// <remarks>Measured for seed 0: <c>fd_j</c> 2380 grown, 6040 from scratch; the bar lies between, and two halves of real glyphs are 67 apart.</remarks>
    public static SystemCheck Glyphs { get; } = new("progan", "glyphs", Words.WhatLearnedAtPixelsPays,
        [
            new("grown", """{ "variant": "progan", "preset": "unown", "data": "glyphs", "size": 56, "steps": 3000, "emaHalfLife": 1500, "options": { "stableImages": 40000, "fadeImages": 4000 } }""",
                run => run.Judged(2000, "fd_j", "real_fd_j", "classes", "readable"),
                Bar.AtMost("fd_j", 3600), Bar.AtLeast("classes", 24)),
        ],
        new(Words.SecondStageAloneFromScratch, """{ "steps": 500, "options": { "stableImages": 0 } }""", "fd_j"));
}
