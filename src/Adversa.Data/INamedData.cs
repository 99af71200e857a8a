namespace Adversa.Data;

/// <summary>Data that <c>--data</c> knows by a name alone: the worlds, the downloads. Who opens data says which of these there are.</summary>
public interface INamedData
{
    /// <summary>What they are, together: "Worlds".</summary>
    Text Title { get; }

    /// <summary>What one of them is: "a world".</summary>
    Text Kind { get; }

    /// <summary>The names, sorted.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>Names that are meant to be typed elsewhere, and are offered where a word is near to them.</summary>
    IReadOnlyCollection<string> Others { get; }

    /// <summary>Whether it is drawn when it is read: such data has no files, and no transparent pictures.</summary>
    bool IsDrawn { get; }

    /// <summary>Opens what bears a name; null when nothing does.</summary>
    /// <param name="name">Any text.</param>
    /// <param name="options">Size, seed and split.</param>
    /// <exception cref="AdversaException">ADV2012: a size that it cannot have. ADV3063: it is not here yet.</exception>
    ISampleSource? Open(string name, DataOptions options);

    /// <summary>The command that brings what bears a name; null when it is here, or cannot be brought.</summary>
    /// <param name="name">One of <see cref="Names"/> or <see cref="Others"/>.</param>
    string? Bringing(string name);
}
