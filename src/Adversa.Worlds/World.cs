using System.Security.Cryptography;
using System.Text;
using Adversa.Data;
using Adversa.Worlds.Painting;

namespace Adversa.Worlds;

/// <summary>A procedural data set: each sample is a pure function of (name, version, seed, index), unlimited, offline and the same on every machine.</summary>
/// <remarks>A world draws its numbers from <see cref="Rng"/> and computes with + - * / and square root alone (<see cref="Deterministic"/>), so no
/// platform's mathematics library can change a bit. A change that alters a sample raises <see cref="Version"/>.</remarks>
public abstract class World : ISampleSource
{
    private const long TestBegins = 1L << 40;    // the splits are index ranges

    private readonly long _key;
    private readonly long _offset;

    /// <summary>Sets what identifies the world.</summary>
    /// <param name="name">Its stable name, such as <c>ring</c>.</param>
    /// <param name="version">Raised whenever a sample changes.</param>
    /// <param name="schema">What one sample is.</param>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="split">The test split never shares a sample with the training split.</param>
    protected World(string name, int version, SampleSchema schema, long seed, Split split)
    {
        (Name, Version, Schema, Seed, Split) = (name, version, schema, seed, split);
        _key = Rng.Mix([.. name.Select(c => (long)c), version, seed]);
        _offset = split == Split.Test ? TestBegins : 0;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Raised whenever a sample changes.</summary>
    public int Version { get; }

    /// <summary>Another seed, another set.</summary>
    public long Seed { get; }

    /// <summary>Which range of indices is read.</summary>
    public Split Split { get; }

    /// <inheritdoc/>
    public SampleSchema Schema { get; }

    /// <inheritdoc/>
    public long Count => long.MaxValue / 2;

    /// <inheritdoc/>
    public bool IsEndless => true;

    /// <inheritdoc/>
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"world {Name} {Version} {Seed} {Split} {Schema} {Schema.Classes}")));

    /// <inheritdoc/>
    public void Read(long index, SampleRow row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        if (row.Has(Field.Known)) Attributes(RngOf(index), row.Floats(Field.Known));
        Beside(index, row);
        var hasRoom = row.Has(Schema.Drawn.Name);
        if (hasRoom || row.Has(Field.Label)) row.Label = Draw(RngOf(index), hasRoom ? row.Floats(Schema.Drawn.Name) : new float[Schema.Values]);
    }

    /// <summary>The generator that decides everything about one sample.</summary>
    /// <param name="index">The sample.</param>
    protected Rng RngOf(long index) => new(_key, index + _offset);

    /// <summary>Draws one sample.</summary>
    /// <param name="rng">The sample's own generator, at its beginning.</param>
    /// <param name="destination">Receives the sample.</param>
    /// <returns>The class, or -1.</returns>
    protected abstract int Draw(Rng rng, Span<float> destination);

    /// <summary>Draws what is known about one sample beside its class; a world whose schema has attributes overrides this.</summary>
    /// <param name="rng">The sample's own generator, at its beginning.</param>
    /// <param name="destination">Receives one number for each of the schema's attributes.</param>
    protected virtual void Attributes(Rng rng, Span<float> destination) =>
        throw new NotSupportedException($"The world {Name} names {Schema.Attributes.Count} attributes and does not say how they are drawn.");

    /// <summary>Draws the fields beside what is drawn, its class and its attributes, where there is room for them; most worlds have none.</summary>
    /// <param name="index">The sample.</param>
    /// <param name="row">Receives them.</param>
    protected virtual void Beside(long index, SampleRow row) { }

    /// <summary>What a sample of a world of pairs is: a picture in colour that is made, and one that is given.</summary>
    /// <param name="size">Side of both in pixels: a multiple of 8 from 32 to 128.</param>
    protected static SampleSchema PairSchema(int size)
    {
        ShapeCanvas.CheckSide(size);
        return new(new Field(Field.Image, FieldKind.Image, 3, size, size), new Field(Field.Input, FieldKind.Image, 3, size, size));
    }
}
