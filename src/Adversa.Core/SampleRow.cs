namespace Adversa;

/// <summary>The room of one sample in a batch: who reads a sample writes each of its fields there.</summary>
/// <param name="batch">The batch.</param>
/// <param name="row">Its row, from 0.</param>
/// <param name="chance">Decides where a sample has several forms, such as several captions; 0 takes the first.</param>
/// <param name="only">Null for all fields; else the one field that may be written.</param>
/// <param name="called">What that field is called by who writes it.</param>
public readonly struct SampleRow(Batch batch, int row, long chance = 0, string? only = null, string? called = null)
{
    /// <summary>Decides where a sample has several forms, such as several captions; 0 takes the first.</summary>
    public long Chance => chance;

    /// <summary>The fields that there is room for.</summary>
    public SampleSchema Schema => batch.Schema;

    /// <summary>What is drawn.</summary>
    public Span<float> Values => Floats(Schema.Drawn.Name);

    /// <summary>The class; where there is no room for one it is -1, and setting it does nothing.</summary>
    public int Label
    {
        get => Has(Field.Label) ? Ints(Field.Label)[0] : -1;
        set
        {
            if (Has(Field.Label)) Ints(Field.Label)[0] = value;
        }
    }

    /// <summary>Whether there is room for a field. A source leaves out what nobody asked for.</summary>
    /// <param name="field">Its name.</param>
    public bool Has(string field) => only is null ? batch.Has(field) : field == called && batch.Has(only);

    /// <summary>The room of one field alone, under another name: a collection of pictures fills what its pair calls the input.</summary>
    /// <param name="field">The field, as this row calls it.</param>
    /// <param name="name">What it is called by who writes it.</param>
    public SampleRow Alone(string field, string name) => new(batch, row, chance, Stored(field), name);

    /// <summary>The numbers of a field.</summary>
    /// <inheritdoc cref="Batch.Floats"/>
    public Span<float> Floats(string field) => Slice(batch.Floats(Stored(field)));

    /// <inheritdoc cref="Floats"/>
    public Span<byte> Bytes(string field) => Slice(batch.Bytes(Stored(field)));

    /// <inheritdoc cref="Floats"/>
    public Span<int> Ints(string field) => Slice(batch.Ints(Stored(field)));

    /// <summary>Copies each field that the other one has too.</summary>
    /// <param name="other">Where to; fields of one name are of one size.</param>
    /// <param name="except">A field that is left alone.</param>
    public void CopyTo(SampleRow other, string except = "")
    {
        foreach (var field in Schema.Fields)
        {
            if (field.Name == except || !other.Has(field.Name)) continue;
            switch (field.Element)
            {
                case ElementType.Float: Floats(field.Name).CopyTo(other.Floats(field.Name)); break;
                case ElementType.Byte: Bytes(field.Name).CopyTo(other.Bytes(field.Name)); break;
                default: Ints(field.Name).CopyTo(other.Ints(field.Name)); break;
            }
        }
    }

    private string Stored(string field) => only is null ? field : only;

    private Span<T> Slice<T>(T[] array) => array.AsSpan(row * (array.Length / batch.Count), array.Length / batch.Count);
}
