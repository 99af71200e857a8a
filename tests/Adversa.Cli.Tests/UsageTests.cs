using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Adversa.Cli.Commands;
using Adversa.Cli.Output;

namespace Adversa.Cli.Tests;

[Collection("here")]
public partial class UsageTests
{
    [Theory]
    [InlineData("trian ring", "2001", "There is no command \"trian\". Did you mean: train? See: adversa --help")]
    [InlineData("runs lst", "2001", "There is no command \"lst\". Did you mean: list? See: adversa runs --help")]
    [InlineData("checkpoint", "2001", "checkpoint needs one of: list, verify, hash. See: adversa checkpoint --help")]
    [InlineData("train", "2008", "Nothing to learn from was named. Name data: adversa train --data FOLDER, or a recipe: adversa recipes.")]
    [InlineData("train ring --stpes=3", "2001", "There is no option \"--stpes\". Did you mean: --steps? See: adversa train --help")]
    [InlineData("train ring --steps", "2001", "--steps needs a value: --steps N. See: adversa train --help")]
    [InlineData("train ring --data --json", "2001", "--data needs a value: --data SPEC.")]
    [InlineData("train ring again", "2001", "\"again\" is one word too many.")]
    [InlineData("train ring --lang fr", "2001", "--lang is en or es; got fr.")]
    [InlineData("train rign", "2004", "There is no recipe \"rign\". Did you mean: ring? See them all: adversa recipes")]
    [InlineData("recipes show dcgam", "2004", "There is no recipe \"dcgam\". Did you mean: dcgan?")]
    [InlineData("train dcgan", "2008", "What shall dcgan learn from?")]
    [InlineData("train ring --set batch", "2009", "--set expects key=value")]
    [InlineData("train ring --set bacth=3", "2020", "--set knows no \"bacth\". Did you mean: batch?")]
    [InlineData("train ring --set loss=square", "2020", "options.loss is \"square\"; it must be one of nonSaturating, minimax, hinge.")]
    [InlineData("train ring --device gpu", "2010", "--device must be auto, cpu or cuda[:n]; got gpu.")]
    [InlineData("explain ADV9999", "2018", "\"ADV9999\" is no known code.")]
    [InlineData("explain 20١1", "2018", "is no known code")]
    [InlineData("resume", "2005", "Start one: adversa train digits")]
    [InlineData("resume --data-changed", "2014", "--data-changed goes with --data SPEC")]
    [InlineData("sample nothing", "2005", "There is no run \"nothing\"")]
    [InlineData("sample --seeds 1 --count 2", "2013", "Give --seeds or --count, not both.")]
    public void A_line_that_cannot_be_is_answered_with_one_line_and_2(string line, string code, string words)
    {
        var ended = Cli.Here(line.Split(' '));

        Assert.Equal(2, ended.Exit);
        Assert.StartsWith($"error ADV{code}: ", ended.Problem, StringComparison.Ordinal);
        Assert.Contains(words, ended.Problem, StringComparison.Ordinal);
        if (!line.Contains("--json", StringComparison.Ordinal)) Assert.Empty(ended.Out);
    }

    [Theory]
    [InlineData("train", "ring", "--out", "")]
    [InlineData("train", "ring", "--data", "")]
    [InlineData("train", "ring", "--config", "")]
    [InlineData("train", "")]
    [InlineData("data", "show", "")]
    [InlineData("data", "show", "ring", "-o", "")]
    [InlineData("sample", "", "-o", "")]
    [InlineData("explain", "")]
    [InlineData("recipes", "show", "")]
    [InlineData("data", "show", "ring", "-o", "sheet.jpg")]
    [InlineData("sample", "-o", "grid.jpg")]
    public void An_empty_or_wrong_name_is_a_usage_error(params string[] line) => Assert.Equal(2, Cli.Here(line).Exit);

    [Fact]
    public void The_same_in_spanish()
    {
        Assert.Equal("error ADV2001: No existe el comando «entrena». ¿Quiso decir: entrenar? Vea: adversa --help", Cli.Here("entrena", "ring", "--lang", "es").Problem);
        Assert.Equal("error ADV2004: No existe la receta «rign». ¿Quiso decir: ring? Véalas todas: adversa recipes", Cli.Here("--lang=es", "entrenar", "rign").Problem);
    }

    [Theory]
    [InlineData(new[] { "train", "digits", "--steps", "0", "--lr", "x", "--threads", "0" }, new[] { "--steps must", "for --lr", "--threads must" })]
    [InlineData(new[] { "train", "digits", "--seed", "9e99", "--set", "batch", "--set", "widht=3", "--device", "tpu", "--augment", "flop" }, new[] { "--seed must", "--set expects key=value", "Did you mean: width?", "--device must", "--augment expects" })]
    [InlineData(new[] { "sample", "--count", "0", "--class", "", "-o", "x.jpg" }, new[] { "--count must", "--class is empty", "-o names" })]
    [InlineData(new[] { "evaluate", "--count", "1", "--min", "a", "--max", "b=c" }, new[] { "--count must", "--min expects", "for --max b" })]
    [InlineData(new[] { "data", "prepare", ".", "--size", "1", "--workers", "x", "--fit", "y" }, new[] { "--size must", "--workers expects", "--fit is" })]
    [InlineData(new[] { "data", "prepare", ".", "--channels", "2", "--background", "pink", "-o", "" }, new[] { "--channels is 1", "--background is", "--output is empty" })]
    [InlineData(new[] { "data", "make", "ring", "--count", "x", "--split", "tset", "--sides", "9", "-o", "" }, new[] { "--count expects", "--split is", "--sides expects", "--output is empty" })]
    [InlineData(new[] { "train", "digits", "--steps", "x", "--doctor", "wtach", "--background", "pink", "--config", "", "--out", "" }, new[] { "--steps expects", "--doctor is", "--background is", "--config is empty", "--out is empty" })]
    [InlineData(new[] { "evaluate", "--count", "1", "--metrics", "fdd", "--space", "foo", "--data", "" }, new[] { "--count must", "no metric \"fdd\"", "no space \"foo\"", "--data is empty" })]
    [InlineData(new[] { "sample", "--seeds", "1-x", "--class", "", "--scale", "99" }, new[] { "--seeds expects", "--class is empty", "--scale must" })]
    [InlineData(new[] { "data", "check", ".", "--size", "x", "--report", "", "--quarantine", "" }, new[] { "--size expects", "--report is empty", "--quarantine is empty" })]
    [InlineData(new[] { "compare", "a", "b", "--metric", "", "-o", "" }, new[] { "--metric is empty", "--output is empty" })]
    [InlineData(new[] { "train", "ring", "--stpes", "3", "--minuts=4", "--lr", "x", "--lang", "fr", "--threads" }, new[] { "--threads needs a value", "mean: --steps?", "mean: --minutes?", "--lang is en or es", "for --lr", "See: adversa train --help" })]
    [InlineData(new[] { "resume", "r", "--steps", "0", "--steps", "9", "--minutes", "x", "--out", "y" }, new[] { "--steps stands there 2 times", "no option \"--out\"", "for --minutes" })]
    [InlineData(new[] { "sample", "--seeds", "1", "--count", "2", "--scale", "99" }, new[] { "not both", "--scale must" })]
    [InlineData(new[] { "check", "gan", "--seed", "-4611686018427387904", "--threads", "0" }, new[] { "--seed must be a whole number from -4611686018427387903", "--threads must" })]
    [InlineData(new[] { "evaluate", "--min", "a", "--min", "b=c", "--count", "1" }, new[] { "got a.", "for --min b", "--count must" })]
    public void All_faults_of_a_line_are_named_at_once(string[] line, string[] parts)
    {
        var ended = Cli.Here(line);

        Assert.Equal(2, ended.Exit);
        Assert.All(parts, part => Assert.Contains(part, ended.Problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Weights_that_are_none_are_refused_before_the_run_is_opened()
    {
        var run = Directory.CreateTempSubdirectory("adversa-").FullName;
        try
        {
            File.WriteAllText(Path.Join(run, "recipe.json"), "{}");          // no checkpoint: to open it would end with 4
            File.WriteAllText(Path.Join(run, "odd.pth"), "no weights");
            var ended = Cli.Here("evaluate", run, "--metrics", "fd", "--space", $"inception:{Path.Join(run, "odd.pth")}");

            Assert.Equal(3, ended.Exit);
            Assert.Contains("odd.pth", ended.Problem, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(run, recursive: true);
        }
    }

    [Fact]
    public void Without_a_word_the_program_introduces_itself()
    {
        var ended = Cli.Here();

        Assert.Equal(0, ended.Exit);
        Assert.Contains("adversa train digits", ended.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Help_describes_every_command_and_option(string language)
    {
        using var nowhere = new StringWriter();
        foreach (var (path, command) in Tree.Commands(CommandLine.Build(new Terminal([], nowhere, nowhere))))
        {
            var ended = Cli.Here([.. path, "--help", "--lang", language]);

            Assert.Equal((0, ""), (ended.Exit, ended.Error));
            Assert.Contains(language == "es" ? "Uso:" : "Usage:", ended.Out, StringComparison.Ordinal);
            var isSpanish = language == "es";
            foreach (var option in command.Options) Assert.Matches($@"(?m)^  (-\S+, )*{option.Name}(, -\S+)*( <[^>]+>)?  +\S", ended.Out);
            if (isSpanish) foreach (var option in command.Options) if (Language.SpanishFlag(option.Name) is { } name) Assert.Matches($@"(?m)^  (-\S+, )*{name}(, -\S+)*( <[^>]+>)?  +\S", ended.Out);
            foreach (var argument in command.Arguments) Assert.Matches($@"<{(isSpanish ? Language.SpanishValue(argument.Name) : argument.Name)}>  +\S", ended.Out);
            foreach (var sub in command.Subcommands) Assert.Equal(!sub.Hidden, Regex.IsMatch(ended.Out, $@"\n  {sub.Name}( <[^>]+>)?  +\S"));
            if (isSpanish) Assert.DoesNotMatch(@" the |<(RUN|SPEC|FILE|DIR|NAME|PATH|RECIPE|key=|metric=)", ended.Out);
            else Assert.All(Language.Flags, flag => Assert.DoesNotContain($"{flag.Spanish} ", ended.Out, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Help_is_a_command_too()
    {
        Assert.Equal(Cli.Here("--help").Out, Cli.Here("help").Out);
        Assert.Equal(Cli.Here("train", "--help").Out, Cli.Here("help", "train").Out);
        Assert.Equal(Cli.Here("data", "show", "--help").Out, Cli.Here("help", "data", "show").Out);
        Assert.Equal(Cli.Here("entrenar", "--help", "--lang", "es").Out, Cli.Here("ayuda", "entrenar", "--idioma", "es").Out);
        Assert.Equal(Cli.Here("--version").Out, Cli.Here("version").Out);
        Assert.Equal("error ADV2001: There is no command \"trian\". Did you mean: train?", Cli.Here("help", "trian").Problem);
        Assert.Equal(2, Cli.Here("help", "data", "decode-pictures").Exit);
    }

    [Theory]
    [InlineData("train ring -o x", "There is no option \"-o\". Did you mean: --out?")]
    [InlineData("train -o x ring", "There is no option \"-o\". Did you mean: --out?")]
    [InlineData("train -o", "There is no option \"-o\". Did you mean: --out?")]
    [InlineData("train --stpes 3 ring", "Did you mean: --steps?")]
    [InlineData("data show -x", "There is no option \"-x\".")]
    [InlineData("train -- -o", "There is no recipe \"-o\".")]
    [InlineData("train ring --output x", "Did you mean: --out?")]
    [InlineData("sample latest --out x", "Did you mean: --output?")]
    [InlineData("train ring -d x", "Did you mean: --data, --device, --deterministic, --doctor, --dry-run?")]
    [InlineData("train ring -9", "There is no option \"-9\". See:")]
    [InlineData("sample --scal 3", "There is no option \"--scal\". Did you mean: --scale?")]
    [InlineData("compare a --metrik fd", "There is no option \"--metrik\". Did you mean: --metric?")]
    [InlineData("data", "data needs one of: check, prepare, make, show, get.")]
    [InlineData("data decode-picture", "There is no command \"decode-picture\". See:")]
    public void A_wrong_option_hints_at_the_right_one(string line, string words) => Assert.Contains(words, Cli.Here(line.Split(' ')).Problem, StringComparison.Ordinal);

    [Fact]
    public void The_version_is_one_line() => Assert.Matches(@"^adversa \d+\.\d+\.\d+\n$", Cli.Here("--version").Out);

    [Theory]
    [InlineData("--json", "--version")]
    [InlineData("--json", "recipes")]
    [InlineData("--json", "recipes", "show", "dcgan")]
    [InlineData("--json", "recipes", "show", "ring")]
    [InlineData("--json", "explain", "ADV2011")]
    [InlineData("--json", "explain")]
    [InlineData("--json", "data", "show", "ring")]
    [InlineData("--json", "train", "rign")]
    public void With_json_each_line_is_an_object(params string[] line) => Cli.AssertJson(Cli.Here(line));

    [Fact]
    public void An_error_is_an_event_too()
    {
        var error = Assert.Single(Cli.Here("train", "rign", "--json").Events);

        Assert.Equal(("error", "ADV2004", 2), (error["event"]!.GetValue<string>(), error["code"]!.GetValue<string>(), error["exit"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("en", "A number could not be read.")]
    [InlineData("es", "No se pudo leer un número.")]
    public void A_code_is_explained(string language, string words)
    {
        foreach (var code in new[] { "ADV2011", "adv2011", "2011" }) Assert.StartsWith($"ADV2011  {words}", Cli.Here("explain", code, "--lang", language).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_says_what_each_recipe_needs_and_about_how_long_it_takes_here()
    {
        var ended = Cli.Here("recipes");
        var recipes = Cli.Here("recipes", "--json").Events.Where(line => line["event"]!.GetValue<string>() == "recipe").ToList();

        Assert.Matches(@"\n  digits .*\n.*\n +Needs nothing else; about [0-9 minsh]+ here\.\n", ended.Out);
        Assert.Matches(@"\n  mnist .*\n.*\n +Needs pictures \(--data PATH\); about [0-9 minsh]+ here\.\n", ended.Out);
        Assert.Contains("Needs pictures with 2 classes or more, and a run to build on (--from RUN).", ended.Out, StringComparison.Ordinal);
        Assert.Matches(@"\nTimes are estimates: .* times \d", ended.Out);
        Assert.All(recipes.Where(r => r["seconds"]!.GetValue<double>() > 0), r => Assert.True(r["seconds_here"]!.GetValue<double>() > 0));
        Assert.Contains("Needs nothing else; 3 min 01 s where it was measured.", Cli.Here("recipes", "show", "digits").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Recipes_speak_both_languages()
    {
        Assert.Contains("A DCGAN learns to draw handwritten digits", Cli.Here("recipes").Out, StringComparison.Ordinal);
        Assert.Contains("Una DCGAN aprende a dibujar", Cli.Here("recetas", "--lang", "es").Out, StringComparison.Ordinal);
        Assert.Contains("dcgan28: Pequeña y rápida", Cli.Here("recipes", "show", "dcgan", "--lang", "es").Out, StringComparison.Ordinal);
        Assert.Contains("learningRate=0.0002", Cli.Here("recipes", "show", "dcgan").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_in_the_sources_is_explained_in_both_languages()
    {
        var files = Directory.EnumerateFiles(Path.Join(Cli.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Join(Cli.Root, "setup"))).Append(Path.Join(Cli.Root, "adversa")).Append(Path.Join(Cli.Root, "test"));
        var used = files.SelectMany(file => CodeUses().Matches(File.ReadAllText(file)).Select(match => int.Parse(match.Groups.Values.Skip(1).First(g => g.Success).ValueSpan, System.Globalization.CultureInfo.InvariantCulture))).ToHashSet();

        Assert.True(used.Count > 40, $"only {used.Count} codes found: the pattern no longer fits the sources");
        Assert.Empty(used.Except(Codes.All.Keys));
        Assert.All(Codes.All.Values, text => Assert.True(text.English.Length > 20 && text.Spanish.Length > 20 && text.English != text.Spanish));
    }

    [Fact]
    public void Spanish_texts_name_values_as_the_Spanish_help_does_and_write_decimals_with_a_point()
    {
        var english = new Regex($"(?<![A-Za-z_-])({string.Join('|', Language.EnglishValues.Where(value => value.Length > 1))})(?![A-Za-z_/-])");
        List<string> wrong = [];
        var files = Directory.GetFiles(Path.Join(Cli.Root, "src"), "*.es.resx", SearchOption.AllDirectories);
        Assert.True(files.Length > 10, $"only {files.Length} files of Spanish texts");
        foreach (var file in files)
            wrong.AddRange(XDocument.Load(file).Descendants("data").Select(data => data.Element("value")!.Value).Where(text => english.IsMatch(text) || DecimalComma().IsMatch(text)));
        foreach (var page in Directory.EnumerateFiles(Path.Join(Cli.Root, "docs/es")).Append(Path.Join(Cli.Root, "README.es.md")))
            wrong.AddRange(File.ReadLines(page).Where(line => !line.StartsWith("//", StringComparison.Ordinal) && (english.IsMatch(line) || DecimalComma().IsMatch(line))));

        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"(?<![\d,])\d+,\d+(?![\d,])(?<!0,0002)")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"AdversaException\((\d{4}),|\bWarn\((\d{4}),|\bwarn\((\d{4}),|(?<=DataError[\s\S]*)public const int \w+ = (\d{4});|fail \d+ (\d{4}) |new\((\d{4}), ExitCode|\bADV(\d{4})\b")]
    private static partial Regex CodeUses();
}
