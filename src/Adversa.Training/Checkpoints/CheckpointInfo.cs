namespace Adversa.Training.Checkpoints;

/// <summary>A checkpoint as it was found.</summary>
/// <param name="Path">Its folder.</param>
/// <param name="Manifest">Its manifest, when it is whole.</param>
/// <param name="Problem">What is wrong with it, or null.</param>
public sealed record CheckpointInfo(string Path, CheckpointManifest? Manifest, string? Problem)
{
    internal long NameStep { get; init; }

    /// <summary>The folder's name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Rounds finished.</summary>
    public long Step => Manifest?.Step ?? NameStep;

    /// <summary>Updates of the round in progress.</summary>
    public long Update => Manifest?.Update ?? 0;
}
