namespace Adversa.Data;

/// <summary>A set of samples that can be read in any order: files on disk, or a procedural world that never ends.</summary>
/// <remarks>Reading is thread-safe and a pure function of the index. Pictures are float32 in [-1, 1], <c>[C, H, W]</c>; points keep their own units.</remarks>
public interface ISampleSource
{
    /// <summary>A short name for messages, such as <c>digits</c> or the folder's name.</summary>
    string Name { get; }

    /// <summary>What one sample is.</summary>
    SampleSchema Schema { get; }

    /// <summary>Number of samples; <c>long.MaxValue / 2</c> for a world.</summary>
    long Count { get; }

    /// <summary>Whether the samples never run out, so that none need be drawn twice.</summary>
    bool IsEndless => false;

    /// <summary>SHA-256 in hexadecimal over the identity of the samples: it changes when any sample may have changed.</summary>
    string Fingerprint { get; }

    /// <summary>Reads one sample.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <param name="destination">Receives <see cref="SampleSchema.Values"/> numbers.</param>
    /// <param name="label">The class, or -1 when the source has none.</param>
    /// <exception cref="AdversaException">ADV3xxx: this sample cannot be read; the message names the file.</exception>
    void Read(long index, Span<float> destination, out int label);

    /// <summary>How messages name one sample: its file where it has one.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    string NameOf(long index) => $"{Name}[{index}]";
}
