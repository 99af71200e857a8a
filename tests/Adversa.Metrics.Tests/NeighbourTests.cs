namespace Adversa.Metrics.Tests;

public class NeighbourTests
{
    [Theory]
    [InlineData(BallEdge.Inside, "le")]
    [InlineData(BallEdge.Outside, "lt")]
    public void Balls_with_and_without_their_edge_agree_with_the_reference(BallEdge edge, string suffix)
    {
        var overlap = PrecisionRecall.Of(Lattice.Real, Lattice.Fake, k: 3, edge);

        Lattice.Same($"prdc.precision_{suffix}", overlap.Precision);
        Lattice.Same($"prdc.recall_{suffix}", overlap.Recall);
        Lattice.Same($"prdc.density_{suffix}", overlap.Density);
        Lattice.Same($"prdc.coverage_{suffix}", overlap.Coverage);
    }

    [Fact]
    public void On_a_line_the_balls_can_be_drawn_by_hand()
    {
        // Reals 0, 1, 3: to their nearest other 1, 1, 2. Fakes 2 and 10: 8 and 8. The fake 2 lies on the edges of the balls of 1 and 3.
        var (real, fake) = (FeatureSet.From([0.0, 1, 3], 1), FeatureSet.From([2.0, 10], 1));

        Assert.Equal(new PrecisionRecall(0.5, 1, 2 / 2.0, 2 / 3.0), PrecisionRecall.Of(real, fake, 1, BallEdge.Inside));
        Assert.Equal(new PrecisionRecall(0.5, 1, 1 / 2.0, 1 / 3.0), PrecisionRecall.Of(real, fake, 1, BallEdge.Outside));      // |2 - 3| = 1 < 2 stays in
        Assert.Equal(3080, Assert.Throws<MetricException>(() => PrecisionRecall.Of(real, fake, 2)).Code);                       // two fakes have no second neighbour
    }

    [Fact]
    public void Equal_samples_are_their_own_neighbours_but_not_themselves()
    {
        var same = FeatureSet.From(new double[8], 2);

        var (inside, outside) = (PrecisionRecall.Of(same, same, 3), PrecisionRecall.Of(same, same, 3, BallEdge.Outside));

        Assert.Equal((1.0, 1.0, 1.0), (inside.Precision, inside.Recall, inside.Coverage));
        Assert.Equal(new PrecisionRecall(0, 0, 0, 0), outside);
    }

    [Fact]
    public void The_two_sample_test_agrees_and_leaves_each_sample_out()
    {
        var test = TwoSampleNeighbours.Of(Lattice.Real, Lattice.Fake);

        Lattice.Same("one_nn.accuracy", test.Accuracy);
        Lattice.Same("one_nn.real", test.Real);
        Lattice.Same("one_nn.fake", test.Fake);
    }

    [Fact]
    public void Fakes_beside_their_own_real_push_the_test_to_0()
    {
        var real = FeatureSet.From([0.0, 10, 20, 30], 1);

        Assert.Equal(new TwoSampleNeighbours(0, 0, 0), TwoSampleNeighbours.Of(real, FeatureSet.From([0.1, 10.1, 20.1, 30.1], 1)));
    }

    [Fact]
    public void Authenticity_counts_only_what_lies_strictly_farther_than_the_neighbour()
    {
        Lattice.Same("authenticity", Authenticity.Of(Lattice.Real, Lattice.Fake));
        Assert.Equal(0, Authenticity.Of(FeatureSet.From([0.0, 1], 1), FeatureSet.From([2.0], 1)));          // as far as its nearest lies from the other
        Assert.Equal(1, Authenticity.Of(FeatureSet.From([0.0, 1], 1), FeatureSet.From([2.1], 1)));
    }

    [Fact]
    public void The_rank_test_for_copying_agrees_ties_counting_half()
    {
        var test = DataCopying.Of(Lattice.Real, Lattice.Unseen, Lattice.Fake);

        Lattice.Same("copying.u", test.U);
        Lattice.Same("copying.z", test.Z);
        Assert.True(test.ZWithHalf > test.Z);
    }

    [Fact]
    public void Copies_in_one_cell_are_found_there_and_missing_data_is_not_copying()
    {
        FeatureSet Row(double from, double step, int count) => FeatureSet.From([.. Enumerable.Range(0, count).Select(i => from + i * step)], 1);
        var (train, test) = (Row(0, 1, 40).With(Row(1000, 1, 40)), Row(0.3, 1, 40).With(Row(1000.3, 1, 40)));

        var copies = DataCopying.InCells(train, test, Row(0, 1, 40).With(Row(1000.5, 0.9, 40)), cells: 2, seed: 1);
        var apart = DataCopying.InCells(train, test, Row(0.5, 1, 40).With(Row(1000.5, 1, 40)), cells: 2, seed: 1);

        Assert.True(copies < 0, $"C_T {copies}");
        Assert.True(apart > 3, $"C_T {apart}");
        Assert.Throws<MetricException>(() => DataCopying.InCells(train, test, Row(0, 1, 10), cells: 2, seed: 1));
    }

    [Fact]
    public void The_cosine_distance_agrees_and_counts_as_1_from_the_threshold_on()
    {
        static FeatureSet Plus1(FeatureSet set) => FeatureSet.From([.. set.Values.ToArray().Select(x => x + 1)], set.Width);
        var cosine = CosineDistance.Of(Plus1(Lattice.Of(40, 4, 3, 11)), Plus1(Lattice.Of(30, 4, 5, 13)));

        Lattice.Same("cosine", cosine.MeanLeast);
        Assert.Equal(cosine.MeanLeast, cosine.Thresholded);
        Assert.Equal(1, (cosine with { Threshold = cosine.MeanLeast }).Thresholded);
        Assert.Equal(0, CosineDistance.Of(FeatureSet.From([1.0, 1], 2), FeatureSet.From([-2.0, -2], 2)).MeanLeast, tolerance: 1e-12);      // opposite is as near
        Assert.Equal(3082, Assert.Throws<MetricException>(() => CosineDistance.Of(FeatureSet.From([0.0, 0], 2), FeatureSet.From([1.0, 0], 2))).Code);
    }

    [Fact]
    public void A_support_of_64_shows_by_its_birthdays()
    {
        var rng = new Rng(5);
        FeatureSet Pool(int support) => FeatureSet.From([.. Enumerable.Range(0, 600).Select(_ => (double)rng.NextInt(support))], 1);

        var birthday = BirthdayParadox.Of(Pool(64), alike: 0.5, seed: 1);

        Assert.Equal(10, birthday.Draws!.Value, tolerance: 1);                             // P(no pair of 10) = 0.48 with 64 days
        Assert.Equal(64, birthday.Support!.Value, tolerance: 16);
        Assert.Null(BirthdayParadox.Of(FeatureSet.From([0.0, 1, 2, 3], 1), alike: 0.5, seed: 1).Draws);
        Assert.Equal(1, BirthdayParadox.AlikeDistance(FeatureSet.From([0.0, 1, 3, 6], 1)));
    }
}
