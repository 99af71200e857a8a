using Adversa.Training.Diagnostics;
using Adversa.Training.Events;

namespace Adversa.Training.Tests.Diagnostics;

public sealed class RulesTests
{
    [Theory]
    [InlineData(0.26, 0.5, 0.0, false)]          // blurred first pictures, which lie everywhere among the data
    [InlineData(0.26, 0.1, 0.0, true)]
    [InlineData(0.5, 0.1, 0.0, false)]
    [InlineData(0.5, 0.9, 0.6, true)]
    public void Samples_are_collapsed_when_they_differ_little_and_reach_little_or_repeat_themselves(double pairwiseRatio, double coverage, double duplicates, bool collapsed) =>
        Assert.Equal(collapsed, Shows(DiagnosisKind.ModeCollapse, ("pairwise_ratio", pairwiseRatio), ("coverage", coverage), ("duplicates", duplicates)));

    [Theory]
    [InlineData(3.4, 0.0, false)]
    [InlineData(3.6, 0.0, true)]
    [InlineData(30, 1.0, false)]                 // one picture, shown again and again, has some spectrum or other
    public void The_pattern_of_the_stride_is_looked_for_in_pictures_that_differ(double strength, double duplicates, bool found) =>
        Assert.Equal(found, Shows(DiagnosisKind.Checkerboard, ("checkerboard", strength), ("duplicates", duplicates)));

    [Fact]
    public void A_number_that_was_not_measured_is_no_sign_of_anything() => Assert.All(Rules.All.Skip(1), rule => Assert.False(rule.Shows(new(new Dictionary<string, double>()))));

    private static bool Shows(DiagnosisKind kind, params (string Name, double Value)[] numbers) =>
        Rules.All.Single(rule => rule.Kind == kind).Shows(new(numbers.ToDictionary(number => number.Name, number => number.Value)));
}
