using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Formats.Png;
using Adversa.Imaging.Pictures;
using Adversa.Training.Planning;
using Adversa.Training.Plans;

namespace Adversa.Training.Tests.Planning;

public class PlannerTests
{
    private static readonly Wishes Open = new(null, null, HasGpu: false);

    [Fact]
    public void A_few_hundred_pictures_get_few_at_the_shape_they_have()
    {
        var proposal = Planner.Propose(Facts(300, [.. Enumerable.Repeat(new PictureSize(640, 480), 9), new(500, 500)]), Open, (_, _) => 0.05);

        Assert.Equal(("few", "64x48"), (proposal.Values["variant"]!.ToString(), proposal.Values["size"]!.ToString()));
        Assert.Equal(30, proposal.Values["minutes"]!.GetValue<double>());
        Resolves(proposal, 64, 48);
    }

    [Theory]
    [InlineData(480, 640, "48x64")]
    [InlineData(68, 56, "64x48")]
    [InlineData(600, 400, "64x40")]                     // 48 rows would cut more than a tenth
    [InlineData(500, 500, "64")]
    [InlineData(2000, 300, "64")]                      // no shape that a network draws well
    public void The_shape_is_kept_within_a_tenth(int width, int height, string size) =>
        Assert.Equal(size, Planner.Propose(Facts(300, [new(width, height), new(width, height)]), Open, (_, _) => 0.1).Values["size"]!.ToString());

    [Fact]
    public void Different_shapes_give_a_square() =>
        Assert.Equal("64", Planner.Propose(Facts(300, [new(640, 480), new(480, 640), new(500, 500), new(900, 300)]), Open, (_, _) => 0.1).Values["size"]!.ToString());

    [Fact]
    public void Small_squares_keep_their_size()
    {
        var proposal = Planner.Propose(Facts(300, [new(28, 28)], side: 28), Open, (_, _) => 0.1);

        Assert.False(proposal.Values.ContainsKey("size"));
        Resolves(proposal, 28, 28);
    }

    [Fact]
    public void A_slow_machine_or_a_short_time_gets_smaller_pictures()
    {
        string Size(double minutes, double seconds) => Planner.Propose(Facts(300, [new(500, 500)]), Open with { Minutes = minutes }, (_, size) => seconds * size.Width * size.Height / 4096).Values["size"]!.ToString();

        Assert.Equal(["64", "32", "64"], [Size(30, 0.15), Size(30, 5), Size(120, 5)]);
        Assert.Contains(Planner.Propose(Facts(300, [new(500, 500)]), Open with { Minutes = 1 }, (_, _) => 0.4).Reasons, reason => reason.English.StartsWith("1 minutes are short", StringComparison.Ordinal));
    }

    [Fact]
    public void A_time_that_is_too_short_for_few_gets_a_plain_network_with_augmentation()
    {
        var proposal = Planner.Propose(Facts(300, [new(500, 500)]), Open with { Minutes = 5 }, (values, _) => values["variant"]!.ToString() == "few" ? 0.2 : 0.1);

        Assert.Equal(("dcgan", "all"), (proposal.Values["variant"]!.ToString(), proposal.Values["techniques"]!["diffAugment"]!.ToString()));
        Assert.Contains(proposal.Reasons, reason => reason.English.Contains("few needs more time", StringComparison.Ordinal));
        Resolves(proposal, 64, 64);
    }

    [Fact]
    public void Small_pictures_get_a_plain_network_however_much_time_there_is()
    {
        var small = Planner.Propose(Facts(300, [new(28, 28)], side: 28), Open, (_, _) => 0.001);
        var large = Planner.Propose(Facts(300, [new(64, 64)]), Open, (_, _) => 0.001);

        Assert.Equal(("dcgan", "few"), (small.Values["variant"]!.ToString(), large.Values["variant"]!.ToString()));
        Assert.Contains(small.Reasons, reason => reason.English.Contains("as small as these", StringComparison.Ordinal));
    }

    [Fact]
    public void A_speed_that_could_not_be_measured_is_not_claimed() =>
        Assert.DoesNotContain(Planner.Propose(Facts(300, [new(500, 500)]), Open, (_, _) => null).Reasons, reason => reason.English.Contains("a second", StringComparison.Ordinal));

    [Fact]
    public void Mirror_images_are_shown_only_where_the_set_looks_alike_mirrored()
    {
        JsonNode? Flip(double? mirror, bool can = true) => Planner.Propose(Facts(300, [new(64, 64)]) with { Mirror = mirror }, Open with { CanMirror = can }, (_, _) => 0.1).Values["augment"]?["flip"];

        Assert.Equal(0.5, Flip(0.001)!.GetValue<double>());
        Assert.Null(Flip(0.03));
        Assert.Null(Flip(null));
        Assert.Null(Flip(0.001, can: false));
    }

    [Fact]
    public void A_size_and_minutes_that_were_asked_for_stay()
    {
        var proposal = Planner.Propose(Facts(300, [new(500, 500)]), new(7, new PictureSize(48, 32), HasGpu: false), (_, _) => 9);

        Assert.False(proposal.Values.ContainsKey("size") || proposal.Values.ContainsKey("minutes"));
        Resolves(proposal, 48, 32);
    }

    [Theory]
    [InlineData(2, 1, 0, 0.0, 0, "All of it is one picture")]
    [InlineData(1000, 1, 0, 0.0, 0, "All of it is one picture")]
    [InlineData(1000, 7, 1, 0.0, 0, "With 7 different pictures it will repeat and mix them")]
    [InlineData(5, 5, 5, 0.0, 0, "With 5 different pictures it will repeat and mix them")]
    [InlineData(22, 22, 22, 0.0, 0, "22 different pictures are very few")]
    [InlineData(300, 240, 200, 0.0, 0, "20 % of the 300 pictures")]
    [InlineData(300, 300, 300, 0.997, 0, "99 % of the 300 pictures that were looked at are grey")]
    [InlineData(300, 300, 300, 0.0, 7, "Classes: 7.")]
    [InlineData(300, 300, 300, 0.0, 1, "All labels are equal")]
    public void What_cannot_become_good_or_could_be_better_is_said(long count, int distinct, int single, double grey, int classes, string said)
    {
        var facts = Facts(count, [new(64, 64)]);
        var proposal = Planner.Propose(facts with { Distinct = distinct, Single = single, Grey = grey, Schema = new(FieldKind.Image, 3, 40, 40, classes) }, Open, (_, _) => 0.1);

        Assert.Contains(proposal.Reasons, reason => reason.English.StartsWith(said, StringComparison.Ordinal));
        Assert.All(proposal.Reasons, reason => Assert.NotEqual(reason.English, reason.Spanish));
        Resolves(proposal, 64, 64);
    }

    [Fact]
    public void Many_pictures_get_a_plain_network_and_points_theirs()
    {
        Assert.Equal("dcgan", Planner.Propose(Facts(60_000, [new(28, 28)], side: 28), Open, (_, _) => 0.1).Values["variant"]!.ToString());
        Assert.Equal("gan", Planner.Propose(new(long.MaxValue, new(FieldKind.Points, 2), [], 0, 0, 0, 0, 0, null), Open, (_, _) => 0.1).Values["variant"]!.ToString());
    }

    [Fact]
    public void Facts_are_seen_in_the_pictures()
    {
        var digits = DataFacts.Of(DataSets.Open("digits"));
        var avatars = DataFacts.Of(DataSets.Open("avatars", new DataOptions(32)));
        var few = DataFacts.Of(new Repeated(DataSets.Open("first:40:digits")));

        Assert.True(digits.Mirror > 0.02, $"{digits.Mirror}");                        // a mirrored 2 is no digit
        Assert.True(avatars.Mirror < 0.005, $"{avatars.Mirror}");                     // a mirrored face is a face
        Assert.Equal((0, 0, long.MaxValue), (digits.Copies, digits.Blank, digits.Count));
        Assert.Equal((0.75, 10), (few.Copies, few.Different));
    }

    [Theory]
    [InlineData(200, null, 20L)]
    [InlineData(40, null, 10L)]                        // a tenth would not tell copies
    [InlineData(20, null, 5L)]                         // a quarter at most
    [InlineData(19, null, null)]
    [InlineData(19, 0.2, 4L)]
    [InlineData(200, 0.0, null)]
    [InlineData(200, 0.3, 60L)]
    public void A_part_of_a_small_set_is_held_back(int count, double? asked, long? held)
    {
        using var here = new TemporaryFolder();
        for (var i = 0; i < count; i++)
            using (var file = File.Create(here[$"{i:D3}.png"])) PngWriter.Write(file, new Raster(8, 8, 1));
        using var data = new RunData(here.Root);

        var part = HoldOut.Of(here.Root, data.Train, data, asked);

        Assert.Equal(held, part?.Held);
        if (held is not null) Assert.Equal($"first:{count - held}:{here.Root}", part!.Spec);
    }

    [Theory]
    [InlineData("first:180:/a", "/b", "first:180:/b")]
    [InlineData("first:180:/a", "first:90:/b", "first:90:/b")]
    [InlineData("/a", "/b", "/b")]
    public void Data_that_has_moved_is_held_back_as_before(string before, string now, string spec) => Assert.Equal(spec, HoldOut.Again(before, now));

    [Fact]
    public void Nothing_is_held_back_of_data_that_has_a_test_part_or_no_end()
    {
        using var digits = new RunData("digits");
        using var some = new RunData("first:200:digits");

        Assert.Null(HoldOut.Of("digits", digits.Train, digits, null));
        Assert.Null(HoldOut.Of("first:200:digits", some.Train, some, 0.2));
    }

    private static void Resolves(Proposal proposal, int width, int height)
    {
        var values = (JsonObject)proposal.Values.DeepClone();
        values["data"] = "digits";
        new RecipeResolver().Add("plan", values).Resolve(new(FieldKind.Image, 3, height, width));
    }

    /// <summary>40 samples, of which ten are different.</summary>
    private sealed class Repeated(ISampleSource inner) : ISampleSource
    {
        public string Name => "repeated";

        public SampleSchema Schema => inner.Schema;

        public long Count => 40;

        public string Fingerprint => "repeated";

        public void Read(long index, SampleRow row) => inner.Read(index % 10, row);
    }

    private static DataFacts Facts(long count, IReadOnlyList<PictureSize> sizes, int side = 40) =>
        new(count, new(FieldKind.Image, 3, side, side), sizes, (int)Math.Min(300, count), (int)Math.Min(300, count), (int)Math.Min(300, count), 0, 0, null);
}
