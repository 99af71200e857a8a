namespace Adversa.Metrics.Tests;

public class ClassScoreTests
{
    private static readonly FeatureSet Probabilities = ClassProbabilities.Softmax(Lattice.Of(23, 5, 3, 7));

    [Fact]
    public void Inception_scores_of_even_parts_and_of_chunks_agree_with_the_reference()
    {
        Lattice.Same("inception.whole", InceptionScore.Of(Probabilities, InceptionScore.Even(23, 1)).Mean);
        Lattice.Same("inception.even4", InceptionScore.Of(Probabilities, InceptionScore.Even(23, 4)).Mean);
        Lattice.Same("inception.chunk4", InceptionScore.Of(Probabilities, InceptionScore.Chunks(23, 4)).Mean);
        Assert.Equal([(0, 5), (5, 11), (11, 17), (17, 23)], InceptionScore.Even(23, 4));
        Assert.Equal([(0, 6), (6, 12), (12, 18), (18, 23)], InceptionScore.Chunks(23, 4));
    }

    [Fact]
    public void Sure_answers_over_all_classes_score_their_number_and_zeros_do_no_harm()
    {
        var sure = FeatureSet.From([1.0, 0, 0, 0, 1, 0, 0, 0, 1], 3);

        Assert.Equal(3, InceptionScore.Of(sure, [(0, 3)]).Mean, tolerance: 1e-12);
        Assert.Equal(1, InceptionScore.Of(sure, [(0, 1)]).Mean, tolerance: 1e-12);
        Assert.Throws<MetricException>(() => InceptionScore.Of(sure, InceptionScore.Even(3, 4)));       // a part without a sample
    }

    [Fact]
    public void Softmax_of_huge_logits_stays_finite() => Assert.Equal([0.5, 0.5, 0], ClassProbabilities.Softmax(FeatureSet.From([1e4, 1e4, -1e4], 3))[0].ToArray());

    [Fact]
    public void The_mode_score_agrees_and_its_other_form_is_the_inception_score()
    {
        var score = ModeScore.Of(Probabilities, [0.4, 0.3, 0.1, 0.1, 0.1]);

        Lattice.Same("mode_score", score.Value);
        Lattice.Same("inception.whole", score.OtherForm);
        Assert.Equal(0, ModeScore.Of(Probabilities, [0, 0.5, 0.5, 0, 0]).Value);                  // draws what the data excludes
    }

    [Fact]
    public void A_histogram_has_the_closed_divergence_against_any_target()
    {
        var histogram = ClassHistogram.Of([0, 0, 0, 2], 4);

        Assert.Equal(2, histogram.Modes);
        Assert.Equal(0.75 * Math.Log(3) + 0.25 * Math.Log(1), histogram.Kl(), tolerance: 1e-12);      // Σ p log(p K)
        Assert.Equal(0, histogram.Kl([0.75, 0, 0.25, 0]), tolerance: 1e-12);
        Assert.Equal(double.PositiveInfinity, histogram.Kl([0, 1, 0, 0]));
        Assert.Equal(histogram.Entropy / Math.Log(4), histogram.NormalisedEntropy, tolerance: 1e-12);
        Assert.Throws<MetricException>(() => ClassHistogram.Of([], 4));
    }

    [Fact]
    public void Bins_differ_beyond_chance_by_the_pooled_test()
    {
        // 60 of 100 against 50 of 100: pooled p 0.55, z = 0.1 / √(0.55 0.45 0.02) = 1.42; 65: z = 2.15 (an unpooled error would give 2.17)
        Assert.Equal(0, BinDifference.Of([60, 40], [50, 50]).Different);
        Assert.Equal(2, BinDifference.Of([65, 35], [50, 50]).Different);
        Assert.Equal(0, BinDifference.Of([65, 35], [50, 50], z: 2.16).Different);
        Assert.Equal(0, BinDifference.Of([100, 0, 0], [100, 0, 0]).Share);                              // an empty bin says nothing
    }
}
