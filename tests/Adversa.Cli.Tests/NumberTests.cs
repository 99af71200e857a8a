using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Cli.Commands;
using Adversa.Cli.Output;
using Adversa.Models;
using Adversa.Models.Variants;
using Adversa.Training.Recipes;

namespace Adversa.Cli.Tests;

/// <summary>Every numeric option of the command tree, and every numeric member of a recipe, against every kind of text that is no such number.</summary>
[Collection("here")]
public class NumberTests
{
    private static readonly string[] NoNumbers = ["0,0002", "1.234,5", "nan", "NaN", "inf", "-Infinity", "1e999", "-1e999", "1 000", "1_000", "1,000", "1'000", "٣", "１", "−1", "0x10", "", " ", "abc", "5m", "--5"];

    private static readonly string[] TextOptions = ["--data", "--doctor", "--metric", "--out", "--metrics", "--space", "--vectors", "--device", "--precision", "--set", "--config", "--seeds", "--output", "--lang", "--min", "--max", "--fit", "--to", "--split", "--sides", "--augment", "--report", "--quarantine", "--from", "--against", "--background", "--class", "--mix", "--project", "--ema", "--input", "--direction", "--mask", "--paste", "--prompt"];

    /// <summary>What each command needs beside the option.</summary>
    private static string[] Line(string[] path) => path switch
    {
        ["train"] => ["train", "ring"],
        ["data", _] => [.. path, "ring"],
        _ => path,
    };

    public static TheoryData<string, string> Options => Named<NumberOption>();

    public static TheoryData<string, string> WholeOptions => Named<WholeOption>();

    private static TheoryData<string, string> Named<T>()
    {
        using var nowhere = new StringWriter();
        return [.. Tree.Options(CommandLine.Build(new Terminal([], nowhere, nowhere))).Where(pair => pair.Option is T).Select(pair => (string.Join(' ', pair.Path), pair.Option.Name))];
    }

    public static TheoryData<string, string> Members()
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, value) in new Recipe().ToJson())
            if (value?.GetValueKind() == JsonValueKind.Number) data.Add("gan", name);
        foreach (var variant in VariantCatalog.BuiltIn)
            foreach (var (name, value) in variant.ToJson(variant.Presets[0].Options))
                if (value?.GetValueKind() == JsonValueKind.Number) data.Add(variant.Id, name);
        return data;
    }

    [Theory]
    [InlineData("4611686018427387903", 0)]
    [InlineData("-4611686018427387903", 0)]
    [InlineData("4611686018427387904", 2)]
    [InlineData("-4611686018427387904", 2)]
    public void A_seed_has_one_range_as_a_flag_and_by_set(string seed, int exit)
    {
        Assert.Equal(exit, Cli.Here("train", "ring", "--dry-run", "--seed", seed).Exit);
        Assert.Equal(exit, Cli.Here("train", "ring", "--dry-run", "--set", $"seed={seed}").Exit);
    }

    [Fact]
    public void Every_option_with_a_value_is_known_as_a_number_or_as_a_text()
    {
        using var nowhere = new StringWriter();
        var others = Tree.Options(CommandLine.Build(new Terminal([], nowhere, nowhere))).Select(pair => pair.Option)
            .Where(option => option is not NumberOption && option.ValueType != typeof(bool) && option.Arity.MaximumNumberOfValues > 0 && option.Name is not ("--help" or "--version"));

        Assert.All(others, option => Assert.Contains(option.Name, TextOptions));
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void An_option_takes_nothing_but_its_numbers(string command, string option)
    {
        var line = Line(command.Split(' '));
        foreach (var text in NoNumbers) AssertRefused(Cli.Here([.. line, $"{option}={text}"]), option, text);
        if (option is not "--seed") AssertRefused(Cli.Here([.. line, $"{option}=-1"]), option, "-1");
        AssertRefused(Cli.Here([.. line, $"{option}=1e30"]), option, "1e30");
    }

    [Theory]
    [MemberData(nameof(WholeOptions))]
    public void Whole_numbers_have_no_fraction(string command, string option)
    {
        foreach (var text in new[] { "100.5", "1e2", "100.0" }) AssertRefused(Cli.Here([.. Line(command.Split(' ')), $"{option}={text}"]), option, text);
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_of_a_recipe_takes_nothing_but_its_numbers(string variant, string member)
    {
        string[] line = variant == "gan" ? ["train", "ring"] : ["train", variant, "--data", variant switch { "pix2pix" or "cyclegan" or "tp-gan" => "day-night", "stargan" or "attgan" => "avatars", "gan-int-cls" => "captions", "dr-gan" => "avatar-people", _ => "digits" }];
        foreach (var text in NoNumbers.Where(text => text != "--5")) AssertRefused(Cli.Here([.. line, "--set", $"{member}={text}"]), member, text);
        if (member is not "seed" && (variant, member) is not ("lsgan", "fakeTarget" or "realTarget" or "generatorTarget")) AssertRefused(Cli.Here([.. line, "--set", $"{member}=-1"]), member, "-1");
        AssertRefused(Cli.Here([.. line, "--set", $"{member}=1e30"]), member, "1e30");
    }

    [Fact]
    public void A_comma_is_answered_with_the_right_spelling_in_both_languages()
    {
        Assert.Equal("error ADV2011: \"0,0002\" is not a number for --lr. Use a point: --lr 0.0002", Cli.Here("train", "ring", "--lr", "0,0002").Problem);
        Assert.Equal("error ADV2011: «0,0002» no es un número válido para --lr. Use punto decimal: --lr 0.0002", Cli.Here("entrenar", "ring", "--lr", "0,0002", "--lang", "es").Problem);
        Assert.Equal("error ADV2011: \"0,5\" is not a number for --set beta1. Use a point: --set beta1=0.5", Cli.Here("train", "ring", "--set", "beta1=0,5").Problem);
    }

    [Fact]
    public void Every_impossible_value_is_named_at_once()
    {
        var problem = Cli.Here("train", "ring", "--set", "batch=-1", "--set", "latent=0", "--lr", "1").Problem;

        Assert.Contains("batch is -1; it must be a number from 1 to 65536 (from --set batch).", problem, StringComparison.Ordinal);
        Assert.Contains("options.latent is 0; it must be a number from 1 to 4096 (from --set latent).", problem, StringComparison.Ordinal);
    }

    private static void AssertRefused(Ended ended, string name, string text)
    {
        Assert.True(ended.Exit == 2, $"{name}={text} ended with {ended.Exit}: {ended.Error}");
        Assert.Matches("^error ADV(2001|2011|2012|2020|2022): ", ended.Problem);
        Assert.Contains(name, ended.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("E+308", ended.Problem, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Environment.GetEnvironmentVariable("ADVERSA_RUNS")), "a refused command made a run");
    }
}
