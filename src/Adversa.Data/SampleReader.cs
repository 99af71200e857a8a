namespace Adversa.Data;

/// <summary>Reads a sample, or a neighbour in its place when it cannot be read: never fewer samples than asked, or other ranks would wait for ever.</summary>
internal sealed class SampleReader(ISampleSource source, long seed)
{
    /// <summary>Reads until one succeeds.</summary>
    /// <param name="index">The sample wanted.</param>
    /// <param name="row">Receives it.</param>
    /// <param name="report">Told why the wanted sample could not be read; not called when all is well.</param>
    public void Read(long index, SampleRow row, Action<AdversaException> report)
    {
        var wanted = index;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                source.Read(index, row);
                return;
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
