using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests;

public sealed class LatentsTests
{
    // 10,000 numbers: five standard errors of the mean are .05 (normal) and .029 (uniform), of the variance .07 and .015.
    [Theory]
    [InlineData(Prior.Normal, 1.0)]
    [InlineData(Prior.Uniform, 1.0 / 3)]
    public void Both_kinds_of_latents_follow_the_prior(Prior prior, double variance)
    {
        using var scope = new TensorScope();
        using var noise = new Generator(1);

        foreach (var z in new[] { Latents.Draw(100, 100, prior, noise), Latents.OfSeeds([.. Enumerable.Range(0, 100)], 100, prior) })
        {
            Assert.Equal([100, 100], z.Shape);
            Assert.Equal(0, z.Mean().Item(), 0.05);
            Assert.Equal(variance, z.Square().Mean().Item(), 0.07);
            if (prior == Prior.Uniform) Assert.All(z.Doubles(), x => Assert.InRange(x, -1, 1));
        }
    }

    [Fact]
    public void A_seed_gives_the_same_latent_in_any_company_and_a_shorter_one_is_its_beginning()
    {
        using var scope = new TensorScope();

        var alone = Latents.OfSeeds([5], 8, Prior.Normal).Doubles();

        Assert.Equal(alone, Latents.OfSeeds([1, 5], 8, Prior.Normal).Doubles()[8..]);
        Assert.Equal(alone[..3], Latents.OfSeeds([5], 3, Prior.Normal).Doubles());
        Assert.NotEqual(alone, Latents.OfSeeds([6], 8, Prior.Normal).Doubles());
    }
}
