using Adversa.Worlds.Avatars;

namespace Adversa.Worlds.Captions;

/// <summary>What a sentence says of a portrait: the value of each attribute in the order of <see cref="Attributes"/>, or <see cref="Unsaid"/>.</summary>
/// <param name="Values">One for each attribute.</param>
public sealed record CaptionClaims(params IReadOnlyList<int> Values)
{
    /// <summary>The value of an attribute that a sentence does not name.</summary>
    public const int Unsaid = -1;

    /// <summary>Places in <see cref="Attributes"/>.</summary>
    public const int HairColour = 0, HairStyle = 1, Expression = 2, Glasses = 3, Beard = 4, Age = 5;

    private const double Young = 30, Old = 60;         // years: below, and from

    /// <summary>What a sentence can name, with the values by name. Ages are young (below 30 years), middle-aged, and old (from 60).</summary>
    public static IReadOnlyList<SampleAttribute> Attributes { get; } =
    [
        .. AvatarHand.Attributes.Where(attribute => attribute.Name is "hair_colour" or "hair_style" or "expression"),
        new("glasses", 2) { Names = ["no", "yes"] },
        AvatarHand.Attributes.First(attribute => attribute.Name == "beard"),
        new("age", 3) { Names = ["young", "middle-aged", "old"] },
    ];

    /// <summary>A sentence that says nothing.</summary>
    public static CaptionClaims Nothing { get; } = new([.. Attributes.Select(_ => Unsaid)]);

    /// <summary>The value of an attribute, or <see cref="Unsaid"/>.</summary>
    /// <param name="attribute">Its place.</param>
    public int this[int attribute] => Values[attribute];

    /// <summary>The places of the attributes that are named.</summary>
    public IEnumerable<int> Named => Enumerable.Range(0, Values.Count).Where(i => Values[i] != Unsaid);

    /// <summary>All that could be said of a person.</summary>
    /// <param name="truth">The person.</param>
    public static CaptionClaims Of(AvatarTruth truth)
    {
        ArgumentNullException.ThrowIfNull(truth);
        var age = truth.Age < Young ? 0 : truth.Age < Old ? 1 : 2;
        return new((int)truth.HairColour, (int)truth.HairStyle, (int)truth.Expression, truth.HasGlasses ? 1 : 0, (int)truth.Beard, age);
    }

    /// <summary>All that could be said of a person who is given as numbers.</summary>
    /// <param name="attributes">The attributes of a sample, in the order of the world's schema.</param>
    public static CaptionClaims Of(ReadOnlySpan<float> attributes)
    {
        var numbers = new double[attributes.Length];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = attributes[i];
        return Of(AvatarHand.Of(numbers));
    }

    /// <summary>Of the named attributes, those for which a picture shows another value.</summary>
    /// <param name="shown">What the picture shows, all of it.</param>
    public IEnumerable<int> Wrong(CaptionClaims shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        return Named.Where(i => shown[i] != Values[i]);
    }

    /// <summary>The same with one value exchanged.</summary>
    /// <param name="attribute">Its place.</param>
    /// <param name="value">The value, or <see cref="Unsaid"/>.</param>
    public CaptionClaims With(int attribute, int value) => new([.. Values.Select((old, i) => i == attribute ? value : old)]);

    /// <summary>Whether hair colour and style are one of the six pairs that are never shown or named in training.</summary>
    public bool IsWithheld => Values[HairColour] >= 0 && ((AvatarHairColour)Values[HairColour], (AvatarHairStyle)Values[HairStyle]) is
        (AvatarHairColour.Black, AvatarHairStyle.Bun) or (AvatarHairColour.Brown, AvatarHairStyle.Mohawk) or (AvatarHairColour.Blond, AvatarHairStyle.Curly)
        or (AvatarHairColour.Red, AvatarHairStyle.Bob) or (AvatarHairColour.Grey, AvatarHairStyle.Parted) or (AvatarHairColour.Blue, AvatarHairStyle.Long);

    /// <summary>Whether both say the same.</summary>
    /// <param name="other">What else is said.</param>
    public bool Equals(CaptionClaims? other) => other is not null && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Aggregate(0, HashCode.Combine);

    /// <summary>For example <c>hair_colour red, expression smile</c>.</summary>
    public override string ToString() => string.Join(", ", Named.Select(i => $"{Attributes[i].Name} {Attributes[i].Names[Values[i]]}"));
}
