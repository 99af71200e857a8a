using System.Collections;
using Adversa.Torch;

namespace Adversa.Models;

/// <summary>The terms of one player's loss by name, and values that are watched but not minimised.</summary>
/// <example><code>new LossTerms { ["real"] = (-s.Real).Softplus().Mean(), ["fake"] = s.Fake.Softplus().Mean() }</code></example>
public sealed class LossTerms : IEnumerable<KeyValuePair<string, Tensor>>
{
    private readonly OrderedDictionary<string, Tensor> _terms = [];

    /// <summary>A term: a scalar tensor, minimised.</summary>
    public Tensor this[string name]
    {
        get => _terms[name];
        set => _terms[name] = value;
    }

    /// <summary>Values for the log, such as <c>d_real</c>, which are computed when somebody reads them: before the next update, if at all.</summary>
    public Dictionary<string, Func<double>> Signals { get; } = [];

    /// <summary>What the discriminator said in its own turn, without gradient, for those who watch; null elsewhere.</summary>
    public Scores? Scores { get; set; }

    /// <summary>The score between those of real and of generated samples: see <see cref="Adversa.Models.Losses.IAdversarialLoss.Middle"/>; null where there is none.</summary>
    public double? Middle { get; set; }

    /// <summary>The sum of the terms.</summary>
    public Tensor Total() => _terms.Values.Aggregate((a, b) => a + b);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Tensor>> GetEnumerator() => _terms.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
