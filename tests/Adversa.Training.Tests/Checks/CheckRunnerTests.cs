using System.Text.Json.Nodes;
using Adversa.Models.Variants;
using Adversa.Training.Checks;
using Adversa.Training.Checks.Systems;
using Adversa.Training.Events;

namespace Adversa.Training.Tests.Checks;

public sealed class CheckRunnerTests : IDisposable
{
    private const string Recipe = """{ "variant": "gan", "preset": "points", "data": "ring", "batch": 16, "steps": 20, "logEvery": 1, "options": { "hidden": 8 } }""";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_control_that_misses_its_bar_gives_the_check_power()
    {
        var result = Run(Check(bar: 15))!;

        Assert.True(result.Passed);
        Assert.Equal((20.0, 10.0), (result.Arms[0].Values[0].Value, result.Control.Values[0].Value));
        Assert.Equal("Passed: every bar is met, and the control misses steps.", result.Verdict.English);
    }

    [Fact]
    public void A_control_that_meets_the_bar_fails_the_check()
    {
        var result = Run(Check(bar: 5))!;

        Assert.Empty(result.Missed);
        Assert.False(result.Passed);
        Assert.Contains("the check has no power", result.Verdict.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missed_bar_fails_the_check_though_the_control_fails_too()
    {
        var result = Run(Check(bar: 25))!;

        Assert.True(result.HasPower);
        Assert.False(result.Passed);
        Assert.Equal("Failed: steps missed.", result.Verdict.English);
    }

    [Fact]
    public void The_control_is_the_arm_with_one_thing_changed_and_stands_before_the_arms_own_bars()
    {
        var plan = CheckPlan.Of(Check(bar: 15), seed: 3);

        var (arm, control) = (plan.Parts[0].Plan!.Recipe, plan.Parts[1].Plan!.Recipe);
        Assert.Equal((20, 10, 3L, 3L), (arm.Steps, control.Steps, arm.Seed, control.Seed));
        Assert.Equal(arm.Options!.ToJsonString(), control.Options!.ToJsonString());
        Assert.Same(plan.Parts[0].Bars[0], plan.Parts[1].Bars[0]);
    }

    [Fact]
    public void A_control_must_name_a_bar_of_its_arm()
    {
        Assert.Throws<ArgumentException>(() => CheckPlan.Of(Check(bar: 15) with { Control = new(new("c", "c"), null, "speed") }, 0));
        Assert.Throws<ArgumentException>(() => CheckPlan.Of(Check(bar: 15) with { Control = new(new("c", "c"), null) }, 0));
    }

    [Fact]
    public void The_hash_changes_with_whatever_decides_the_numbers_and_with_nothing_else()
    {
        var check = Check(bar: 15);
        var hash = CheckPlan.Of(check, 0).Hash;

        Assert.Equal(hash, CheckPlan.Of(check with { Claim = new("else", "otro") }, 0).Hash);
        Assert.NotEqual(hash, CheckPlan.Of(check, 1).Hash);
        Assert.NotEqual(hash, CheckPlan.Of(Check(bar: 16), 0).Hash);
        Assert.NotEqual(hash, CheckPlan.Of(check with { Version = 2 }, 0).Hash);
        Assert.NotEqual(hash, CheckPlan.Of(check with { Control = new(new("c", "c"), """{ "steps": 11 }""", "steps") }, 0).Hash);
    }

    [Fact]
    public void A_stopped_check_goes_on_in_the_same_run_and_ends_as_if_it_had_not_been_stopped()
    {
        var plan = CheckPlan.Of(Check(bar: 15), 0);
        var stop = new StopRequest();
        var stopped = new CheckRunner(_folder.Root, stop) { Watch = () => Tiny.StopAt(7, stop) }.Run(plan, anew: false);
        var begun = new List<long>();

        var result = new CheckRunner(_folder.Root, new()) { Watch = () => new Recorder(e => { if (e is RunStarted) begun.Add(e.Step); }) }.Run(plan, anew: false);

        Assert.Null(stopped);
        Assert.Equal([7, 0], begun);                                       // the arm from step 7, the control from its beginning
        using var other = new TemporaryFolder();
        var whole = new CheckRunner(other.Root, new()).Run(plan, anew: false);
        Assert.Equal(Tiny.Hash(whole!.Arms[0].Folder!), Tiny.Hash(result!.Arms[0].Folder!));
    }

    [Fact]
    public void What_is_trained_is_only_measured_again_unless_it_is_to_begin_anew()
    {
        var plan = CheckPlan.Of(Check(bar: 15), 0);
        var starts = 0;
        CheckRunner Runner() => new(_folder.Root, new()) { Watch = () => new Recorder(e => { if (e is RunStarted) starts++; }) };
        Runner().Run(plan, anew: false);

        Runner().Run(plan, anew: false);
        Assert.Equal(2, starts);

        Runner().Run(plan, anew: true);
        Assert.Equal(4, starts);
    }

    [Fact]
    public void A_training_that_diverges_misses_every_bar_and_a_control_may()
    {
        var huge = _folder["huge.npy"];
        using (var file = File.Create(huge)) new Adversa.Formats.Arrays.NpyFile([64, 2], [.. Enumerable.Range(0, 128).Select(i => i % 3 == 0 ? -3e38f : 3e38f)]).Write(file);
        var change = new JsonObject { ["data"] = huge }.ToJsonString();

        var result = Run(Check(bar: 15) with { Control = new(new("too large", "demasiado grande"), change, "steps") { Measure = Diverge } })!;

        Assert.True(result.Passed);
        Assert.True(double.IsNaN(result.Control.Bars[0].Value));
        Assert.False(result.Control.Bars[0].IsMet);
    }

    [Fact]
    public void An_arm_may_compute_alone_and_look_at_an_earlier_one()
    {
        var check = new SystemCheck("gan", "sum", new("c", "c"),
            [
                new("first", null, run => [("two", 2.0 + run.Seed)]),
                new("second", null, run => [("ratio", run.Of("first", "two") / 4)], Bar.AtMost("ratio", 0.5)),
            ],
            new(new("three", "tres"), null, "ratio") { Of = "second", Measure = _ => [("ratio", 0.75)] });

        Assert.True(Run(check)!.Passed);
        Assert.Null(Run(check)!.Arms[0].Folder);
    }

    [Fact]
    public void A_measurement_sees_model_logs_data_and_judge()
    {
        var check = new SystemCheck("gan", "looks", new("c", "c"),
            [new("trained", Recipe, run =>
            [
                ("curve", run.Curve("loss_d").Count),
                ("samples", run.Samples(5).Length),
                ("real", run.Data(Data.Split.Test).Schema.Values),
                .. run.Judged(20, "modes"),
            ], Bar.AtLeast("curve", 15))],
            new(new("shorter", "más corto"), """{ "steps": 10 }""", "curve"));

        var result = Run(check)!;

        Assert.Equal(["curve", "samples", "real", "modes"], result.Arms[0].Values.Select(value => value.Name));
        Assert.Equal([20.0, 10.0, 2.0], result.Arms[0].Values.Take(3).Select(value => value.Value));
    }

    [Fact]
    public void The_ledger_finds_the_newest_verdict_also_behind_a_line_that_was_cut_off()
    {
        var (ledger, result) = (new CheckLedger(_folder.Root), Run(Check(bar: 15))!);
        Assert.Null(ledger.Find("gan-steps"));
        ledger.Append(result);
        File.AppendAllText(_folder["results.jsonl"], """{"v":1,"check":"gan-steps","ha""");
        ledger.Append(result with { Hash = "other" });

        Assert.Equal("other", ledger.Find("gan-steps")!["hash"]!.GetValue<string>());
        var line = ledger.Find("gan-steps", result.Hash)!;
        Assert.Null(ledger.Find("gan-steps", "none"));
        Assert.True(line["passed"]!.GetValue<bool>());
        Assert.Equal(20, line["arms"]![0]!["values"]!["steps"]!.GetValue<double>());
        Assert.Equal("""[{"metric":"steps","value":10,"min":15,"met":false}]""", line["control"]!["bars"]!.ToJsonString());
        foreach (var name in new[] { "seed", "seconds", "date", "machine", "threads", "libtorch", "adversa" }) Assert.True(line[name] is JsonValue, name);
    }

    [Fact]
    public void Every_built_in_check_resolves_and_has_a_system_and_a_name_of_its_own()
    {
        foreach (var check in SystemChecks.BuiltIn)
        {
            var plan = CheckPlan.Of(check, 0);

            Assert.True(check.System == "augment" || VariantCatalog.Find(check.System) is not null);      // the study of augmentation is no system
            Assert.NotEqual(check.Claim.English, check.Claim.Spanish);
            Assert.Contains(plan.Parts.SkipLast(1), part => part.Bars.Count > 0);
            Assert.Equal([check], SystemChecks.Find(check.Id));
            Assert.Contains(check, SystemChecks.Find(check.System));
            Assert.DoesNotContain(CheckControl.Name, check.Arms.Select(arm => arm.Name));
        }

        Assert.Equal(SystemChecks.BuiltIn.Count, SystemChecks.BuiltIn.Select(check => check.Id).Distinct().Count());
        Assert.Empty(SystemChecks.Find("nothing"));
    }

    private CheckResult? Run(SystemCheck check) => new CheckRunner(_folder.Root, new()).Run(CheckPlan.Of(check, 0), anew: false);

    /// <summary>Trains 20 steps, its control 10; the bar asks for some number of steps.</summary>
    private static SystemCheck Check(double bar) => new("gan", "steps", new("It trains long enough.", "Entrena lo suficiente."),
        [new("trained", Recipe, run => [("steps", run.Trained.Manifest.Step)], Bar.AtLeast("steps", bar))],
        new(new("shorter", "más corto"), """{ "steps": 10 }""", "steps"));

    private static IReadOnlyList<(string, double)> Diverge(CheckRun run) => throw new InvalidOperationException("It did not diverge.");
}
