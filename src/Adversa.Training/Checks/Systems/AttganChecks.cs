using Adversa.Training.Judges;

namespace Adversa.Training.Checks.Systems;

/// <summary>What <c>attgan</c> must do.</summary>
public static class AttganChecks
{
    /// <summary>Avatars of 32 pixels: what is asked for changes, the rest stays, and the result is nearer to the exact picture than the input.</summary>
    public static SystemCheck Avatars { get; } = new("attgan", "avatars", Words.AttganChangesWhatIsAsked,
        [
            new("trained", """{ "variant": "attgan", "data": "avatars", "size": 32, "minutes": 9 }""",
                run => [.. EditExam.Edits(run.Trained.Model, run.Trained.SamplingNetwork), .. EditExam.Dial(run.Trained.Model, run.Trained.SamplingNetwork)],
                Bar.AtLeast("asked", 0.9), Bar.AtLeast("kept", 0.95), Bar.AtMost("edit", 0.9), Bar.AtMost("identity", 0.05),
                Bar.AtLeast("age", 0.9), Bar.AtLeast("hair", 0.95), Bar.AtLeast("psnr", 25)),
        ],
        new(Words.AttributesWithoutWeight, """{ "options": { "classWeight": 0 } }""", "asked", "edit"));
}
