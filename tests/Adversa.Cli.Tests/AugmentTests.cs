namespace Adversa.Cli.Tests;

public class AugmentTests
{
    [Fact]
    [Trait("slow", "yes")]
    public void A_run_that_draws_classes_gets_a_verdict_with_its_numbers_and_any_other_is_refused()
    {
        using var here = new Workplace();
        foreach (var system in new[] { "cgan", "lsgan" })
            Assert.Equal(0, here.Run("train", system, "--data", "imbalanced:digits", "--set", "width=4", "--set", "batch=8", "--steps", "2", "--out", system, "--no-judge").Exit);

        var ended = here.Run("augment", "cgan", "--runs", "2", "--steps", "2", "--of-each", "20", "--json");
        var refused = here.Run("aumentar", "lsgan", "--lang", "es");

        Assert.True(ended.Exit == 0, ended.Error);
        var study = Assert.Single(ended.Events);
        Assert.Equal("undecided", study["verdict"]!.GetValue<string>());               // two runs decide nothing
        Assert.Equal([500, 500, 500, 500, 500, 5, 5, 5, 5, 5], study["counts"]!.AsArray().Select(count => count!.GetValue<int>()));
        Assert.Equal(2, study["over_real"]!["pairs"]!.GetValue<int>());
        Assert.All(new[] { "real", "classic", "gan", "both" }, arm => Assert.InRange(study[arm]!["macro_f1"]!.GetValue<double>(), 0, 1));
        Assert.Equal((2, "error ADV2014: lsgan no dibuja la clase que se pida, y un clasificador necesita etiquetas; entrene cgan o acgan con estos datos."), (refused.Exit, refused.Problem));
    }
}
