namespace Adversa.Data;

/// <summary>Reads a sample of a source by itself. Who reads many keeps a <see cref="Batch"/> and fills its rows.</summary>
public static class OneSample
{
    /// <summary>Reads what is drawn, and the class.</summary>
    /// <param name="source">The source.</param>
    /// <param name="index">From 0 to its count - 1.</param>
    /// <param name="destination">Receives <see cref="SampleSchema.Values"/> numbers.</param>
    /// <param name="label">The class, or -1 when the source has none.</param>
    /// <exception cref="AdversaException">ADV3xxx: this sample cannot be read; the message names the file.</exception>
    public static void Read(this ISampleSource source, long index, Span<float> destination, out int label)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (destination.Length != source.Schema.Values) throw new ArgumentException($"Expected room for {source.Schema.Values} numbers; got {destination.Length}.", nameof(destination));
        var batch = new Batch(source.Schema.Only(source.Schema.Drawn.Name, Field.Label)!, 1);
        source.Read(index, batch.Row(0));
        batch.Values.CopyTo(destination);
        label = batch.Row(0).Label;
    }

    /// <summary>Reads what is known about one sample beside its class.</summary>
    /// <param name="source">The source.</param>
    /// <param name="index">From 0 to its count - 1.</param>
    /// <param name="destination">Receives one number for each of <see cref="SampleSchema.Attributes"/>.</param>
    public static void ReadAttributes(this ISampleSource source, long index, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Schema.Only(Field.Known) is not { } asked) return;
        var batch = new Batch(asked, 1);
        source.Read(index, batch.Row(0));
        batch.Attributes!.CopyTo(destination);
    }

    /// <summary>Reads the class alone; -1 when the source has none.</summary>
    /// <param name="source">The source.</param>
    /// <param name="index">From 0 to its count - 1.</param>
    public static int LabelOf(this ISampleSource source, long index)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Schema.Only(Field.Label) is not { } asked) return -1;
        var batch = new Batch(asked, 1);
        source.Read(index, batch.Row(0));
        return batch.Row(0).Label;
    }
}
