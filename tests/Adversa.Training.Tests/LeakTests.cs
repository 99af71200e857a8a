using Adversa.Torch;
using Adversa.Training.Plans;

namespace Adversa.Training.Tests;

public sealed class LeakTests
{
    [Theory]
    [InlineData("ring")]
    [InlineData("dcgan")]
    [InlineData("classifier")]
    public void The_number_of_living_tensors_is_flat_over_two_hundred_updates(string kind)
    {
        using var setup = Tiny.Setup(Tiny.Recipe(kind));
        for (var i = 0; i < 4; i++) setup.Trainer.Update(read: true);
        var before = Tiny.LiveTensors();

        for (var i = 0; i < 200; i++)
        {
            setup.Trainer.Update(read: i % 3 == 0);
            Assert.InRange(Tensor.LiveCount, 0, before + 50);                 // gradients of one player or the other
        }

        Assert.Equal(before, Tensor.LiveCount);
    }

    [Fact]
    public void A_whole_run_gives_back_every_tensor()
    {
        using var folder = new TemporaryFolder();
        var before = Tiny.LiveTensors();

        Tiny.Train(folder["run"], Tiny.Recipe("dcgan", 4, ("checkpointEvery", 2), ("sampleEvery", 2)));
        using (new TrainedModel(new(folder["run"]), static (_, _) => { })) { }

        Assert.Equal(before, Tensor.LiveCount);
    }

    [Fact]
    public void A_stop_request_keeps_its_first_wish()
    {
        var stop = new StopRequest();
        Assert.Null(stop.Exit);
        Assert.True(stop.Ask(ExitCode.Requeue));
        Assert.False(stop.Ask(ExitCode.Interrupted));
        Assert.Equal(ExitCode.Requeue, stop.Exit);
    }
}
