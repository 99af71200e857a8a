namespace Adversa.Cli.Tests;

/// <summary>What a word that leads nowhere is answered with.</summary>
[Collection("here")]
public sealed class MistypedTests : IDisposable
{
    private readonly Workplace _here = new();

    public void Dispose() => _here.Dispose();

    [Theory]
    [InlineData("mnst", "Did you mean mnist? Bring it first: adversa data get mnist.")]
    [InlineData("MNIST", "Did you mean mnist? Bring it first: adversa data get mnist.")]
    [InlineData("digts", "Did you mean digits? Worlds: ")]
    [InlineData("dog-breds", "Did you mean dog-breeds? Bring it first: adversa data get dog-breeds.")]
    [InlineData("qwertyuiop", "nor a download. Worlds: ")]
    public void Data_is_looked_for_among_worlds_downloads_and_files(string spec, string words)
    {
        Assert.Contains(words, Cli.Here("data", "show", spec).Problem, StringComparison.Ordinal);
        Assert.Contains(words, Cli.Here("train", "dcgan", "--data", spec).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_is_looked_for_beside_itself()
    {
        _here.Pictures("pictures", 2);

        Assert.Contains($"Did you mean {_here["pictures"]}?", Cli.Here("data", "show", _here["pictrues"]).Problem, StringComparison.Ordinal);
        Assert.Contains($"Did you mean {_here["pictures"]}?", Cli.Here("data", "show", _here["Pictures"]).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_in_place_of_a_recipe_is_answered_with_the_line_that_trains_on_it()
    {
        _here.Pictures("pictures", 2, size: 32);

        Assert.Contains("Name a system and the data: adversa train dcgan --data avatars", Cli.Here("train", "avatars").Problem, StringComparison.Ordinal);
        Assert.Contains("Name a system and the data: adversa train gan --data gaussians", Cli.Here("train", "gaussians").Problem, StringComparison.Ordinal);
        Assert.Contains($"Name a system and the data: adversa train dcgan --data {_here["pictures"]}", Cli.Here("train", _here["pictures"]).Problem, StringComparison.Ordinal);
        Assert.Contains("Did you mean: mnist?", Cli.Here("train", "mnst").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_doctor_says_when_it_looks_first()
    {
        Cli.Here("train", "ring", "--steps", "2", "--set", "batch=8", "--out", _here["r"], "--no-judge");

        Assert.StartsWith("The doctor has not looked at the run yet: it is at step 2, and the first look comes at step 800. One look now, at its checkpoint of step 2:\n", Cli.Here("doctor", _here["r"]).Out, StringComparison.Ordinal);

        Directory.Delete(_here["r/checkpoints"], recursive: true);
        var none = Cli.Here("doctor", _here["r"]);
        Assert.Equal(4, none.Exit);
        Assert.Contains($"it is at step 2, and the first look comes at step 800. Ask again then; a run that stands still goes on with: adversa resume {_here["r"]}", none.Problem, StringComparison.Ordinal);
    }
}
