using System.Globalization;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests.Nn;

namespace Adversa.Torch.Tests;

public sealed class EngineTests
{
    [Fact]
    public void Every_thread_computes_with_as_many_threads_as_OMP_NUM_THREADS_says_or_there_are_cores()
    {
        var asked = int.TryParse(Environment.GetEnvironmentVariable("OMP_NUM_THREADS"), CultureInfo.InvariantCulture, out var n) ? n : Environment.ProcessorCount;
        var elsewhere = 0;
        var thread = new Thread(() => elsewhere = Engine.Threads);
        thread.Start();
        thread.Join();

        Assert.Equal((asked, asked), (Engine.Threads, elsewhere));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1025)]
    public void A_number_of_threads_that_cannot_be_is_refused(int threads) =>
        Assert.Contains("1 to 1024", Assert.Throws<ArgumentOutOfRangeException>(() => Engine.Start(threads)).Message, StringComparison.Ordinal);

    [Fact]
    public void Version_and_instruction_set_are_known()
    {
        Assert.Matches(@"^\d+\.\d+\.\d+", Engine.TorchVersion);
        Assert.NotEqual("unknown", Engine.CpuCapability);
        Assert.NotEmpty(Engine.CpuCapability);
    }

    [Fact]
    public void A_seeded_forward_and_backward_repeats_bit_for_bit()
    {
        Assert.Equal(Run(), Run());

        static byte[] Run()
        {
            using var scope = new TensorScope();
            using var rng = new Generator(11);
            using var g = Nets.Dcgan28Generator(rng);
            using var d = Nets.Dcgan28Discriminator(rng);
            Init.Dcgan(g, rng);
            var loss = d.Forward(g.Forward(Tensor.Randn([16, 3, 1, 1], rng))).Softplus().Mean();
            loss.Backward();
            return [.. loss.ToBytes(), .. g.Parameters.Concat(d.Parameters).SelectMany(p => p.Grad!.ToBytes())];
        }
    }
}
