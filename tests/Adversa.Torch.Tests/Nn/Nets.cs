using System.Collections;
using System.Reflection;
using Adversa.Torch.Nn;
using Module = Adversa.Torch.Nn.Module;

namespace Adversa.Torch.Tests.Nn;

/// <summary>A Sequential under the name <c>net</c>, as in make_golden.py, so that keys read <c>net.0.weight</c>.</summary>
public sealed class Net : Module
{
    private readonly Sequential _net;

    public Net(params Module[] layers) => _net = Child("net", new Sequential(layers));

    public override Tensor Forward(Tensor x) => _net.Forward(x);
}

/// <summary>An operation as a module.</summary>
public sealed class Lambda(Func<Tensor, Tensor> function) : Module
{
    public override Tensor Forward(Tensor x) => function(x);
}

public static class Nets
{
    public static Net Dcgan28Discriminator(Generator g) => new(
        new Conv2d(1, 8, 4, g, stride: 2, padding: 1), new LeakyReLU(0.2),
        new Conv2d(8, 16, 4, g, stride: 2, padding: 1, bias: false), new BatchNorm2d(16), new LeakyReLU(0.2),
        new Conv2d(16, 1, 7, g));

    public static Net Dcgan28Generator(Generator g) => new(
        new ConvTranspose2d(3, 16, 7, g, bias: false), new BatchNorm2d(16), new ReLU(),
        new ConvTranspose2d(16, 8, 4, g, stride: 2, padding: 1, bias: false), new BatchNorm2d(8), new ReLU(),
        new ConvTranspose2d(8, 1, 4, g, stride: 2, padding: 1), new Tanh());

    /// <summary>Makes every real parameter and buffer float64. Modules are float32 only, so the test reaches into them.</summary>
    public static T InFloat64<T>(this T network) where T : Module
    {
        const BindingFlags hidden = BindingFlags.Instance | BindingFlags.NonPublic;
        foreach (var module in network.Modules())
        {
            foreach (var list in new[] { "_parameters", "_buffers" }.Select(name => (IList)typeof(Module).GetField(name, hidden)!.GetValue(module)!))
                for (var i = 0; i < list.Count; i++)
                {
                    var (name, old) = ((string, Tensor))list[i]!;
                    if (old.DType != DType.Float32) continue;
                    var real = TensorScope.Detach(old.Detach().To(DType.Float64));
                    real.RequiresGrad = old.RequiresGrad;
                    list[i] = (name, real);
                    for (var type = module.GetType(); type != typeof(Module); type = type!.BaseType)
                        foreach (var field in type!.GetFields(hidden | BindingFlags.DeclaredOnly).Where(f => ReferenceEquals(f.GetValue(module), old)))
                            field.SetValue(module, real);
                    old.Dispose();
                }
        }

        return network;
    }
}
