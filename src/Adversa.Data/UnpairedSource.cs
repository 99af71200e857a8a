using System.Security.Cryptography;
using System.Text;

namespace Adversa.Data;

/// <summary>Two collections without pairs: pictures to translate, the field <c>input</c>, and pictures like those that they shall become. A <see cref="BatchStream"/> draws each in an order of its own.</summary>
public sealed class UnpairedSource : ISampleSource, IDisposable
{
    /// <summary>Puts two collections beside each other.</summary>
    /// <param name="given">What is translated; disposed with this one.</param>
    /// <param name="made">What it shall look like; disposed with this one.</param>
    /// <exception cref="AdversaException">ADV3049: they are of different kinds or sizes, or the same.</exception>
    public UnpairedSource(ISampleSource given, ISampleSource made)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(made);
        if (given.Schema.Drawn != made.Schema.Drawn) throw DataError.Of(DataError.Pairs,
            Words.HasHasTwoCollectionsMust(given.Name, given.Schema.Drawn, made.Name, made.Schema.Drawn));
        if (given.Fingerprint == made.Fingerprint) throw DataError.Of(DataError.Pairs, Words.CollectionsAreTheSame(given.Name));
        (Given, Made) = (given, made);
        Schema = new(made.Schema.Drawn, new Field(Field.Input, given.Schema.Kind, given.Schema.Drawn.Shape) { IsApart = true });
    }

    /// <summary>Pairs as two collections that share none: the inputs of every second pair, and the images of the others.</summary>
    /// <param name="pairs">Samples with the fields image and input, which belong together; disposed with the result.</param>
    public static UnpairedSource Of(ISampleSource pairs) => new(new PairSide(pairs, Field.Input, 0), new PairSide(pairs, Field.Image, 1)) { Pairs = pairs };

    /// <summary>The pairs that the collections were made of; null where there were none. Nobody learns from them; who judges may.</summary>
    public ISampleSource? Pairs { get; private init; }

    /// <summary>What is translated.</summary>
    public ISampleSource Given { get; }

    /// <summary>What it shall look like.</summary>
    public ISampleSource Made { get; }

    /// <inheritdoc/>
    public string Name => Given.Name == Made.Name ? Given.Name : $"{Given.Name},{Made.Name}";

    /// <inheritdoc/>
    public SampleSchema Schema { get; }

    /// <summary>As many as the larger collection has.</summary>
    public long Count => IsEndless ? Math.Min(Given.Count, Made.Count) : Math.Max(Given.IsEndless ? 0 : Given.Count, Made.IsEndless ? 0 : Made.Count);

    /// <inheritdoc/>
    public bool IsEndless => Given.IsEndless && Made.IsEndless;

    /// <inheritdoc/>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"unpaired {Given.Fingerprint} {Made.Fingerprint}")));

    /// <inheritdoc/>
    public IReadOnlyList<Text> Notes => [.. Given.Notes.Concat(Made.Notes).Distinct()];

    /// <summary>What becomes of collections of unequal size where each sample has a partner, as in a packed set; null for equal ones, and where one never ends.</summary>
    public Text? Repeated => Given.IsEndless || Made.IsEndless || Given.Count == Made.Count ? null
        : Words.SmallerCollectionIsRepeated(Given.Name, Given.Count, Made.Name, Made.Count);

    /// <inheritdoc/>
    public string NameOf(long index) => $"{Given.NameOf(index % Given.Count)}, {Made.NameOf(index % Made.Count)}";

    /// <summary>Reads one of each; the smaller collection begins again.</summary>
    /// <inheritdoc/>
    public void Read(long index, SampleRow row)
    {
        if (row.Has(Schema.Drawn.Name)) Made.Read(index % Made.Count, row.Alone(Schema.Drawn.Name, Schema.Drawn.Name));
        if (row.Has(Field.Input)) Given.Read(index % Given.Count, row.Alone(Field.Input, Given.Schema.Drawn.Name));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        (Given as IDisposable)?.Dispose();
        (Made as IDisposable)?.Dispose();
    }
}
