using System.Security.Cryptography;
using System.Text;

namespace Adversa.Data;

/// <summary>Samples whose classes are drawn by lot, each as likely: nothing can be learned from them. The control of whatever claims to learn classes.</summary>
/// <remarks>The class is a pure function of the sample's index, so that every pass sees the same one.</remarks>
public sealed class RandomLabels : ISampleSource, IDisposable
{
    /// <summary>What stands before the samples' own name where data is named.</summary>
    public const string Prefix = "random-labels:";

    private const int Stream = 0x1ABE1;
    private readonly ISampleSource _samples;

    /// <summary>Wraps samples with classes.</summary>
    /// <param name="samples">The samples; disposed with this one.</param>
    /// <exception cref="AdversaException">ADV3010: they have no classes.</exception>
    public RandomLabels(ISampleSource samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (!samples.Schema.IsLabelled) throw new AdversaException(3010, ExitCode.Data, Words.RandomLabelsNeedsDataWithClasses(samples.Name));
        _samples = samples;
    }

    /// <inheritdoc/>
    public string Name => Prefix + _samples.Name;

    /// <inheritdoc/>
    public SampleSchema Schema => _samples.Schema;

    /// <inheritdoc/>
    public long Count => _samples.Count;

    /// <inheritdoc/>
    public bool IsEndless => _samples.IsEndless;

    /// <inheritdoc/>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"random-labels {_samples.Fingerprint}")));

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames => _samples.ClassNames;

    /// <inheritdoc/>
    public IReadOnlyList<Text> Notes => _samples.Notes;

    /// <inheritdoc/>
    public void Read(long index, SampleRow row)
    {
        _samples.Read(index, row);
        row.Label = new Rng(index, Stream).NextInt(Schema.Classes);
    }

    /// <inheritdoc/>
    public string NameOf(long index) => _samples.NameOf(index);

    /// <inheritdoc/>
    public void Dispose() => (_samples as IDisposable)?.Dispose();
}
