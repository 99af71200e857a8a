using Adversa.Data;
using Adversa.Imaging.Codecs;
using Adversa.Worlds.Avatars;

namespace Adversa.Worlds.Tests.Avatars;

public class AvatarsTests
{
    private static readonly AvatarTruth Someone = new(HairStyle: AvatarHairStyle.Long, Expression: AvatarExpression.Smile, Yaw: 10);

    [Fact]
    public void Another_hair_colour_changes_hair_and_nothing_else()
    {
        var hair = Share(Someone, AvatarPart.Hair).Zip(Share(Someone, AvatarPart.Brows), (a, b) => a + b).ToArray();
        var (before, after) = (Paint(Someone), Paint(Someone with { HairColour = AvatarHairColour.Blue }));
        var changed = Enumerable.Range(0, 64 * 64).Where(i => Enumerable.Range(0, 3).Any(c => before[c * 4096 + i] != after[c * 4096 + i])).ToList();

        Assert.True(changed.Count > 200, $"only {changed.Count} pixels changed");
        Assert.All(changed, i => Assert.True(hair[i] > 0, $"pixel ({i % 64}, {i / 64}) changed and holds no hair"));
    }

    [Fact]
    public void The_shares_of_a_pixel_sum_to_one_and_the_label_is_the_largest()
    {
        var (shares, labels) = (AvatarsWorld.Shares(Someone, 64), AvatarsWorld.Labels(Someone, 64));

        for (var i = 0; i < 4096; i++)
        {
            Assert.Equal(1, Enumerable.Range(0, AvatarsWorld.Parts).Sum(part => (double)shares[part * 4096 + i]), 1e-4);
            Assert.Equal(Enumerable.Range(0, AvatarsWorld.Parts).Max(part => shares[part * 4096 + i]), shares[labels[i] * 4096 + i]);
        }

        Assert.True(labels.Distinct().Count() >= 6, "too few parts are seen");
    }

    [Fact]
    public void Turning_the_head_moves_the_nose_to_its_side_and_the_other_way_is_the_mirror_of_it()
    {
        var (left, straight, right) = (At(-30), At(0), At(30));

        Assert.True(left.NoseTip.X < straight.NoseTip.X - 2 && right.NoseTip.X > straight.NoseTip.X + 2, $"{left.NoseTip} {straight.NoseTip} {right.NoseTip}");
        Assert.Equal(64 - left.NoseTip.X, right.NoseTip.X, 0.6);
        Assert.Equal(64 - left.LeftEye.X, right.RightEye.X, 0.6);
        Assert.True(straight.LeftEye.X < straight.NoseTip.X && straight.NoseTip.X < straight.RightEye.X && straight.NoseTip.Y < straight.MouthLeft.Y && straight.MouthLeft.Y < straight.Chin.Y);

        static AvatarLandmarks At(double yaw) => AvatarsWorld.Landmarks(new AvatarTruth(Yaw: yaw), 64);
    }

    [Fact]
    public void Attributes_are_the_truth_and_every_category_comes()
    {
        var world = new AvatarsWorld();
        var values = new float[world.Schema.Attributes.Count];
        var seen = world.Schema.Attributes.Select(_ => new HashSet<float>()).ToList();
        for (var i = 0; i < 600; i++)
        {
            world.ReadAttributes(i, values);
            for (var a = 0; a < values.Length; a++) seen[a].Add(values[a]);
            if (i < 20) Assert.Equal((float)world.Truth(i).Age, values[world.Schema.Attributes.ToList().FindIndex(attribute => attribute.Name == "age")]);
        }

        foreach (var (attribute, found) in world.Schema.Attributes.Zip(seen))
            if (attribute.Categories > 0) Assert.True(found.Count == attribute.Categories && found.Max() == attribute.Categories - 1, $"{attribute.Name}: {found.Count} of {attribute.Categories}");
            else Assert.True(found.Count > 500, attribute.Name);
    }

    [Fact]
    public void No_two_of_many_are_alike_and_all_are_exact_bytes()
    {
        var world = new AvatarsWorld(size: 32);
        var (picture, seen) = (new float[3072], new HashSet<string>());
        for (var i = 0; i < 400; i++)
        {
            world.Read(i, picture, out _);
            Assert.All(picture, value => Assert.Equal((float)(PixelBytes.ToByte(value) / 127.5 - 1), value));
            seen.Add(Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(picture)));
        }

        Assert.Equal(400, seen.Count);
    }

    private static float[] Share(AvatarTruth truth, AvatarPart part) => AvatarsWorld.Shares(truth, 64).AsSpan((int)part * 4096, 4096).ToArray();

    private static float[] Paint(AvatarTruth truth)
    {
        var picture = new float[3 * 4096];
        AvatarsWorld.Render(truth, 64, picture);
        return picture;
    }
}
