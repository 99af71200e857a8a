namespace Adversa.Training.Checkpoints;

/// <summary>A weight that a checkpoint has nothing for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="There">The shape of the one of its name in the checkpoint; null where there is none.</param>
public sealed record Misfit(string Name, IReadOnlyList<long> Shape, IReadOnlyList<long>? There)
{
    /// <summary>Its name, and the shape there and here where both have one.</summary>
    public override string ToString() => There is null ? Name : $"{Name} {string.Join('x', There)} → {string.Join('x', Shape)}";
}
