using Adversa.Torch.Native;

namespace Adversa.Torch.Tests;

// libtorch's lazy tensors are the second device that every machine has: see Device.Lazy.
public sealed class DeviceTests
{
    public DeviceTests() => Engine.Ready(Device.Lazy);

    [Theory]
    [InlineData("cpu", "cpu")]
    [InlineData("cuda", "cuda:0")]
    [InlineData("cuda:3", "cuda:3")]
    [InlineData("lazy", "lazy")]
    public void A_device_is_read_and_written(string word, string written)
    {
        Assert.True(Device.TryParse(word, out var device));
        Assert.Equal(written, device.ToString());
    }

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda:")]
    [InlineData("cuda:-1")]
    [InlineData("cuda: 1")]
    [InlineData("cuda:1,5")]
    [InlineData("cuda:128")]
    [InlineData("CUDA")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_device_is_not_read(string? word) => Assert.False(Device.TryParse(word, out _));

    [Fact]
    public void Numbers_travel_to_a_device_and_back()
    {
        using var scope = new TensorScope();

        var there = Tensor.From([1f, 2f, 3f, 4f], [2, 2], Device.Lazy);
        var product = there.Matmul(there);

        Assert.Equal(Device.Lazy, product.Device);
        Assert.Equal([7f, 10f, 15f, 22f], product.ToArray<float>());
        Assert.Equal([1f, 2f, 3f, 4f], there.To(Device.Cpu).ToArray<float>());
        Assert.Equal(Device.Cpu, Tensor.Ones([2]).Device);
    }

    [Fact]
    public void A_gradient_lies_where_its_tensor_does()
    {
        using var scope = new TensorScope();
        var x = Tensor.From([3f], [1], Device.Lazy);
        x.RequiresGrad = true;

        x.Square().Sum().Backward();

        Assert.Equal(Device.Lazy, x.Grad!.Device);
        Assert.Equal([6f], x.Grad.ToArray<float>());
    }

    [Fact]
    public void A_seed_gives_the_same_weights_on_every_device()
    {
        using var scope = new TensorScope();
        using var one = new Generator(5);
        using var two = new Generator(5);

        var here = Torch.Nn.Init.Normal(Tensor.Zeros([40]), 0, 1, one);
        var there = Torch.Nn.Init.Normal(Tensor.Zeros([40]).To(Device.Lazy), 0, 1, two);

        Assert.Equal(Device.Lazy, there.Device);
        Assert.Equal(here.ToArray<float>(), there.ToArray<float>());
    }

    // A generator of a GPU keeps 16 bytes, one of the processor 5056.
    [Fact]
    public void The_state_of_another_kind_of_generator_becomes_a_seed()
    {
        using var scope = new TensorScope();
        float[] After(byte[] state)
        {
            using var generator = new Generator(1);
            generator.VisitState("noise", new Given(state));
            return Tensor.Randn([4], generator).ToArray<float>();
        }

        var first = After([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);

        Assert.Equal(first, After([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]));
        Assert.NotEqual(first, After([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17]));
    }

    [Fact]
    public void A_gpu_that_is_not_there_is_refused_with_the_reason()
    {
        var failure = Assert.Throws<AdversaException>(() => Engine.Use(Device.Cuda(127)));

        Assert.Equal((5012, ExitCode.Resource), (failure.Code, failure.Exit));
        Assert.Contains(Engine.HasCuda ? "cuda:127" : "without CUDA", failure.Message, StringComparison.Ordinal);
        Assert.Equal(Device.Cpu, Engine.Device);
    }

    [Theory]
    [InlineData(2, "CUDA out of memory. Tried to allocate 20.00 MiB", 5002, "accumulate")]
    [InlineData(2, "DefaultCPUAllocator: can't allocate memory", 5002, "close other programs")]
    [InlineData(1, "CUDA error: unspecified launch failure", 5015, "nvidia-smi")]
    [InlineData(1, "cuDNN error: CUDNN_STATUS_EXECUTION_FAILED", 5015, "nvidia-smi")]
    public void Trouble_of_a_device_ends_with_5_and_says_what_to_do(int status, string text, int code, string help)
    {
        var failure = Assert.IsType<AdversaException>(NativeStatus.Of(status, "aten::conv2d", text));

        Assert.Equal((code, ExitCode.Resource), (failure.Code, failure.Exit));
        Assert.Contains(help, failure.Message, StringComparison.Ordinal);
        Assert.Contains(text, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 1, "1")]
    [InlineData("", 1, "1")]
    [InlineData("2,3", 1, "3")]
    [InlineData("GPU-8932f937, GPU-15f0", 1, "GPU-15f0")]
    public void A_gpu_is_asked_for_by_the_drivers_name(string? visible, int index, string name) => Assert.Equal(name, Gpu.Seen(visible, index));

    private sealed class Given(byte[] state) : IStateVisitor
    {
        public void Visit(string name, ref long value) { }

        public void Visit(string name, ref double value) { }

        public void Visit(string name, ref byte[] value) => value = state;
    }
}
