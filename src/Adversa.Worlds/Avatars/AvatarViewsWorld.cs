using Adversa.Data;

namespace Adversa.Worlds.Avatars;

/// <summary>Portraits turned away, and the same people as they look straight ahead: the field <c>input</c> is the turned one, the field <c>image</c> the exact frontal view.</summary>
/// <remarks>Every sample is another person, so that no one of the test split was learned from. Lean, place and size of the head are those of the input: they say nothing of the yaw.</remarks>
public sealed class AvatarViewsWorld : World
{
    /// <summary>The least and the greatest turn in degrees, to either side.</summary>
    public const double LeastYaw = 15, MostYaw = 90;

    private readonly int _size;

    /// <summary>Creates the world.</summary>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="size">Side of a picture in pixels: a multiple of 8 from 32 to 128.</param>
    /// <param name="split">Training or test samples.</param>
    public AvatarViewsWorld(long seed = 0, int size = AvatarsWorld.DefaultSize, Split split = Split.Train)
        : base("avatar-views", 1, PairSchema(size) with { Attributes = [new("yaw") { Least = -MostYaw, Most = MostYaw }] }, seed, split) => _size = size;

    /// <summary>Who is turned away in a sample, and how far.</summary>
    /// <param name="index">The sample, from 0.</param>
    public AvatarTruth Truth(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return Turned(RngOf(index));
    }

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        AvatarsWorld.Render(Turned(rng) with { Yaw = 0 }, _size, destination);
        return -1;
    }

    /// <inheritdoc/>
    protected override void Attributes(Rng rng, Span<float> destination) => destination[0] = (float)Turned(rng).Yaw;

    /// <inheritdoc/>
    protected override void Beside(long index, SampleRow row)
    {
        if (row.Has(Field.Input)) AvatarsWorld.Render(Truth(index), _size, row.Floats(Field.Input));
    }

    private static AvatarTruth Turned(Rng rng)
    {
        var who = AvatarHand.Draw(rng);
        return who with { Yaw = rng.Uniform(LeastYaw, MostYaw) * (rng.NextInt(2) == 0 ? -1 : 1) };
    }
}
