using Adversa.Data;
using Adversa.Worlds.Avatars;

namespace Adversa.Worlds.Captions;

/// <summary>Portraits of <see cref="AvatarsWorld"/> with sentences that describe them, and sentences that contradict them.</summary>
/// <remarks>Six pairs of hair colour and style are withheld (<see cref="CaptionClaims.IsWithheld"/>): in the training split no picture shows them and no sentence names them; in the test split they come
/// as often as any other.</remarks>
public sealed class CaptionsWorld : World
{
    private readonly int _size;

    /// <summary>Creates the world.</summary>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="size">Side of a picture in pixels: a multiple of 8 from 32 to 128.</param>
    /// <param name="split">Training or test samples.</param>
    public CaptionsWorld(long seed = 0, int size = AvatarsWorld.DefaultSize, Split split = Split.Train)
        : base("captions", 1, SchemaOf(size), seed, split) => _size = size;

    /// <summary>Who is portrayed.</summary>
    /// <param name="index">The sample, from 0.</param>
    public AvatarTruth Truth(long index) => Who(RngOf(index));

    /// <summary>A sentence that describes a sample, and what it says.</summary>
    /// <param name="index">The sample, from 0.</param>
    /// <param name="form">Which, from 0 to <see cref="CaptionGrammar.Forms"/> - 1: even ones are English, odd ones Spanish.</param>
    public (string Text, CaptionClaims Claims) Caption(long index, int form) => Said(RngOf(index), form, isWrong: false);

    /// <summary>A sentence that contradicts a sample in one thing at least.</summary>
    /// <inheritdoc cref="Caption"/>
    public (string Text, CaptionClaims Claims) WrongCaption(long index, int form) => Said(RngOf(index), form, isWrong: true);

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        AvatarsWorld.Render(Who(rng), _size, destination);
        return -1;
    }

    /// <inheritdoc/>
    protected override void Attributes(Rng rng, Span<float> destination) => AvatarHand.Write(Who(rng), destination);

    /// <inheritdoc/>
    protected override void Beside(long index, SampleRow row)
    {
        var form = (int)((row.Chance & long.MaxValue) % CaptionGrammar.Forms);
        if (row.Has(Field.Caption)) CaptionGrammar.Vocabulary.Write(Caption(index, form).Text, row.Ints(Field.Caption));
        if (row.Has(Field.WrongCaption)) CaptionGrammar.Vocabulary.Write(WrongCaption(index, form).Text, row.Ints(Field.WrongCaption));
    }

    private (string Text, CaptionClaims Claims) Said(Rng rng, int form, bool isWrong)
    {
        var truth = Who(rng);
        var choice = new Rng(unchecked((long)rng.NextULong()), form);
        var claims = CaptionGrammar.Choose(truth, choice);
        if (isWrong) claims = CaptionGrammar.Contradict(claims, choice);
        return (CaptionGrammar.Write(claims, form, choice), claims);
    }

    private AvatarTruth Who(Rng rng)
    {
        AvatarTruth truth;
        do truth = AvatarHand.Draw(rng);
        while (Split == Split.Train && CaptionClaims.Of(truth).IsWithheld);
        return truth;
    }

    private static SampleSchema SchemaOf(int size) => new(new Field(Field.Image, FieldKind.Image, 3, size, size),
        Field.OfAttributes(AvatarHand.Attributes), Sentences(Field.Caption), Sentences(Field.WrongCaption));

    private static Field Sentences(string name) =>
        Field.OfTokens(name, CaptionGrammar.MostWords, CaptionGrammar.Vocabulary.List) with { Forms = CaptionGrammar.Forms };
}
