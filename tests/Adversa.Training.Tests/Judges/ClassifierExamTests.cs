using Adversa.Data;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Training.Judges;
using Adversa.Training.Plans;

namespace Adversa.Training.Tests.Judges;

public sealed class ClassifierExamTests
{
    [Theory]
    [InlineData(new[] { 3f, 4f }, new[] { 1f, 2f }, 1)]
    [InlineData(new[] { 1f, 2f }, new[] { 3f, 4f }, 0)]
    [InlineData(new[] { 2f }, new[] { 1f, 2f, 3f }, 0.5)]            // 1, ½ and 0
    [InlineData(new[] { 1f, 3f, 5f }, new[] { 2f, 3f }, 7 / 12.0)]   // 0 0, 1 ½, 1 1
    public void The_share_of_pairs_counts_ties_half(float[] high, float[] low, double share) => Assert.Equal(share, ClassifierExam.Auc(high, low), 1e-12);

    [Fact]
    public void Accuracy_and_recalls_are_those_counted_by_hand()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("classifier"));
        var classifier = (Classifier)setup.Model;
        var test = DataSets.Open("digits", new DataOptions(24, Split: Split.Test));

        var report = ClassifierExam.Take(classifier, test, null, 200);

        var right = new int[10];
        var seen = new int[10];
        for (var i = 0; i < 200; i++)
        {
            using var scope = new Adversa.Torch.TensorScope();
            var picture = new float[24 * 24];
            test.Read(i, picture, out var label);
            var row = classifier.Probabilities(Torch.Tensor.From(picture, 1, 1, 24, 24)).ToArray<float>();
            seen[label]++;
            if (Array.IndexOf(row, row.Max()) == label) right[label]++;
        }

        var values = report.Values.ToDictionary(v => v.Name, v => v.Value);
        Assert.Equal(right.Sum() / 200.0, values["accuracy"], 1e-12);
        Assert.All(Enumerable.Range(0, 10), k => Assert.Equal(right[k] / (double)seen[k], values[$"recall_{k}"], 1e-12));
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_3_and_a_missing_score_with_2()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("classifier"));
        var classifier = (Classifier)setup.Model;
        var (digits, wide) = (DataSets.Open("digits", new DataOptions(24)), DataSets.Open("digits", new DataOptions(28)));

        Assert.Equal((3010, ExitCode.Data), Refused(() => ClassifierExam.Take(classifier, wide, null, 10)));
        Assert.Equal((2014, ExitCode.Usage), Refused(() => ClassifierExam.Take(classifier, digits, digits, 10)));
        var learned = DataSets.Open("digits", new DataOptions(24, Split: Split.Test)).Fingerprint;
        Assert.Equal((3014, ExitCode.Data), Refused(() => ClassifierExam.Open(new("digits", 24), other: null, learned, digits.Schema)));

        static (int, ExitCode) Refused(Action action)
        {
            var error = Assert.Throws<AdversaException>(action);
            return (error.Code, error.Exit);
        }
    }
}
