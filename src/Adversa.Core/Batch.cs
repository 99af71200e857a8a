namespace Adversa;

/// <summary>Some samples, side by side, as plain numbers: for each field one array that holds the samples one after another.</summary>
public sealed class Batch
{
    private readonly Array[] _arrays;

    /// <summary>Makes room for samples.</summary>
    /// <param name="schema">What one sample is.</param>
    /// <param name="count">Samples in the batch; 1 or more.</param>
    public Batch(SampleSchema schema, int count)
    {
        ArgumentNullException.ThrowIfNull(schema);
        (Schema, Count) = (schema, count);
        _arrays = new Array[schema.Fields.Count];
        for (var i = 0; i < _arrays.Length; i++)
        {
            var length = checked(count * schema.Fields[i].Size);
            _arrays[i] = schema.Fields[i].Element switch { ElementType.Float => new float[length], ElementType.Byte => new byte[length], _ => new int[length] };
        }
    }

    /// <summary>What one sample is.</summary>
    public SampleSchema Schema { get; }

    /// <summary>Samples in the batch; 1 or more.</summary>
    public int Count { get; }

    /// <summary>Samples that the stream has given out once this batch is consumed: what a checkpoint saves.</summary>
    public long Position { get; init; }

    /// <summary>What is drawn: the samples one after another, each <see cref="SampleSchema.Values"/> long, pictures in [-1, 1].</summary>
    public float[] Values => Floats(Schema.Drawn.Name);

    /// <summary>The class of each sample, or null when the source has none.</summary>
    public int[]? Labels => Has(Field.Label) ? Ints(Field.Label) : null;

    /// <summary>What is known about each sample beside its class, one after another; null when nothing is.</summary>
    public float[]? Attributes => Has(Field.Known) ? Floats(Field.Known) : null;

    /// <summary>Whether there is a field of this name.</summary>
    /// <param name="field">Its name.</param>
    public bool Has(string field) => Place(field) >= 0;

    /// <summary>The numbers of a field, sample after sample.</summary>
    /// <param name="field">Its name.</param>
    /// <exception cref="ArgumentException">There is no such field, or its numbers are of another type.</exception>
    public float[] Floats(string field) => Of<float>(field);

    /// <inheritdoc cref="Floats"/>
    public byte[] Bytes(string field) => Of<byte>(field);

    /// <inheritdoc cref="Floats"/>
    public int[] Ints(string field) => Of<int>(field);

    /// <summary>The room of one sample.</summary>
    /// <param name="row">From 0 to <see cref="Count"/> - 1.</param>
    /// <param name="chance">Decides where a sample has several forms; 0 takes the first.</param>
    public SampleRow Row(int row, long chance = 0) => new(this, row, chance);

    private T[] Of<T>(string field) => Place(field) is >= 0 and var place && _arrays[place] is T[] array ? array
        : throw new ArgumentException($"There is no field {field} of type {typeof(T).Name}; there are {string.Join(", ", Schema.Fields.Select(one => $"{one.Name} ({one.Element})"))}.", nameof(field));

    private int Place(string field)
    {
        for (var i = 0; i < _arrays.Length; i++)
            if (Schema.Fields[i].Name == field) return i;
        return -1;
    }
}
