using System.Text;
using System.Text.Json.Nodes;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;

namespace Adversa.Training.Tests.Recipes;

public sealed class ScheduleTests
{
    private static readonly SampleSchema Digits = new(FieldKind.Image, 1, 28, 28, 10);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(499, 1)]
    [InlineData(500, 1)]
    [InlineData(750, 0.6)]               // half-way from 1 to .2
    [InlineData(999, 0.2016)]
    [InlineData(1000, 0.2)]
    [InlineData(9999, 0.2)]
    public void Linear_stays_then_falls_to_its_final_share(long round, double share) =>
        Assert.Equal(share, new Schedule(ScheduleKind.Linear, From: 0.5, Final: 0.2, Steps: 1000).At(round), 1e-12);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(250, 0.8681980515339464)]      // .1 + .9 (1 + cos 45°) / 2
    [InlineData(500, 0.55)]
    [InlineData(1000, 0.1)]
    [InlineData(2000, 0.1)]
    public void Cosine_falls_along_half_a_wave(long round, double share) =>
        Assert.Equal(share, new Schedule(ScheduleKind.Cosine, Final: 0.1, Steps: 1000).At(round), 1e-12);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(29, 1)]
    [InlineData(30, 0.5)]
    [InlineData(59, 0.5)]
    [InlineData(60, 0.25)]
    public void Step_falls_every_so_many_steps(long round, double share) =>
        Assert.Equal(share, new Schedule(ScheduleKind.Step, Every: 30, Factor: 0.5).At(round), 1e-12);

    [Fact]
    public void Warm_up_rises_along_a_line_to_the_whole_rate_and_multiplies_with_the_fall()
    {
        Assert.Equal([0.25, 0.5, 0.75, 1, 1], Enumerable.Range(0, 5).Select(round => new Schedule(WarmUp: 4).At(round)));
        Assert.Equal(0.5 * 0.9, new Schedule(ScheduleKind.Linear, WarmUp: 4, Steps: 10).At(1), 1e-12);
    }

    [Fact]
    public void Without_a_schedule_nothing_changes_not_even_the_hash()
    {
        var plain = Resolve("""{ "variant": "dcgan" }""").Recipe;
        var constant = Resolve("""{ "variant": "dcgan", "schedule": { "kind": "constant" } }""").Recipe;

        Assert.True(plain.Schedule.IsConstant);
        Assert.DoesNotContain("schedule", plain.ToJson().ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(plain.Hash(), constant.Hash());
        Assert.Equal("7bf380869d42", new Recipe(Variant: "dcgan", Options: []).Hash()[..12]);       // as version 0.1.0 computed it
        Assert.Equal(1, new Schedule().At(12345));
    }

    [Theory]
    [InlineData("""{ "kind": "linear" }""")]
    [InlineData("""{ "warmUp": 10 }""")]
    [InlineData("""{ "kind": "step", "every": 10 }""")]
    public void A_schedule_decides_the_numbers_and_so_the_hash(string schedule) =>
        Assert.NotEqual(Resolve("""{ "variant": "dcgan" }""").Recipe.Hash(), Resolve($$"""{ "variant": "dcgan", "schedule": {{schedule}} }""").Recipe.Hash());

    // The run may be ended sooner or by the clock: the fall goes on towards the same step, and the hash stays.
    [Fact]
    public void The_end_is_the_recipes_and_stands_in_the_resolved_recipe()
    {
        var first = Resolve("""{ "variant": "dcgan", "steps": 700, "schedule": { "kind": "cosine" } }""").Recipe;
        var again = Resolve((first with { Steps = 300 }).ToJson().ToJsonString()).Recipe;

        Assert.Equal(700, first.Schedule.Steps);
        Assert.Equal((300L, 700L), (again.Steps, again.Schedule.Steps));
        Assert.Equal(first.Hash(), again.Hash());
    }

    [Theory]
    [InlineData("""{ "kind": "linear", "from": 1 }""", "schedule.from")]
    [InlineData("""{ "kind": "linear", "from": -0.1 }""", "schedule.from")]
    [InlineData("""{ "kind": "cosine", "final": 1.5 }""", "schedule.final")]
    [InlineData("""{ "kind": "step" }""", "schedule.every")]
    [InlineData("""{ "kind": "step", "every": 5, "factor": 0 }""", "schedule.factor")]
    [InlineData("""{ "warmUp": -1 }""", "schedule.warmUp")]
    [InlineData("""{ "kind": "linear", "final": 1e999 }""", "schedule.final")]
    [InlineData("""{ "kind": "linear", "every": 5 }""", "schedule.every")]
    [InlineData("""{ "kind": "step", "every": 5, "final": 0.5 }""", "schedule.final")]
    [InlineData("""{ "from": 0.5 }""", "schedule.from")]
    [InlineData("""{ "kind": "linear", "steps": 10 }""", "schedule.steps")]           // the run is longer, and the rates would be 0
    public void What_cannot_be_is_a_problem_with_its_path_in_both_languages(string schedule, string path)
    {
        var error = Assert.Throws<AdversaException>(() => Resolve($$"""{ "variant": "dcgan", "steps": 100, "schedule": {{schedule}} }"""));

        Assert.Equal((2022, ExitCode.Usage), (error.Code, error.Exit));
        Assert.Contains($"{path} ", error.Text.English, StringComparison.Ordinal);
        Assert.Contains($"{path} ", error.Text.Spanish, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "kid": "linear" }""", "Did you mean: kind?")]
    [InlineData("""{ "kind": "zigzag" }""", "schedule.kind is \"zigzag\"; it must be one of constant, linear, cosine, step")]
    [InlineData("""{ "kind": 1 }""", "schedule.kind is 1")]
    [InlineData("""{ "kind": null }""", "schedule.kind is null")]
    [InlineData("""{ "warmUp": 1.5 }""", "schedule.warmUp is 1.5; it must be a whole number")]
    [InlineData("""{ "from": "half" }""", "schedule.from is \"half\"")]
    [InlineData("5", "schedule is 5")]
    public void What_cannot_be_read_is_refused_by_name(string schedule, string reason)
    {
        var error = Assert.Throws<AdversaException>(() => Resolve($$"""{ "variant": "dcgan", "schedule": {{schedule}} }"""));

        Assert.Equal((2020, ExitCode.Usage), (error.Code, error.Exit));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_only_time_ends_must_say_where_its_schedule_ends()
    {
        const string run = "\"variant\": \"dcgan\", \"minutes\": 1, \"steps\": 1000000000";

        Assert.Contains("schedule.steps is missing", Assert.Throws<AdversaException>(() => Resolve($$"""{ {{run}}, "schedule": { "kind": "linear" } }""")).Message, StringComparison.Ordinal);
        Assert.Equal(50, Resolve($$"""{ {{run}}, "schedule": { "kind": "linear", "final": 0.1, "steps": 50 } }""").Recipe.Schedule.Steps);
    }

    [Fact]
    public void A_schedule_may_be_given_member_by_member()
    {
        var plan = new RecipeResolver().Add("base", Json("""{ "variant": "dcgan", "schedule": { "kind": "linear", "final": 0.5 } }"""))
            .Add("--set schedule.final", "schedule.final", JsonValue.Create(0.25)).Resolve(Digits);

        Assert.Equal((ScheduleKind.Linear, 0.25), (plan.Recipe.Schedule.Kind, plan.Recipe.Schedule.Final));
        Assert.Equal("--set schedule.final", plan.Origins["schedule.final"]);
    }

    private static Plan Resolve(string json) => new RecipeResolver().Add("file", Json(json)).Resolve(Digits);

    private static JsonObject Json(string text) => RecipeText.Parse(Encoding.UTF8.GetBytes(text), "file");
}
