namespace Adversa.Training.Events;

/// <summary>What the doctor watches a training by. Not every system gives all of it.</summary>
public enum DoctorSignal
{
    /// <summary>The norms of the players' gradients.</summary>
    Gradients,

    /// <summary>What a discriminator says of real and generated samples.</summary>
    Scores,

    /// <summary>Drawn samples beside those of the data.</summary>
    Samples,

    /// <summary>What a discriminator says of samples that it never learned from.</summary>
    HeldOutScores,
}

/// <summary>The signals by name and in words.</summary>
internal static class DoctorSignals
{
    /// <summary>The words of the signals that go by these names, such as <c>held_out_scores</c>; a name that is not known stands for itself.</summary>
    internal static Text Of(IEnumerable<string> names) => Text.Join("; ", names.Select(name =>
        Enum.GetValues<DoctorSignal>().Where(signal => signal.Snake() == name).Select(Of).FirstOrDefault(Text.Same(name))));

    private static Text Of(DoctorSignal signal) => signal switch
    {
        DoctorSignal.Gradients => Words.SignalGradients,
        DoctorSignal.Scores => Words.SignalScores,
        DoctorSignal.Samples => Words.SignalSamples,
        _ => Words.SignalHeldOutScores,
    };
}
