using Adversa.Cli.Commands;
using Adversa.Cli.Output;

namespace Adversa.Cli.Tests;

[Collection("here")]
public class CompletionTests
{
    [Theory]
    [InlineData("tr", "train")]
    [InlineData("che", "check", "checkpoint")]
    [InlineData("data ", "check", "prepare", "make", "show", "get")]
    [InlineData("train dig", "digits")]
    [InlineData("train ring --st", "--steps", "--stop-when-worse")]
    [InlineData("train ring --steps 5 --dev", "--device")]
    [InlineData("train ring --doctor ", "off", "watch", "act")]
    [InlineData("train ring --doctor=a", "--doctor=act")]
    [InlineData("train dcgan --data gl", "glyphs")]
    [InlineData("train ring --set bat", "batch=")]
    [InlineData("evaluate latest --metrics fd,ki", "fd,kid")]
    [InlineData("sample l", "latest")]
    [InlineData("sample latest l")]
    [InlineData("explain ADV201", "ADV2010", "ADV2011", "ADV2012", "ADV2013", "ADV2014", "ADV2015", "ADV2016", "ADV2017", "ADV2018", "ADV2019")]
    [InlineData("completion ", "bash", "zsh", "fish", "pwsh")]
    [InlineData("help exp", "experiment", "explain")]
    [InlineData("entrenar rin", "ring")]
    [InlineData("data get mni", "mnist")]
    [InlineData("data make swi", "swiss-roll")]
    [InlineData("recipes show wgan-gp-", "wgan-gp-swiss-roll")]
    [InlineData("train ./pic")]
    [InlineData("dec")]
    public void A_line_is_completed(string line, params string[] expected) =>
        Assert.Equal(expected, Completions.Of(CommandLine.Build(new Terminal([], TextWriter.Null, TextWriter.Null)), line.Split(' ')));

    [Fact]
    public void Runs_are_completed_by_name()
    {
        using var here = new Workplace();
        here.Write("runs/2026-01-01_dcgan/recipe.json", "{}"u8.ToArray());

        Assert.Equal("2026-01-01_dcgan\n", here.Run("complete", "--", "report", "20").Out);
    }

    [Fact]
    public void Spanish_verbs_and_options_are_offered_in_spanish()
    {
        Assert.Equal("entrenar\n", Cli.Here("--lang", "es", "complete", "--", "entr").Out);
        Assert.Equal("--datos\n", Cli.Here("--lang", "es", "complete", "--", "train", "ring", "--dat").Out.Replace("--data\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_shell_has_a_script_and_bash_completes_by_its_own()
    {
        using var here = new Workplace();
        Assert.All(CompletionCommand.Shells, shell => Assert.Contains("complete --", Cli.Here("completion", shell).Out, StringComparison.Ordinal));
        Assert.Equal("error ADV2001: completion knows bash, zsh, fish, pwsh; got csh.", Cli.Here("completion", "csh").Problem);
        here.Write("adversa", System.Text.Encoding.UTF8.GetBytes($"#!/bin/sh\nexec {ShellWords.Quote(Cli.Dotnet)} {ShellWords.Quote(Cli.Program)} \"$@\"\n"));
        here.Write("script", System.Text.Encoding.UTF8.GetBytes(Cli.Here("completion", "bash").Out));

        var ended = here.Shell("chmod +x adversa; . ./script; COMP_WORDS=(./adversa train ring --doctor ''); COMP_CWORD=4; _adversa; echo \"${COMPREPLY[@]}\"");

        Assert.Equal(("off watch act\n", ""), (ended.Out, ended.Error));
    }
}
