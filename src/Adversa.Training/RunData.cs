using Adversa.Data;
using Adversa.Data.Opening;

namespace Adversa.Training;

/// <summary>The data of a run: what it learns from and the part that nobody learns from. Each is opened when it is first asked for, and once.</summary>
/// <param name="spec">The data as a recipe names it.</param>
/// <param name="size">Width and height of the pictures; null takes the data's own.</param>
/// <param name="train">What is learned from, where somebody has opened it already; it stays theirs.</param>
public sealed class RunData(string spec, PictureSize? size = null, ISampleSource? train = null) : IDisposable
{
    private readonly List<ISampleSource> _opened = [];
    private ISampleSource? _train = train;
    private ISampleSource? _test;
    private bool _hasLookedForTest;

    /// <summary>The data as a recipe names it.</summary>
    public string Spec => spec;

    /// <summary>Whether the system learns from collections without pairs: pairs are then opened as two collections, see <see cref="UnpairedSource.Of"/>.</summary>
    public bool IsApart { get; init; }

    /// <summary>What is learned from.</summary>
    public ISampleSource Train => _train ??= Keep(Open(Split.Train));

    /// <summary>Samples of the same shape that are others; null when the data has no other part. Where they have classes, these are numbered as the training part's; they may have none.</summary>
    /// <exception cref="AdversaException">ADV3xxx: it is there and cannot be read; ADV3048: it does not fit.</exception>
    public ISampleSource? Test
    {
        get
        {
            if (!_hasLookedForTest) _test = TestAs(names: null);
            _hasLookedForTest = true;
            return _test;
        }
    }

    /// <summary>Whether the test part is what was held back of the same small set: enough to tell copies by, and too little to judge with.</summary>
    public bool IsHeldBack => Whole is not null;

    /// <summary>The set with what was held back of it; null where nothing was.</summary>
    public ISampleSource? Whole => Test is FirstSamples { IsEndless: false } part ? part.Whole : null;

    /// <summary>The test part where its samples have classes if those that are learned from do; null otherwise.</summary>
    public ISampleSource? TestOfSameClasses => Test is { } test && test.Schema.Classes == Train.Schema.Classes ? test : null;

    /// <summary>The test part with its classes numbered by a list of names.</summary>
    /// <param name="names">The names; null takes those of the training part.</param>
    public ISampleSource? TestAs(IReadOnlyList<string>? names) => DataSets.TestOf(spec, new DataOptions(size), (Train as UnpairedSource)?.Pairs ?? Train, names) is { } test ? Keep(Apart(test)) : null;

    /// <summary>Opens a part by itself; it is the caller's.</summary>
    /// <param name="split">The part.</param>
    public ISampleSource Open(Split split) => Apart(DataSets.Open(spec, new DataOptions(size, Split: split)));

    private ISampleSource Apart(ISampleSource source) => IsApart && source.Schema.Find(Field.Input) is { IsApart: false, Kind: FieldKind.Image } ? UnpairedSource.Of(source) : source;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var source in _opened.Distinct().OfType<IDisposable>()) source.Dispose();
    }

    private ISampleSource Keep(ISampleSource source)
    {
        _opened.Add(source);
        return source;
    }
}
