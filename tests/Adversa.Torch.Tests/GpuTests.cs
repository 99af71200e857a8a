using Adversa.Torch.Nn;
using Adversa.Torch.Optim;

namespace Adversa.Torch.Tests;

// What only a GPU shows. Written without one.
[Trait("gpu", "yes")]
public sealed class GpuTests
{
    private const string NoGpu = "libtorch sees no GPU here";

    public static bool HasGpu => Engine.CudaDevices > 0;

    [Fact(Skip = NoGpu, SkipUnless = nameof(HasGpu))]
    public void Adam_moves_parameters_as_on_the_processor()
    {
        float[] Moved(Device device)
        {
            using var scope = new TensorScope();
            using var init = new Generator(1);
            var parameter = Tensor.Randn([64, 3, 4, 4], init).To(device).Leaf();
            using var adam = new Adam([("w", parameter)], 0.01, weightDecay: 0.1);
            Assert.Equal(device.IsCuda, adam.IsFused);
            for (var step = 0; step < 5; step++)
            {
                parameter.Grad = parameter.Detach().Square();
                adam.Step();
            }

            return parameter.ToArray<float>();
        }

        Assert.All(Moved(Device.Cpu).Zip(Moved(Device.Cuda())), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact(Skip = NoGpu, SkipUnless = nameof(HasGpu))]
    public void A_picture_in_bf16_has_its_channels_last_and_nearly_the_same_numbers()
    {
        using var scope = new TensorScope();
        using var init = new Generator(1);
        var (x, weight) = (Tensor.Randn([4, 8, 16, 16], init).To(Device.Cuda()), (Tensor.Randn([8, 8, 3, 3], init) * 0.1).To(Device.Cuda()));
        Tensor Convolved() => PrecisionScope.Product(x, weight, null, static (x, w, b) => Conv2d.Convolve(x, w, b, 1, 1));

        var exact = Convolved();
        Tensor rounded;
        using (new PrecisionScope(Precision.Bf16)) rounded = Convolved();

        Assert.True(exact.IsContiguous);
        Assert.False(rounded.IsContiguous);
        Assert.All(exact.ToArray<float>().Zip(rounded.ToArray<float>()), pair => Assert.Equal(pair.First, pair.Second, 0.1f));
    }
}
