using Adversa.Data;
using Adversa.Worlds.Avatars;

namespace Adversa.Worlds.Tests.Avatars;

public sealed class AvatarPeopleTests
{
    [Fact]
    public void A_sample_shows_one_person_of_a_class_in_seven_turns()
    {
        var world = new AvatarPeopleWorld(size: 32);
        var (batch, view) = (new Batch(world.Schema, 8), new float[3 * 1024]);
        for (var i = 0; i < 8; i++)
        {
            world.Read(i, batch.Row(i));
            var (who, row) = (world.Truth(i), batch.Row(i));

            Assert.Equal(world.Person(row.Label), who with { Yaw = 0 });
            Assert.Equal((float)who.Yaw, row.Floats(Field.Known)[0]);
            AvatarsWorld.Render(who, 32, view);
            Assert.Equal(view, row.Values.ToArray());
            for (var place = 0; place < AvatarPeopleWorld.Views; place++) Assert.Equal(0, Nearest(who, View(row.Floats(Field.Input), place)));
        }
    }

    [Fact]
    public void The_test_split_has_other_people_and_every_person_is_another()
    {
        var (train, test) = (new AvatarPeopleWorld(size: 32), new AvatarPeopleWorld(size: 32, split: Split.Test));
        var people = Enumerable.Range(0, AvatarPeopleWorld.People).SelectMany(person => new[] { train.Person(person), test.Person(person) }).ToList();

        Assert.Equal(people.Count, people.Distinct().Count());
        Assert.InRange(Enumerable.Range(0, 2000).Select(i => train.Truth(i) with { Yaw = 0 }).Distinct().Count(), 470, 500);        // 500 less 9 that are not met in 2,000
        Assert.InRange(Enumerable.Range(0, 400).Count(i => Math.Abs(train.Truth(i).Yaw) > 50), 150, 220);          // 6 of 13 turns
        Assert.Throws<ArgumentOutOfRangeException>(() => train.Person(AvatarPeopleWorld.People));
    }

    private static float[] View(ReadOnlySpan<float> strip, int place)
    {
        var view = new float[3 * 1024];
        for (var line = 0; line < 96; line++) strip.Slice((line * AvatarPeopleWorld.Views + place) * 32, 32).CopyTo(view.AsSpan(line * 32));
        return view;
    }

    /// <summary>The mean error to the nearest of a person's views.</summary>
    private static double Nearest(AvatarTruth who, float[] picture)
    {
        var view = new float[3 * 1024];
        return Enumerable.Range(-6, 13).Min(turn =>
        {
            AvatarsWorld.Render(who with { Yaw = 15 * turn }, 32, view);
            return view.Zip(picture, (a, b) => Math.Abs((double)a - b)).Average();
        });
    }
}
