using Adversa.Torch;
using Adversa.Training.Plans;

namespace Adversa.Training.Tests.Loop;

public sealed class TrainerTests
{
    // The gradients of the last update stay at the weights. Theirs is far above a thousandth, so the bound is reached: float32 over some thousand squares.
    [Theory]
    [InlineData(0.001)]
    [InlineData(0.01)]
    public void The_joint_norm_of_the_gradients_is_held_to_the_players_bound(double bound)
    {
        Assert.Equal(bound, NormAfterAnUpdate(bound), bound * 1e-3);
        Assert.True(NormAfterAnUpdate(0) > 0.1);
    }

    private static double NormAfterAnUpdate(double clipNorm)
    {
        using var scope = new TensorScope();
        using var setup = Tiny.Setup(Tiny.Recipe("ddpm", 20, ("options.clipNorm", clipNorm)));
        setup.Trainer.Update(read: false);
        return Math.Sqrt(setup.Model.Players[0].Network.Parameters.Sum(p => p.Grad!.Square().Sum().Item()));
    }
}
