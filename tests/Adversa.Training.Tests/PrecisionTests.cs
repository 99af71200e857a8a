using Adversa.Torch;
using Adversa.Training.Recipes;

namespace Adversa.Training.Tests;

public class PrecisionTests
{
    public static bool HasBf16 => !Engine.OneDnnErrs;

    [Theory(Skip = "This libtorch has no bf16 on this processor: see docs/platforms.md", SkipUnless = nameof(HasBf16))]
    [InlineData("digits")]
    [InlineData("wgan-gp")]
    public void A_run_in_bf16_computes_other_weights_that_are_near_and_resumes_bit_for_bit(string kind)
    {
        using var folder = new TemporaryFolder();
        var full = Tiny.Recipe(kind, 4);
        var half = Tiny.Recipe(kind, 4, ("precision", "bf16"));
        Tiny.Train(folder["full"], full);
        Tiny.Train(folder["half"], half);
        Tiny.TrainAndStop(folder["cut"], half, at: 2);

        Tiny.Resume(folder["cut"]);

        Assert.NotEqual(Tiny.Hash(folder["full"]), Tiny.Hash(folder["half"]));
        Assert.Equal(Tiny.Hash(folder["half"]), Tiny.Hash(folder["cut"]));
    }

    [Fact]
    public void Single_precision_is_the_default_and_leaves_the_hash_alone()
    {
        var recipe = Tiny.Resolve(Tiny.Recipe("ring")).Recipe;

        Assert.Equal(Precision.Fp32, recipe.Precision);
        var without = recipe.ToJson();
        without.Remove("precision");
        Assert.Equal(recipe.Hash(), Recipe.FromJson(without).Hash());
        Assert.NotEqual(recipe.Hash(), (recipe with { Precision = Precision.Bf16 }).Hash());
        Assert.Contains("precision", Assert.Throws<AdversaException>(() => Tiny.Resolve(Tiny.Recipe("ring", 20, ("precision", "fp8")))).Message, StringComparison.Ordinal);
    }
}
