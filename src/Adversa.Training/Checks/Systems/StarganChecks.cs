using Adversa.Training.Judges;

namespace Adversa.Training.Checks.Systems;

/// <summary>What <c>stargan</c> must do.</summary>
public static class StarganChecks
{
    /// <summary>Avatars of 32 pixels: what is asked for changes, the rest stays, and the result is nearer to the exact picture than the input.</summary>
    public static SystemCheck Avatars { get; } = new("stargan", "avatars", Words.StarganChangesWhatIsAsked,
        [
            new("trained", """{ "variant": "stargan", "data": "avatars", "size": 32, "minutes": 9 }""", run => EditExam.Edits(run.Trained.Model, run.Trained.SamplingNetwork),
                Bar.AtLeast("asked", 0.9), Bar.AtLeast("kept", 0.95), Bar.AtMost("edit", 0.9), Bar.AtMost("identity", 0.05)),
        ],
        new(Words.WithoutWayBack, """{ "options": { "backWeight": 0 } }""", "identity", "kept"));
}
