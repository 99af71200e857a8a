using Adversa.Data;
using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Avatars;

/// <summary>People of whom there are many portraits: the class is the person, the field <c>image</c> a view of them, the field <c>input</c> six other views side by side.</summary>
/// <remarks>The views of a person differ in the turn of the head alone. The test split has other people under the same numbers: nobody there was learned from.</remarks>
public sealed class AvatarPeopleWorld : World
{
    /// <summary>How many people there are in a split.</summary>
    public const int People = 500;

    /// <summary>Views of a person beside each other in <c>input</c>.</summary>
    public const int Views = 6;

    /// <summary>Turns of the head: every 15 degrees.</summary>
    public const int Turns = 13;

    /// <summary>The greatest turn in degrees, to either side.</summary>
    public const double MostYaw = 90;

    private const long PeopleBegin = 1L << 41;     // their own numbers come after those of all samples

    private readonly int _size;
    private readonly byte[]?[] _views = new byte[]?[People * Turns];

    /// <summary>Creates the world.</summary>
    /// <param name="seed">Another seed, other people; any value.</param>
    /// <param name="size">Side of a view in pixels: a multiple of 8 from 32 to 128.</param>
    /// <param name="split">Training or test samples.</param>
    public AvatarPeopleWorld(long seed = 0, int size = AvatarsWorld.DefaultSize, Split split = Split.Train) : base("avatar-people", 1, SchemaOf(size), seed, split) => _size = size;

    /// <summary>Who a person is, looking straight ahead.</summary>
    /// <param name="person">From 0 to 499.</param>
    public AvatarTruth Person(int person)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(person);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(person, People);
        return AvatarHand.Draw(RngOf(PeopleBegin + person)) with { Yaw = 0 };
    }

    /// <summary>Who is seen in a sample, and how.</summary>
    /// <param name="index">The sample, from 0.</param>
    public AvatarTruth Truth(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var (person, turn) = View(RngOf(index));
        return Person(person) with { Yaw = Yaw(turn) };
    }

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        var (person, turn) = View(rng);
        Paint(person, turn, destination, 0, 1);
        return person;
    }

    /// <inheritdoc/>
    protected override void Attributes(Rng rng, Span<float> destination) => destination[0] = (float)Yaw(View(rng).Turn);

    /// <inheritdoc/>
    protected override void Beside(long index, SampleRow row)
    {
        if (!row.Has(Field.Input)) return;
        var rng = RngOf(index);
        var person = View(rng).Person;
        for (var place = 0; place < Views; place++) Paint(person, rng.NextInt(Turns), row.Floats(Field.Input), place, Views);
    }

    /// <summary>Copies a view to its place among others beside it. Each is painted once: there are so many samples of so few views that painting would take longer than learning.</summary>
    private void Paint(int person, int turn, Span<float> strip, int place, int views)
    {
        ref var view = ref _views[person * Turns + turn];
        if (view is null)
        {
            var painted = new float[3 * _size * _size];
            AvatarsWorld.Render(Person(person) with { Yaw = Yaw(turn) }, _size, painted);
            view = Array.ConvertAll(painted, x => (byte)((x + 1) * 127.5f + 0.5f));          // who comes at the same time paints the same
        }

        for (var line = 0; line < 3 * _size; line++)
            for (var x = 0; x < _size; x++) strip[(line * views + place) * _size + x] = (float)(view[line * _size + x] / 127.5 - 1);
    }

    private static (int Person, int Turn) View(Rng rng) => (rng.NextInt(People), rng.NextInt(Turns));

    private static double Yaw(int turn) => -MostYaw + turn * 2 * MostYaw / (Turns - 1);

    private static SampleSchema SchemaOf(int size)
    {
        ShapeCanvas.CheckSide(size);
        return new(new Field(Field.Image, FieldKind.Image, 3, size, size), new Field(Field.Input, FieldKind.Image, 3, size, Views * size), Field.OfLabel(People),
            Field.OfAttributes([new("yaw") { Least = -MostYaw, Most = MostYaw }]));
    }
}
