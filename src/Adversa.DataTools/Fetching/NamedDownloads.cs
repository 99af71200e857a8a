using Adversa.Data;
using Adversa.Data.Opening;

namespace Adversa.DataTools.Fetching;

/// <summary>The downloads as data that is known by name.</summary>
public sealed class NamedDownloads : INamedData
{
    /// <inheritdoc/>
    public Text Title => Words.Downloads;

    /// <inheritdoc/>
    public Text Kind => Words.Download;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => DownloadCatalog.Names;

    /// <summary>The sets of Kaggle, which are brought by hand.</summary>
    public IReadOnlyCollection<string> Others { get; } = [.. KaggleSets.All.Select(set => set.Name)];

    /// <inheritdoc/>
    public bool IsDrawn => false;

    /// <inheritdoc/>
    public ISampleSource? Open(string name, DataOptions options) => Downloads.PathOf(name) is { } path ? DataSpec.Open(path, options) : null;

    /// <inheritdoc/>
    public string? Bringing(string name) => (Names.Contains(name) && Downloads.FolderOf(name) is null) || Others.Contains(name) ? $"{ShellWords.Me} data get {name}" : null;
}
