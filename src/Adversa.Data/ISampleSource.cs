using Adversa.Data.Names;

namespace Adversa.Data;

/// <summary>A set of samples that can be read in any order: files on disk, or a procedural world that never ends.</summary>
/// <remarks>Reading is thread-safe and a pure function of the index. Pictures are float32 in [-1, 1], <c>[C, H, W]</c>; points keep their own units;
/// attributes are categories as 0, 1, ..., or real numbers in their own units.</remarks>
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

    /// <summary>Reads one sample: every field of the schema that there is room for.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <param name="row">Receives it. Who asks for the label alone spares the source the work for the rest.</param>
    /// <exception cref="AdversaException">ADV3xxx: this sample cannot be read; the message names the file.</exception>
    void Read(long index, SampleRow row);

    /// <summary>The classes by name, in the order of the labels: their numbers where nothing names them; empty without labels.</summary>
    IReadOnlyList<string> ClassNames => ClassList.Numbers(Schema.Classes);

    /// <summary>What the user should know of the files, such as a table's row that names no picture; may be empty.</summary>
    IReadOnlyList<Text> Notes => [];

    /// <summary>How messages name one sample: its file where it has one.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    string NameOf(long index) => $"{Name}[{index}]";
}
