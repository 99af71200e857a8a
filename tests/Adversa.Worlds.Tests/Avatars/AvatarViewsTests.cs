using Adversa.Data;
using Adversa.Worlds.Avatars;

namespace Adversa.Worlds.Tests.Avatars;

public sealed class AvatarViewsTests
{
    [Fact]
    public void The_answer_is_the_same_person_looking_straight_ahead()
    {
        var world = new AvatarViewsWorld(size: 32);
        var batch = new Batch(world.Schema, 40);
        var (turned, frontal) = (new float[world.Schema.Values], new float[world.Schema.Values]);
        for (var i = 0; i < 40; i++)
        {
            world.Read(i, batch.Row(i));
            var who = world.Truth(i);
            AvatarsWorld.Render(who, 32, turned);
            AvatarsWorld.Render(who with { Yaw = 0 }, 32, frontal);

            Assert.InRange(Math.Abs(who.Yaw), AvatarViewsWorld.LeastYaw, AvatarViewsWorld.MostYaw);
            Assert.Equal((float)who.Yaw, batch.Row(i).Floats(Field.Known)[0]);
            Assert.Equal(turned, batch.Row(i).Floats(Field.Input).ToArray());
            Assert.Equal(frontal, batch.Row(i).Values.ToArray());
        }

        Assert.InRange(Enumerable.Range(0, 40).Count(i => world.Truth(i).Yaw > 0), 10, 30);
        Assert.True(Enumerable.Range(0, 40).Count(i => Math.Abs(world.Truth(i).Yaw) > 60) >= 8);
    }

    // Beyond 45 degrees the head has a painter of its own, which takes over slowly: a degree never changes much.
    [Fact]
    public void The_head_turns_without_a_leap()
    {
        var who = new AvatarTruth(HairStyle: AvatarHairStyle.Bald);
        var (before, after) = (new float[3 * 1024], new float[3 * 1024]);
        AvatarsWorld.Render(who with { Yaw = 40 }, 32, before);
        for (var yaw = 41; yaw <= 90; yaw++)
        {
            AvatarsWorld.Render(who with { Yaw = yaw }, 32, after);
            Assert.InRange(before.Zip(after, (a, b) => Math.Abs(a - b)).Average(), 1e-4, 0.02);
            (before, after) = (after, before);
        }
    }
}
