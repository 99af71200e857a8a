using Adversa.Cli.Commands;
using Adversa.Training.Events;

namespace Adversa.Cli.Tests;

public class DoctorTests
{
    [Fact]
    public void A_run_tells_what_was_found_in_both_languages_and_as_objects()
    {
        using var here = new Workplace();
        string[] line = ["train", "gan", "--data", "first:64:ring", "--steps", "60", "--set", "batch=16", "--set", "doctor.every=20", "--no-judge", "--out", "r"];

        var trained = here.Run(line);

        Assert.Equal(0, trained.Exit);
        var warning = Assert.Single(trained.ErrorLines, text => text.Contains("ADV4010", StringComparison.Ordinal));
        Assert.StartsWith("warning ADV4010: step 40: There is too little data: 64 samples", warning, StringComparison.Ordinal);
        Assert.Contains("ADV4010  step 40: There is too little data", here.Run("doctor", "r").Out, StringComparison.Ordinal);
        Assert.Contains("ADV4010  paso 40: Hay muy pocos datos: 64 muestras", here.Run("diagnostico", "r", "--lang", "es").Out, StringComparison.Ordinal);
        var events = here.Run("doctor", "r", "--json").Events;
        Assert.Equal(["finding", "diagnosis"], events.Select(e => e["event"]!.ToString()));
        Assert.Equal((64, 3), (events[0]["evidence"]!["samples"]!.GetValue<double>(), events[1]["examinations"]!.GetValue<int>()));
        Assert.Contains("of step", here.Run("sample", "r", "--count", "2", "--best").Out, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("slow", "yes")]
    public void A_run_that_was_not_watched_is_looked_at_once()
    {
        using var here = new Workplace();
        here.Run(Cli.Tiny("--out", "r", "--doctor", "off"));

        var told = here.Run("doctor", "r");

        Assert.Equal(0, told.Exit);
        Assert.StartsWith("The run was not watched. One look at its checkpoint of step 5:", told.Out, StringComparison.Ordinal);
        Assert.Equal(2, here.Run(Cli.Tiny("--doctor", "sleep")).Exit);
        Assert.Equal(2, here.Run(Cli.Tiny("--doctor", "off", "--stop-when-worse")).Exit);
    }

    [Fact]
    public void Every_finding_is_explained()
    {
        foreach (var kind in Enum.GetValues<DiagnosisKind>())
            Assert.True(Codes.All.ContainsKey((int)kind), $"{kind} has no words in Codes");
    }
}
