using Adversa.Data;

namespace Adversa.Worlds.Catalog;

/// <summary>The worlds as data that is known by name.</summary>
public sealed class NamedWorlds : INamedData
{
    /// <inheritdoc/>
    public Text Title => Words.Worlds;

    /// <inheritdoc/>
    public Text Kind => Words.World;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => WorldCatalog.Names;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Others => [];

    /// <inheritdoc/>
    public bool IsDrawn => true;

    /// <inheritdoc/>
    public ISampleSource? Open(string name, DataOptions options) => WorldCatalog.Find(name, options);

    /// <inheritdoc/>
    public string? Bringing(string name) => null;
}
