namespace Adversa.Data.Augmenting;

/// <summary>One operation of <see cref="Augmentation"/>: its name, its range, and where its value stands.</summary>
public sealed class AugmentationPart
{
    private readonly Func<Augmentation, double> _get;
    private readonly Func<Augmentation, double, Augmentation> _set;

    internal AugmentationPart(string name, double most, double usual, Func<Augmentation, double> get, Func<Augmentation, double, Augmentation> set) =>
        (Name, Most, Usual, _get, _set) = (name, most, usual, get, set);

    /// <summary>Its name in a recipe, such as <c>flip</c>.</summary>
    public string Name { get; }

    /// <summary>The largest value; the smallest is 0.</summary>
    public double Most { get; }

    /// <summary>The value that is taken when somebody asks for the operation by name alone.</summary>
    public double Usual { get; }

    /// <summary>Its value.</summary>
    /// <param name="augmentation">Where to look.</param>
    public double Of(Augmentation augmentation) => _get(augmentation);

    /// <summary>The same with another value of this operation.</summary>
    /// <param name="augmentation">The other values.</param>
    /// <param name="value">The new one.</param>
    public Augmentation Set(Augmentation augmentation, double value) => _set(augmentation, value);
}
