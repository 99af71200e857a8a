using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Training.Events;

namespace Adversa.Training.Tests.Events;

public sealed class EventJsonTests
{
    private static readonly Dictionary<string, double> Values = new() { ["loss_d"] = 0.5, ["tiny"] = 1.5e-7 };

    public static TheoryData<string, TrainEvent> Events => new()
    {
        { "start", new RunStarted(0, "a\nb", "gan", "ring", new(FieldKind.Points, 2), 9, 16, 5, 2, new Dictionary<string, long> { ["g"] = 7 }, Resumed: false) },
        { "resume", new RunStarted(0, "runs/ñ", "gan", "ring", new(FieldKind.Points, 2), 9, 16, 5, 2, new Dictionary<string, long>(), Resumed: true) },
        { "step", new StepCompleted(3, 9, 48, 1234.56, TimeSpan.FromSeconds(7.5), Values) },
        { "samples", new SamplesDrawn(3, null, new(1, 1, 1)) },
        { "checkpoint", new CheckpointSaved(3, "x") },
        { "warning", new TrainingWarning(3, 12, new("english\r\nlines", "español")) },
        { "end", new RunEnded(3, "finished", 48, TimeSpan.FromSeconds(1.25), 3.5) },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void Each_event_is_one_line_with_version_name_and_step(string name, TrainEvent happened)
    {
        var line = EventJson.Line(happened);

        Assert.DoesNotContain('\n', line);
        var json = JsonNode.Parse(line)!;
        Assert.Equal(["v", "event", "step"], json.AsObject().Select(pair => pair.Key).Take(3));
        Assert.Equal((1, name, happened.Step), (json["v"]!.GetValue<int>(), json["event"]!.GetValue<string>(), json["step"]!.GetValue<long>()));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void The_line_is_the_same_under_every_culture(string name, TrainEvent happened)
    {
        _ = name;
        var invariant = EventJson.Line(happened);
        var before = CultureInfo.CurrentCulture;
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (strange.NumberFormat.NumberDecimalSeparator, strange.NumberFormat.NegativeSign) = (",", "~");
        try
        {
            CultureInfo.CurrentCulture = strange;
            Assert.Equal(invariant, EventJson.Line(happened));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Codes_have_four_digits_and_prefix()
    {
        Assert.Contains("\"ADV0012\"", EventJson.Line(new TrainingWarning(3, 12, new("a", "b"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_not_finite_is_null_and_ends_nothing()
    {
        var json = JsonNode.Parse(EventJson.Line(new StepCompleted(1, 2, 3, double.NaN, TimeSpan.Zero, new Dictionary<string, double> { ["a"] = double.NaN, ["b"] = 1e300 })))!.AsObject();

        Assert.True(json.ContainsKey("a") && json["a"] is null);
        Assert.True(json.ContainsKey("b") && json["b"] is null);
    }
}
