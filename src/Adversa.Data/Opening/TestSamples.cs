namespace Adversa.Data.Opening;

/// <summary>The part of a set that is judged with, opened as the part that is learned from: the one place that decides whether there is one.</summary>
public static class TestSamples
{
    /// <summary>Opens the test part with the training part's size, colours and classes.</summary>
    /// <param name="spec">The set, as <see cref="DataSpec.Open"/> takes it.</param>
    /// <param name="options">How the training part was opened.</param>
    /// <param name="train">The training part.</param>
    /// <param name="names">The classes that were learned, by name; null takes the training part's.</param>
    /// <param name="known">What is known by name; nothing when null.</param>
    /// <returns>Samples of the same shape; their classes are numbered as the training part's: <see cref="MatchedClasses"/>. Null when the data has no other part.</returns>
    /// <exception cref="AdversaException">ADV3xxx: it is there and cannot be read. ADV3048: its samples are of another shape, or it has no class of the training part.</exception>
    public static ISampleSource? Of(string spec, DataOptions options, ISampleSource train, IReadOnlyList<string>? names = null, IReadOnlyList<INamedData>? known = null)
    {
        if (Open(spec, options, train, known) is not { } test) return null;
        try
        {
            RequireShape(test, train.Schema);
            return names is null ? MatchedClasses.Of(test, train.Schema, train.ClassNames) : MatchedClasses.Of(test, train.Schema with { Classes = names.Count }, names);
        }
        catch
        {
            (test as IDisposable)?.Dispose();
            throw;
        }
    }

    /// <summary>The same with the classes that it has itself, for packing: null also for a test part that never ends.</summary>
    /// <param name="spec">The set, as <see cref="DataSpec.Open"/> takes it.</param>
    /// <param name="options">How the training part was opened; the other one gets its size and channels.</param>
    /// <param name="train">The training part.</param>
    /// <param name="known">What is known by name; nothing when null.</param>
    /// <exception cref="AdversaException">ADV3xxx: it is there and cannot be read.</exception>
    public static ISampleSource? Ending(string spec, DataOptions options, ISampleSource train, IReadOnlyList<INamedData>? known = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        if (train.IsEndless || Open(spec, options, train, known) is not { } test) return null;
        if (!test.IsEndless) return test;
        (test as IDisposable)?.Dispose();
        return null;
    }

    private static ISampleSource? Open(string spec, DataOptions options, ISampleSource train, IReadOnlyList<INamedData>? known)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(train);
        try
        {
            var test = DataSpec.Open(spec, Like(options, train.Schema), known);
            if (test.Fingerprint != train.Fingerprint) return test;
            (test as IDisposable)?.Dispose();
            return null;                         // the data is not parted
        }
        catch (AdversaException e) when (e.Code == DataError.NoPart)
        {
            return null;                         // MNIST's training files alone, say: any other error is one
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            throw new AdversaException(e.Code, e.Exit, Words.InTestPart(train.Name, e.Text), e);
        }
    }

    /// <summary>What the user should know of a test part, beside what was said of the training part already; each with the code of its warning.</summary>
    /// <param name="test">The test part; null where there is none.</param>
    /// <param name="train">The training part.</param>
    public static IEnumerable<(int Code, Text Note)> Said(ISampleSource? test, ISampleSource train)
    {
        ArgumentNullException.ThrowIfNull(train);
        if (test is null) yield break;
        var unmatched = MatchedClasses.SaidOf(test);
        foreach (var note in test.Notes.Except(train.Notes))
            yield return note == unmatched ? (DataError.OtherPart, note) : (DataError.LeftOut, Words.TestPart(note));
    }

    /// <summary>Opens other data as a part that was learned from was opened.</summary>
    /// <param name="spec">The data.</param>
    /// <param name="schema">What was learned.</param>
    /// <param name="names">Its classes by name; null where classes do not matter.</param>
    /// <param name="known">What is known by name; nothing when null.</param>
    /// <exception cref="AdversaException">ADV3xxx: it cannot be read. ADV3048: its samples are of another shape, or it has none of the classes.</exception>
    public static ISampleSource Other(string spec, SampleSchema schema, IReadOnlyList<string>? names, IReadOnlyList<INamedData>? known = null)
    {
        var other = DataSpec.Open(spec, Like(new DataOptions(), schema), known);
        RequireShape(other, schema);
        return names is null ? other : MatchedClasses.Of(other, schema, names);
    }

    /// <summary>Options that give samples of a shape.</summary>
    private static DataOptions Like(DataOptions options, SampleSchema schema) => options with
    {
        Split = Split.Test,
        Size = options.Size ?? (schema.Kind == FieldKind.Image ? new PictureSize(schema.Width, schema.Height) : null),
        Channels = options.Channels ?? (schema is { Kind: FieldKind.Image, Channels: 1 or 3 } ? schema.Channels : null),
    };

    private static void RequireShape(ISampleSource test, SampleSchema schema)
    {
        if (Shape(test.Schema) == Shape(schema)) return;
        throw DataError.Of(DataError.OtherPart, Words.TestPartHasSamples(test.Name, test.Schema, schema));
    }

    private static (FieldKind, int, int, int) Shape(SampleSchema schema) => (schema.Kind, schema.Channels, schema.Height, schema.Width);
}
