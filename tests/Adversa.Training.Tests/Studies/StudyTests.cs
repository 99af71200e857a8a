using System.Text.Json.Nodes;
using Adversa.Training.Events;
using Adversa.Training.Reports;
using Adversa.Training.Studies;

namespace Adversa.Training.Tests.Studies;

public sealed class StudyTests
{
    private const string Two = """
        { "question": "Is <b>more</b> better?", "images": 640, "seeds": 3, "metric": "rkl", "count": 100, "draws": 2,
          "systems": { "small": { "recipe": "ring", "set": { "batch": 16, "logEvery": 5, "options": { "hidden": 8 } } },
                       "critic": { "recipe": "ring", "set": { "batch": 16, "logEvery": 5, "accumulate": 2, "options": { "hidden": 8, "learningRate": 0.01 } } } } }
        """;

    [Fact]
    public void Every_problem_of_a_study_is_named_at_once()
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<AdversaException>(() => Study.Load(folder.Write("bad.json", """{ "seeds": 0, "systems": { "a b": { "recipe": "ring" } }, "metric": "beauty", "alpha": 2 }""")));

        Assert.Equal((2080, ExitCode.Usage), (error.Code, error.Exit));
        foreach (var part in new[] { "a study compares 2 to 8", "\"a b\"", "better must be", "budget is missing", "seeds is 0", "alpha is 2" }) Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Equal(2020, Assert.Throws<AdversaException>(() => Study.Load(folder.Write("odd.json", """{ "sedes": 3 }"""))).Code);
        Assert.Equal(2080, Assert.Throws<AdversaException>(() => Study.Load(folder.Write("text.json", """{ "metric": "rkl", "images": 9, "systems": { "a": "ring", "b": { "recipe": "ring" } } }"""))).Code);
    }

    [Fact]
    public void A_budget_in_images_is_kept_by_systems_that_show_different_numbers_of_batches()
    {
        using var folder = new TemporaryFolder();

        var plan = StudyPlan.Of(Study.Load(folder.Write("two.json", Two)));

        Assert.Equal([("small", 0L, 40L), ("critic", 0, 20), ("small", 1, 40), ("critic", 1, 20), ("small", 2, 40), ("critic", 2, 20)], plan.Cells.Select(cell => (cell.System, cell.Seed, cell.Plan.Recipe.Steps)));
    }

    [Fact]
    public void A_study_that_is_stopped_goes_on_and_ends_as_one_that_was_not()
    {
        using var folder = new TemporaryFolder();
        var plan = StudyPlan.Of(Study.Load(folder.Write("two.json", Two)));
        var straight = new StudyRunner(folder["straight"], new()).Run(plan)!;
        var stop = new StopRequest();
        Assert.Null(new StudyRunner(folder["cut"], stop) { Watch = () => new Recorder(e => { if (e is StepCompleted { Step: 10 } && Done() == 2) stop.Ask(ExitCode.Terminated); }) }.Run(plan));
        Assert.Equal(2, Done());
        File.AppendAllText(folder["cut/cells.jsonl"], "{\"v\":1,\"event\":\"cell\",\"sys");        // and killed while it wrote the next
        var begun = new List<string>();

        var resumed = new StudyRunner(folder["cut"], new()) { Begins = (cell, _) => begun.Add($"{cell.System}{cell.Seed}") }.Run(plan)!;

        Assert.Equal(["small1", "critic1", "small2", "critic2"], begun);
        Assert.Equal(straight.Cells.Select(Numbers), resumed.Cells.Select(Numbers));
        Assert.Equal([640L, 640], straight.Cells.Take(2).Select(cell => cell.Images));
        Assert.NotNull(straight.Noise);
        Assert.InRange(straight.Real.Of("rkl"), 0, 0.2);

        int Done() => new StudyLedger(folder["cut"]).All().Count(cell => cell.System.Length > 0);
        static string Numbers(CellResult cell) => $"{cell.System} {cell.Seed} {cell.Step} {cell.Images} {string.Join(' ', cell.Values)}";
    }

    [Fact]
    public void The_page_of_a_study_answers_in_words_and_shows_every_run()
    {
        using var folder = new TemporaryFolder();
        var study = Study.Load(folder.Write("two.json", Two));
        CellResult Cell(string system, long seed, double? value) => new(system, seed, "images", $"{system}{seed}", 40, 640, 1, value is { } rkl ? [("rkl", rkl)] : [], value is null ? [] : [("rkl", 0.01)], folder["nowhere"]);
        var result = new StudyResult(study, Cell("", 0, 0.001), [Cell("small", 0, 0.5), Cell("critic", 0, 0.1), Cell("small", 1, 0.6), Cell("critic", 1, null), Cell("small", 2, 0.7), Cell("critic", 2, 0.3)]);

        StudyPage.Write(folder["report.html"], result);
        Assert.Equal(0.01, result.Noise!.Value, 1e-12);

        var page = File.ReadAllText(folder["report.html"]);
        Assert.Contains("Is &lt;b&gt;more&lt;/b&gt; better?", page, StringComparison.Ordinal);
        Assert.Contains("undecided", page, StringComparison.Ordinal);
        Assert.Equal(5, page.Split("<circle").Length - 1);                    // one diverged
        Assert.Equal("small and critic in rkl: undecided (p = 0.5, 3 seeds, difference 95 %: -0.1 – 0.4); not enough seeds yet: 12 more would settle it, if the difference is what it seems.",
            StudyResult.Sentence(result.Comparisons("images")[0], "rkl").English);
    }

    [Theory]
    [InlineData(1400, null)]
    [InlineData(1600, "small was shown 1,000 images in one run and 1,600 in another")]
    public void Equal_seconds_on_a_machine_that_did_other_things_are_called_unequal(long images, string? said)
    {
        using var folder = new TemporaryFolder();
        CellResult Cell(string system, long seed, string budget, long shown) => new(system, seed, budget, $"{system}{seed}{budget}", 40, shown, 1, [("rkl", 0.5)], [], folder["nowhere"]);
        var result = new StudyResult(Study.Load(folder.Write("two.json", Two)), Cell("", 0, "", 0),
            [Cell("small", 0, "seconds", 1000), Cell("critic", 0, "seconds", 200), Cell("small", 1, "seconds", images), Cell("critic", 1, "seconds", 250), Cell("small", 0, "images", 10), Cell("small", 1, "images", 90)]);

        Assert.Null(result.Unequal("images"));
        Assert.Equal(said is null, result.Unequal("seconds") is null);
        if (said is not null) Assert.Contains(StudyPage.Sentences(result, "seconds"), text => text.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Single_runs_are_compared_without_a_verdict_and_seeds_of_two_recipes_with_one()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, rate, seed) in new[] { ("a0", 0.001, 0), ("a1", 0.001, 1), ("b0", 0.01, 0), ("b1", 0.01, 1) })
        {
            Tiny.Train(folder[name], Tiny.Recipe("ring", 3, ("options.learningRate", rate), ("seed", seed)));
            new SeenEvaluation(3, 48, 100, [new("high_quality", rate + seed * 1e-4)], new("", ""), new("p", "p")).Append(new(folder[name]));
        }

        var single = Compare("a0", "b0");
        var groups = Compare("a0", "a1", "b0", "b1");

        Assert.Contains("No verdict between systems from one seed each", Assert.Single(single.Verdict).English, StringComparison.Ordinal);
        Assert.Equal(["options.learningRate"], single.Differences.Select(one => one.Path));
        Assert.Contains("seeds alone", Assert.Single(Compare("a0", "a1").Verdict).English, StringComparison.Ordinal);
        Assert.Equal(("A (gan)", "B (gan)", 2), (groups.Comparisons[0].First, groups.Comparisons[0].Second, groups.Comparisons[0].Pairs));
        Assert.Contains("not enough seeds yet: 4 more", Assert.Single(groups.Verdict).English, StringComparison.Ordinal);
        ComparePage.Write(folder["page.html"], groups);
        Assert.Contains("data-steps=\"0,3\"", File.ReadAllText(folder["page.html"]), StringComparison.Ordinal);

        RunComparison Compare(params string[] names) => new([.. names.Select(name => new RunRecord(new(folder[name])))], null, static (_, _) => { });
    }

    [Fact]
    public void Runs_on_other_data_are_refused_or_warned_about()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["ring"], Tiny.Recipe("ring", 2));
        Tiny.Train(folder["grid"], Tiny.Recipe("ring", 2, ("data", "grid")));
        Tiny.Train(folder["digits"], Tiny.Recipe("digits", 2));
        var warned = new List<int>();

        var other = Compare("ring", "grid");

        Assert.Equal([3085], warned);
        Assert.Contains("different data", Assert.Single(other.Verdict).English, StringComparison.Ordinal);
        Assert.Equal((3084, ExitCode.Data), Assert.Throws<AdversaException>(() => Compare("ring", "digits")) is var error ? (error.Code, error.Exit) : default);
        Assert.Equal(2083, Assert.Throws<AdversaException>(() => Compare("ring", "ring")).Code);

        RunComparison Compare(params string[] names) => new([.. names.Select(name => new RunRecord(new(folder[name])))], null, (code, _) => warned.Add(code));
    }
}
