namespace Adversa.Training.Events;

/// <summary>What can be wrong with a training. The numbers are the codes behind ADV and never change.</summary>
public enum DiagnosisKind
{
    /// <summary>NaN, infinity, or numbers that are on their way there.</summary>
    Explosion = 4001,

    /// <summary>The discriminator tells everything apart, and the generator no longer learns from it.</summary>
    DiscriminatorTooStrong = 4002,

    /// <summary>The samples are far less varied than the data.</summary>
    ModeCollapse = 4003,

    /// <summary>The discriminator cannot tell samples from data although they differ.</summary>
    DiscriminatorTooWeak = 4004,

    /// <summary>The discriminator knows its training samples by heart.</summary>
    DiscriminatorOverfits = 4005,

    /// <summary>The two players run in circles.</summary>
    Oscillation = 4006,

    /// <summary>The pictures carry the pattern of the generator's stride.</summary>
    Checkerboard = 4007,

    /// <summary>The samples are near copies of training samples.</summary>
    Memorisation = 4008,

    /// <summary>The critic is steeper than its theory allows.</summary>
    LipschitzViolation = 4009,

    /// <summary>There are too few samples to learn from.</summary>
    TooLittleData = 4010,

    /// <summary>A translator gives back what it was given.</summary>
    UnchangedInput = 4016,

    /// <summary>A translator exchanges light and dark.</summary>
    InvertedColours = 4017,

    /// <summary>A translator does not heed what it is given or asked for.</summary>
    IgnoredCondition = 4018,

    /// <summary>A translator gives one answer to all inputs.</summary>
    OneAnswer = 4019,

    /// <summary>There and back leads home only because the picture in the middle hides the input.</summary>
    HiddenInput = 4020,
}
