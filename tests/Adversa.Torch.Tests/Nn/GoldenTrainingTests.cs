using Adversa.Torch.Nn;
using Adversa.Torch.Optim;

namespace Adversa.Torch.Tests.Nn;

public sealed class GoldenTrainingTests
{
    [Fact]
    public void Mlp_gan_losses_and_gradients_equal_PyTorch()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("mlp_gan_seed");
        using var rng = new Generator(1);
        using var g = new Net(new Linear(6, 16, rng), new ReLU(), new Linear(16, 24, rng), new Sigmoid());
        using var d = new Net(new Linear(24, 16, rng), new ReLU(), new Linear(16, 1, rng));
        g.LoadStateDict(golden.Under("weight.g."));
        d.LoadStateDict(golden.Under("weight.d."));

        var fake = g.Forward(golden["input"]);
        var (scoreReal, scoreFake) = (d.Forward(golden["input2"]), d.Forward(fake.Detach()));
        var dLoss = (-scoreReal).Softplus().Mean() + scoreFake.Softplus().Mean();
        dLoss.Backward();
        d.RequireGrad(false);
        var gLoss = (-d.Forward(fake)).Softplus().Mean();
        gLoss.Backward();

        golden.Check("output", fake);
        golden.Check("score_real", scoreReal);
        golden.Check("score_fake", scoreFake);
        golden.Check("d_loss", dLoss);
        golden.Check("g_loss", gLoss);
        foreach (var (key, p) in g.NamedParameters()) golden.Check("grad.g." + key, p.Grad);
        foreach (var (key, p) in d.NamedParameters()) golden.Check("grad.d." + key, p.Grad);
    }

    // Ten times the reference's rounding, as everywhere. Adam's first steps move a parameter by lr * g/|g|, whatever the size of g: where g is a
    // cancelled sum near zero, its relative error is large, and so is the parameter's. 1e-6 beside it is 1/200 of one step (lr = 2e-4), which
    // any wrong term exceeds; measured are 2e-9 on the machine that wrote the file.
    [Fact]
    public void Three_steps_of_dcgan_equal_PyTorch()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("dcgan28_step");
        using var rng = new Generator(1);
        using var g = Nets.Dcgan28Generator(rng);
        using var d = Nets.Dcgan28Discriminator(rng);
        g.LoadStateDict(golden.Under("weight.g."));
        d.LoadStateDict(golden.Under("weight.d."));
        using var gAdam = new Adam(g.NamedParameters(), learningRate: 2e-4, beta1: 0.5);
        using var dAdam = new Adam(d.NamedParameters(), learningRate: 2e-4, beta1: 0.5);

        for (var step = 1; step <= 3; step++)
        {
            var fake = g.Forward(golden[$"z1.{step}"]).Detach();
            d.ZeroGrad();
            var dLoss = (-d.Forward(golden[$"real.{step}"])).Softplus().Mean() + d.Forward(fake).Softplus().Mean();
            dLoss.Backward();
            dAdam.Step();
            d.RequireGrad(false);
            g.ZeroGrad();
            var gLoss = (-d.Forward(g.Forward(golden[$"z2.{step}"]))).Softplus().Mean();
            gLoss.Backward();
            gAdam.Step();
            d.RequireGrad(true);

            golden.Check($"d_loss.{step}", dLoss);
            golden.Check($"g_loss.{step}", gLoss);
            if (step == 1) CheckState(golden, "after1.", g, d);
        }

        CheckState(golden, "after.", g, d);
    }

    private static void CheckState(Golden golden, string prefix, Module g, Module d)
    {
        foreach (var (key, tensor) in g.StateDict().Select(p => ("g." + p.Key, p.Value)).Concat(d.StateDict().Select(p => ("d." + p.Key, p.Value))))
        {
            if (!golden.Has(prefix + key)) continue;
            var largest = golden[prefix + key].Doubles().Max(Math.Abs);
            golden.Check(prefix + key, tensor, Math.Max(golden.Tolerance, largest == 0 ? 0 : 1e-6 / largest));
        }
    }
}
