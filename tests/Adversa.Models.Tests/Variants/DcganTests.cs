using Adversa.Models.Variants;

namespace Adversa.Models.Tests.Variants;

public sealed class DcganTests
{
    [Theory]
    [InlineData(30, 28)]
    [InlineData(8, 8)]
    [InlineData(128, 128)]
    public void Sides_that_do_not_fit_the_levels_are_told_with_those_that_do(int height, int columns)
    {
        var options = VariantCatalog.Find("dcgan")!.FromJson([]);

        var problem = Assert.Single(options.Validate(new(FieldKind.Image, 1, height, columns)));

        Assert.Equal("options.levels", problem.Path);
        Assert.Contains("2 levels fit sides that are multiples of 4 from 12 to 64", problem.Text.English, StringComparison.Ordinal);
        Assert.Contains($"the data is {height}x{columns}x1", problem.Text.English, StringComparison.Ordinal);
        Assert.Contains("--size N", problem.Text.Spanish, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_needs_an_output_with_a_range()
    {
        var options = VariantCatalog.Find("dcgan")!.FromJson(new() { ["output"] = "none" });

        Assert.Equal("options.output", Assert.Single(options.Validate(new(FieldKind.Image, 1, 28, 28))).Path);
    }

    // Section 4 of the paper: β₁ = .5 in place of .9.
    [Fact]
    public void Both_players_move_by_Adam_at_2e_4_with_the_papers_betas()
    {
        using var model = TinyModels.Build("dcgan", "dcgan28");

        Assert.All(model.Players, player => Assert.Equal(new OptimizerOptions(OptimizerKind.Adam, 2e-4, 0.5, 0.999), player.Optimizer));
    }

    // The Keras code has 2e-4 for D and 1e-4 for the stacked turn.
    [Fact]
    public void Atienza28_moves_the_generator_at_half_the_discriminators_rate()
    {
        using var model = TinyModels.Build("dcgan", "atienza28");

        Assert.Equal([new OptimizerOptions(OptimizerKind.KerasRmsProp, 1e-4, 0.5, 0.9), new(OptimizerKind.KerasRmsProp, 2e-4, 0.5, 0.9)], model.Players.Select(player => player.Optimizer));
    }
}
