using Adversa.Data;
using Adversa.Training.Judges;

namespace Adversa.Training.Evaluations;

/// <summary>Real samples to compare with: two halves that share none, best unseen in training, and what was learned from.</summary>
internal sealed class HeldOut
{
    private const int MostTrain = 10_000;

    private readonly ISampleSource _source;
    private readonly HashSet<Text> _notes = [];

    internal HeldOut(RunData data)
    {
        (Train, Test, IsHeldBack) = (data.Train, data.Test, data.IsHeldBack);
        _source = data.Whole ?? Test ?? Train;
    }

    /// <summary>What was learned from.</summary>
    internal ISampleSource Train { get; }

    /// <summary>Its test part; null when it has none.</summary>
    internal ISampleSource? Test { get; }

    /// <summary>Whether the test part is small and of the same set: samples are then compared with the whole set, and copies told by this part.</summary>
    internal bool IsHeldBack { get; }

    /// <summary>Whether copying can be asked about: training samples that run out, and others beside them.</summary>
    internal bool CanBeCopied => Test is not null && !Train.IsEndless;

    /// <summary>Samples in each half, for a wanted number.</summary>
    internal int Half(int wanted) => (int)Math.Min(wanted, _source.IsEndless ? wanted : _source.Count / 2);

    /// <summary>What the user should know of samples that could not be read.</summary>
    internal IReadOnlyCollection<Text> Notes => _notes;

    /// <summary>Two halves of reals: <see cref="SpreadSamples.Halves"/>.</summary>
    /// <param name="count">Samples in each; fewer come where some cannot be read and no others are left.</param>
    internal (float[] Real, float[] Other, int Count) Halves(int count)
    {
        var (first, second) = SpreadSamples.Halves(_source, count);
        Note(first);
        return (first.Values, second.Values, first.Count);
    }

    /// <summary>The samples of the test part, where it was held back of the same set.</summary>
    internal float[] ReadHeldBack() => Labelled(Test!, MostTrain).Samples;

    /// <summary>At most ten thousand training samples.</summary>
    internal float[] ReadTrain() => Labelled(Train, MostTrain).Samples;

    /// <summary>Samples of a part with their classes.</summary>
    /// <param name="part"><see cref="Train"/> or <see cref="Test"/>.</param>
    /// <param name="most">At most so many.</param>
    internal LabelledSamples Labelled(ISampleSource part, int most)
    {
        var read = SpreadSamples.Read(part, most);
        Note(read);
        return new(part.Name, part.Schema, read.Values, read.Labels);
    }

    private void Note(SamplesRead read)
    {
        if (read.Note is { } note) _notes.Add(note);
    }
}
