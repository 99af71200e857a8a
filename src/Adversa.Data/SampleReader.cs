namespace Adversa.Data;

/// <summary>Reads a sample, or a neighbour in its place when it cannot be read: never fewer samples than asked, or other ranks would wait for ever.</summary>
internal sealed class SampleReader(ISampleSource source, long seed)
{
    /// <summary>Reads until one succeeds.</summary>
    /// <param name="index">The sample wanted.</param>
    /// <param name="destination">Receives its values.</param>
    /// <param name="attributes">Receives what is known beside the label; empty when nobody asks.</param>
    /// <param name="report">Told why the wanted sample could not be read; not called when all is well.</param>
    /// <returns>The label.</returns>
    public int Read(long index, Span<float> destination, Span<float> attributes, Action<AdversaException> report)
    {
        var wanted = index;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                source.Read(index, destination, out var label);
                if (attributes.Length > 0) source.ReadAttributes(index, attributes);
                return label;
            }
            catch (AdversaException e) when (e.Exit == ExitCode.Data)
            {
                if (attempt == 0) report(e);
                if (attempt == BadSampleLedger.MostInARow - 1) throw BadSampleLedger.TooManyInARow(source, e.Text);
                index = (Rng.Mix(seed, wanted, attempt) & long.MaxValue) % source.Count;
            }
        }
    }
}
