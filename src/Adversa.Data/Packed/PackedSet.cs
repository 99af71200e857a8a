namespace Adversa.Data;

/// <summary>Writes any source into one safetensors file: bytes for pictures, float32 for points, with labels, attributes and hashes.</summary>
public static class PackedSet
{
    /// <summary>Packs the first samples of a source; the file appears whole or not at all.</summary>
    /// <param name="source">What to pack, such as a world.</param>
    /// <param name="count">How many samples; 1 or more.</param>
    /// <param name="path">The file; replaced when it is there.</param>
    /// <param name="workers">Threads that read samples; the bytes do not depend on it.</param>
    /// <param name="progress">Told how many samples are done; may be null.</param>
    /// <param name="cancel">Stops and leaves nothing behind.</param>
    /// <exception cref="AdversaException">ADV5009: the file cannot be written.</exception>
    public static void Write(ISampleSource source, long count, string path, int workers, Action<long>? progress = null, CancellationToken cancel = default) =>
        throw new NotImplementedException();
}
