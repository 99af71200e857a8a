namespace Adversa.Worlds.Avatars;

/// <summary>Reads what a picture shows of a person of whom all else is known: it paints the person with every value of an attribute and takes the one that comes nearest.</summary>
/// <remarks>On pictures of the world itself it is right by construction wherever two values differ in any pixel. The distance is the mean absolute difference.</remarks>
/// <param name="size">Side of the pictures.</param>
public sealed class AvatarReader(int size)
{
    private const int Amounts = 15;

    private readonly float[] _painted = new float[3 * size * size];

    /// <summary>An exact counterfactual: the person with another value of one attribute.</summary>
    /// <param name="truth">Who.</param>
    /// <param name="attribute">The attribute, as <see cref="AvatarsWorld"/> names it.</param>
    /// <param name="value">A category by its number, or an amount in its own unit.</param>
    /// <exception cref="ArgumentException">There is no such attribute.</exception>
    public static AvatarTruth With(AvatarTruth truth, string attribute, double value)
    {
        ArgumentNullException.ThrowIfNull(truth);
        var numbers = AvatarHand.Numbers(truth);
        numbers[Place(attribute)] = value;
        return AvatarHand.Of(numbers);
    }

    /// <summary>The value of an attribute of a person.</summary>
    /// <param name="truth">Who.</param>
    /// <param name="attribute">The attribute.</param>
    public static double Of(AvatarTruth truth, string attribute) => AvatarHand.Numbers(truth)[Place(attribute)];

    /// <summary>The values that are tried: every category, or fifteen amounts from the least to the most.</summary>
    /// <param name="attribute">The attribute.</param>
    public static IReadOnlyList<double> Values(string attribute)
    {
        var of = AvatarHand.Attributes[Place(attribute)];
        if (of.Categories > 0) return [.. Enumerable.Range(0, of.Categories).Select(i => (double)i)];
        return [.. Enumerable.Range(0, Amounts).Select(i => of.Least + i * (of.Most - of.Least) / (Amounts - 1))];
    }

    /// <summary>The value that a picture shows.</summary>
    /// <param name="picture">[3, size, size] in [-1, 1].</param>
    /// <param name="truth">What is known of it; its own value of the attribute does not matter.</param>
    /// <param name="attribute">The attribute.</param>
    public double Read(ReadOnlySpan<float> picture, AvatarTruth truth, string attribute)
    {
        var (best, least) = (0.0, double.PositiveInfinity);
        foreach (var value in Values(attribute))
        {
            AvatarsWorld.Render(With(truth, attribute, value), size, _painted);
            var distance = 0.0;
            for (var i = 0; i < picture.Length; i++) distance += Math.Abs(picture[i] - _painted[i]);
            if (distance < least) (best, least) = (value, distance);
        }

        return best;
    }

    private static int Place(string attribute)
    {
        for (var i = 0; i < AvatarHand.Attributes.Count; i++)
            if (AvatarHand.Attributes[i].Name == attribute) return i;
        var names = string.Join(", ", AvatarHand.Attributes.Select(one => one.Name));
        throw new ArgumentException($"Avatars have no attribute {attribute}; they have {names}.", nameof(attribute));
    }
}
