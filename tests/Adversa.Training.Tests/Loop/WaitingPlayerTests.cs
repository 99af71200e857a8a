using Adversa.Torch.Nn;

namespace Adversa.Training.Tests.Loop;

/// <summary>Who is not due in the first round does not move in it either.</summary>
public sealed class WaitingPlayerTests
{
    [Fact]
    public void A_discriminator_without_weight_never_moves()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("pix2pix", 20, ("options.adversarial", 0)));
        var (g, d) = (setup.Model.Players[0].Network, setup.Model.Players[1].Network);
        var (before, other) = (Values(d), Values(g));

        for (var i = 0; i < 4; i++) setup.Trainer.Update(read: false);

        Assert.Equal(before, Values(d));
        Assert.NotEqual(other, Values(g));
        Assert.Equal(4, setup.Trainer.Round);
    }

    private static List<float> Values(Module network) => [.. network.Parameters.SelectMany(parameter => parameter.ToArray<float>())];
}
