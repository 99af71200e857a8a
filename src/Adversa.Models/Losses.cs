using System.Collections;
using Adversa.Torch;

namespace Adversa.Models;

/// <summary>The terms of one player's loss by name, and values that are watched but not minimised.</summary>
/// <example><code>new Losses { ["real"] = (-critic(real)).Softplus().Mean(), ["fake"] = critic(fake).Softplus().Mean() }</code></example>
public sealed class Losses : IEnumerable<KeyValuePair<string, Tensor>>
{
    private readonly OrderedDictionary<string, Tensor> _terms = [];

    /// <summary>A term: a scalar tensor, minimised.</summary>
    public Tensor this[string name]
    {
        get => _terms[name];
        set => _terms[name] = value;
    }

    /// <summary>Values for the log, such as <c>d_real</c>: scalar tensors without gradient.</summary>
    public Dictionary<string, Tensor> Signals { get; } = [];

    /// <summary>The discriminator's raw scores of the real samples of its own turn, <c>[N, 1]</c> without gradient, for those who watch; null elsewhere.</summary>
    public Tensor? OnReal { get; set; }

    /// <summary>Its raw scores of the generated samples of the same turn.</summary>
    public Tensor? OnFake { get; set; }

    /// <summary>The score between those of real and of generated samples: see <see cref="Adversa.Models.Objectives.IObjective.Middle"/>; null where there is none.</summary>
    public double? Middle { get; set; }

    /// <summary>The sum of the terms.</summary>
    public Tensor Total() => _terms.Values.Aggregate((a, b) => a + b);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Tensor>> GetEnumerator() => _terms.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
