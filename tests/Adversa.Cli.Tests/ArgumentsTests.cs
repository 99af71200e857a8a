using Adversa.Cli.Commands;
using Adversa.Cli.Output;

namespace Adversa.Cli.Tests;

[Collection("here")]
public class ArgumentsTests
{
    [Fact]
    public void Seeds_are_numbers_and_ranges()
    {
        Assert.Equal([3, 17, 42], Arguments.Seeds("3,17,42"));
        Assert.Equal([0, 1, 2, 7], Arguments.Seeds("0-2,7"));
        Assert.Equal([-2, -1, 0], Arguments.Seeds("-2-0"));
        Assert.Equal([-3], Arguments.Seeds("-3"));
    }

    [Theory]
    [InlineData("", 2011)]
    [InlineData("-", 2011)]
    [InlineData("1,,2", 2011)]
    [InlineData("a-b", 2011)]
    [InlineData("1.5", 2012)]
    [InlineData("1e999", 2012)]
    [InlineData("5-3", 2007)]
    [InlineData("0-100000", 2007)]
    [InlineData("-4611686018427387903-4611686018427387903", 2007)]
    [InlineData("99999999999999999999", 2012)]
    [InlineData("٣", 2011)]
    public void Other_seeds_are_refused(string text, int code) => Assert.Equal(code, Assert.Throws<AdversaException>(() => Arguments.Seeds(text)).Code);

    [Fact]
    public void What_a_terminal_would_obey_is_made_visible()
    {
        Assert.Equal("a\\x1b[31mb\\x0ac\\x9b", Terminal.Escape("a\u001b[31mb\nc\u009b"));
        Assert.Equal("gpj.\\u202efdp", Terminal.Escape("gpj.\u202efdp"));
        Assert.Equal("ñ 你好 👩‍🎨", Terminal.Escape("ñ 你好 👩‍🎨"));
    }

    [Theory]
    [InlineData("a b", "'a b'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("runs/2026-11-21_2315-dcgan", "runs/2026-11-21_2315-dcgan")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData("imágenes/猫", "imágenes/猫")]
    [InlineData("", "''")]
    public void A_path_is_quoted_for_a_shell(string path, string quoted) => Assert.Equal(quoted, ShellWords.Quote(path));

    [Fact]
    public void A_span_of_time_is_said_in_two_units_at_most()
    {
        Assert.Equal("59 s", Arguments.Span(TimeSpan.FromSeconds(59)));
        Assert.Equal("3 min 05 s", Arguments.Span(TimeSpan.FromSeconds(185)));
        Assert.Equal("26 h 03 min", Arguments.Span(TimeSpan.FromMinutes(26 * 60 + 3)));
    }

    [Fact]
    public void Spanish_verbs_and_flags_mean_the_english_ones_in_any_language()
    {
        Assert.Equal(["train", "digits", "--data", "./gatos", "--steps=5", "--no-judge"], Language.ToEnglish(["entrenar", "digits", "--datos", "./gatos", "--pasos=5", "--sin-juez"]));
        Assert.Equal(["sample", "--output=x"], Language.ToEnglish(["muestrear", "--salida=x"]));                 // what one command calls --out, another calls --output
        Assert.Equal(["train", "ring", "--out", "x"], Language.ToEnglish(["train", "ring", "--salida", "x"]));
        Assert.Equal(["--lang", "es", "train", "datos"], Language.ToEnglish(["--idioma", "es", "entrenar", "datos"]));
        Assert.Equal(["data", "show", "--", "--datos"], Language.ToEnglish(["datos", "show", "--", "--datos"]));
    }

    [Fact]
    public void Every_spanish_name_stands_for_something_that_exists()
    {
        using var nowhere = new StringWriter();
        var root = CommandLine.Build(new Terminal([], nowhere, nowhere));
        var options = Tree.Options(root).Select(pair => pair.Option.Name).ToHashSet();

        Assert.All(Language.Flags, flag => Assert.Contains(flag.English, options));
        Assert.All(Language.Verbs, verb => Assert.Contains(verb.English, root.Subcommands.Select(sub => sub.Name)));
    }
}
