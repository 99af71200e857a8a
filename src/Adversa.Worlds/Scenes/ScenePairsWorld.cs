using Adversa.Data;

namespace Adversa.Worlds.Scenes;

/// <summary>Scenes of <see cref="ScenesWorld"/> in two domains: the field <c>input</c> is given, the field <c>image</c> is the same scene in the other one, exactly.</summary>
public sealed class ScenePairsWorld : World
{
    private readonly int _size;

    /// <summary>Creates a world of pairs.</summary>
    /// <param name="name">What it is called, such as <c>day-night</c>.</param>
    /// <param name="given">The domain of what is given.</param>
    /// <param name="made">The domain of what is made of it.</param>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="size">Side of a picture in pixels: a multiple of 8 from 32 to 128; the same scene in every size.</param>
    /// <param name="split">Training or test samples.</param>
    public ScenePairsWorld(string name, SceneDomain given, SceneDomain made, long seed = 0, int size = ScenesWorld.DefaultSize, Split split = Split.Train)
        : base(name, ScenesWorld.CurrentVersion, PairSchema(size), seed, split) => (_size, Given, Made) = (size, given, made);

    /// <summary>The domain of what is given.</summary>
    public SceneDomain Given { get; }

    /// <summary>The domain of what is made of it.</summary>
    public SceneDomain Made { get; }

    /// <summary>Day and night.</summary>
    /// <inheritdoc cref="ScenePairsWorld(string, SceneDomain, SceneDomain, long, int, Split)"/>
    public static ScenePairsWorld DayNight(long seed = 0, int size = ScenesWorld.DefaultSize, Split split = Split.Train) =>
        new("day-night", SceneDomain.Sunny, SceneDomain.Night, seed, size, split);

    /// <summary>Under the sun and under clouds.</summary>
    /// <inheritdoc cref="ScenePairsWorld(string, SceneDomain, SceneDomain, long, int, Split)"/>
    public static ScenePairsWorld SunnyCloudy(long seed = 0, int size = ScenesWorld.DefaultSize, Split split = Split.Train) =>
        new("sunny-cloudy", SceneDomain.Sunny, SceneDomain.Cloudy, seed, size, split);

    /// <summary>Without and with colour.</summary>
    /// <inheritdoc cref="ScenePairsWorld(string, SceneDomain, SceneDomain, long, int, Split)"/>
    public static ScenePairsWorld GreyColour(long seed = 0, int size = ScenesWorld.DefaultSize, Split split = Split.Train) =>
        new("grey-colour", SceneDomain.Grey, SceneDomain.Sunny, seed, size, split);

    /// <summary>What decided a sample; its light is neither of the two.</summary>
    /// <param name="index">The sample, from 0.</param>
    public SceneTruth Truth(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return SceneHand.Draw(RngOf(index));
    }

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        ScenesWorld.Render(SceneHand.Draw(rng), Made, _size, destination);
        return -1;
    }

    /// <inheritdoc/>
    protected override void Beside(long index, SampleRow row)
    {
        if (row.Has(Field.Input)) ScenesWorld.Render(Truth(index), Given, _size, row.Floats(Field.Input));
    }
}
