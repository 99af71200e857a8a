using Adversa.Cli.Commands;
using Adversa.Cli.Output;
using Adversa.Data;
using Adversa.Training;
using Adversa.Training.Evaluations;
using Adversa.Training.Judges;

namespace Adversa.Cli.Tests;

/// <summary>Gates of <c>evaluate</c> are checked before the run is looked for, or before anything of it is measured.</summary>
[Collection("here")]
public class EvaluateGateTests
{
    [Theory]
    [InlineData("--max FD=1", 2016, "There is no metric \"FD\". Did you mean: fd?")]
    [InlineData("--max readble=1", 2016, "There is no metric \"readble\". Did you mean: readable?")]
    [InlineData("--max fd=1 --min readble=1 --max KiD=1", 2016, "There is no metric \"readble\". Did you mean: readable? There is no metric \"KiD\". Did you mean: kid?")]
    [InlineData("--max fd", 2009, "--max expects metric=value; got fd.")]
    [InlineData("--max =1", 2009, "--max expects metric=value; got =1.")]
    [InlineData("--min fd=a", 2011, "--min fd")]
    [InlineData("--min fd=0,5", 2011, "--min fd")]
    [InlineData("--max fd=1 --max fd=2", 2013, "--max fd is given 2 times")]
    [InlineData("--min fd=5 --max fd=1", 2013, "No value meets --min fd=5 and --max fd=1.")]
    public void What_no_run_can_meet_is_refused_before_any_is_looked_for(string gates, int code, string words)
    {
        var ended = Cli.Here(["evaluate", "nowhere", .. gates.Split(' ')]);

        Assert.Equal(2, ended.Exit);
        Assert.Contains($"error ADV{code}: ", ended.Problem, StringComparison.Ordinal);
        Assert.Contains(words, ended.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--min readable=0.5", "There is no metric \"readable\" of this run. There are: modes, high_quality, rkl.")]
    [InlineData("--min class_3=0.5", "There is no metric \"class_3\" of this run.")]
    [InlineData("--metrics fd --max kid=1", "There is no metric \"kid\" of this run. There are: fd.")]
    [InlineData("--metrics modes,ssim --min psnr=1", "There is no metric \"psnr\" of this run.")]
    public void What_this_run_cannot_have_is_refused_before_it_is_measured(string gates, string words)
    {
        using var here = new Workplace();
        Cli.Here("train", "ring", "--steps", "2", "--set", "batch=8", "--out", here["r"], "--no-judge");

        var ended = Cli.Here(["evaluate", here["r"], "--count", "100", .. gates.Split(' ')]);

        Assert.Equal(2, ended.Exit);
        Assert.Contains("error ADV2016: " + words, ended.Problem, StringComparison.Ordinal);
        Assert.Equal("", ended.Out);
        Assert.False(File.Exists(here["r/evaluations.jsonl"]));
    }

    [Theory]
    [InlineData("class_bee=0.2", true)]
    [InlineData("class_bee=0.4", false)]
    [InlineData("class_1=0.2", true)]
    [InlineData("class_2=0.6", true)]                          // a name that is a number wins over the number
    [InlineData("recall_ant=0.9", true)]
    [InlineData("class_entropy=0.5", false)]                   // no class
    public void A_gate_names_a_class_by_its_name_or_number(string gate, bool met)
    {
        using var nowhere = new StringWriter();
        var gates = EvaluateGates.Of([gate], null).For(["2", "bee", "ant"]);
        (string, double?)[] values = [("class_0", 0.7), ("class_1", 0.3), ("class_2", 0), ("recall_2", 0.9), ("class_entropy", 0.1)];

        Assert.Equal(met ? ExitCode.Done : ExitCode.GateMissed, gates.Judge(new Terminal([], nowhere, nowhere), values));
        Assert.Contains("Did you mean: class_bee? There are: class_2, class_bee, class_ant.", Assert.Throws<AdversaException>(() => EvaluateGates.Of(["class_be=1"], null).For(["2", "bee", "ant"]).Check(["class_0", "class_1", "class_2"])).Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_of_a_classifier_names_the_classes()
    {
        using var here = new Workplace();
        Cli.Here("train", "cnn-classifier", "--data", "glyphs", "--steps", "1", "--set", "width=2", "--set", "batch=8", "--out", here["r"], "--no-judge");
        var ended = Cli.Here("evaluate", here["r"], "--count", "200", "--min", "recall_A=0", "--max", "recall_B=-1");

        Assert.True(ended.Exit == 9, ended.Error);
        Assert.Contains("recall_A ", ended.Out, StringComparison.Ordinal);
        Assert.Contains("≥ 0: met", ended.Out, StringComparison.Ordinal);
        Assert.Contains("≤ -1: MISSED", ended.Out, StringComparison.Ordinal);
        Assert.Matches(@"the hardest class \([A-Z]\) of", ended.Out);
        Assert.Contains(">right in class A</text>", File.ReadAllText(here["r/report.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_names_are_those_that_judges_give()
    {
        foreach (var world in new[] { "ring", "grid", "swiss-roll" })
        {
            var source = DataSets.Open(world);
            using var judge = JudgeBench.Open(new(world), source.Schema)!;
            var report = judge.Judge(new float[200]);

            Assert.Equal(report.Values.Select(value => value.Name), EvaluationNumbers.OfJudge(new(world), source.Schema));
        }

        Assert.Contains("class_9", EvaluationNumbers.OfJudge(new("digits"), DataSets.Open("digits").Schema)!);
        Assert.Null(EvaluationNumbers.OfJudge(new("gaussians"), DataSets.Open("gaussians").Schema));
        Assert.Equal(["accuracy", "recall_0", "recall_1", "strange_auc"], EvaluationNumbers.OfExam(new SampleSchema(FieldKind.Image, 1, 8, 8, 2), strange: true));
    }
}
