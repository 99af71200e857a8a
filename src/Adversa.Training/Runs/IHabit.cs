namespace Adversa.Training.Runs;

/// <summary>What a run does now and then, between two rounds.</summary>
internal interface IHabit
{
    /// <summary>Whether it is to be done after this round.</summary>
    bool IsDue { get; }

    /// <summary>Does it.</summary>
    void Do();
}
