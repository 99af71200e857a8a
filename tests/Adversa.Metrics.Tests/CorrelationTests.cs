using Adversa.Metrics.Statistics;

namespace Adversa.Metrics.Tests;

public class CorrelationTests
{
    [Fact]
    public void Lines_have_one_and_minus_one_and_a_known_case_its_number()
    {
        Assert.Equal(1, Correlation.Pearson([1, 2, 4], [10, 20, 40]), 1e-12);
        Assert.Equal(-1, Correlation.Pearson([1, 2, 4], [-1, -2, -4]), 1e-12);
        Assert.Equal(0.8, Correlation.Pearson([1, 2, 3, 4], [1, 3, 2, 4]), 1e-12);       // covariance 4, squares 5 and 5
        Assert.Equal(double.NaN, Correlation.Pearson([1, 2], [3, 3]));
    }

    [Fact]
    public void Ranks_forget_how_far_and_equal_numbers_share_theirs()
    {
        Assert.Equal(1, Correlation.Spearman([1, 2, 3], [1, 10, 1000]), 1e-12);
        Assert.Equal(Correlation.Pearson([0.5, 0.5, 2], [0, 1, 2]), Correlation.Spearman([7, 7, 9], [1, 2, 3]), 1e-12);
    }
}
