namespace Adversa.Training.Tests;

public sealed class SampleSheetTests
{
    [Theory]
    [InlineData("ring")]
    [InlineData("digits")]
    [InlineData("dcgan")]
    public void Drawing_changes_nothing_in_the_training_not_even_within_a_round(string kind)
    {
        using var workshop = Tiny.Workshop(Tiny.Recipe(kind));
        for (var i = 0; i < 3; i++) workshop.Trainer.Update(read: false);
        var before = Tiny.Hash(workshop);
        var tensors = Torch.Tensor.LiveCount;

        SampleSheet.Draw(workshop.Model, workshop.Trainer.SamplingNetwork, workshop.Source);
        SampleSheet.Draw(workshop.Model, workshop.Trainer.Average!.Average, workshop.Source);

        Assert.Equal(tensors, Torch.Tensor.LiveCount);
        Assert.Equal(before, Tiny.Hash(workshop));
        Assert.All(workshop.Model.Players, player => Assert.True(player.Network.IsTraining));
        Assert.False(workshop.Trainer.Average!.Average.IsTraining);
    }

    [Theory]
    [InlineData("ring")]
    [InlineData("dcgan")]
    public void A_sheet_of_numbers_that_are_not_finite_can_still_be_drawn(string kind)
    {
        using var workshop = Tiny.Workshop(Tiny.Recipe(kind));
        using (new Torch.TensorScope())
        using (Torch.Autograd.NoGrad())
        {
            foreach (var parameter in workshop.Model.SampledNetwork!.Parameters) parameter.CopyInPlace(Torch.Tensor.Full(parameter.Shape, double.NaN));
        }

        Assert.True(SampleSheet.Draw(workshop.Model, null, workshop.Source).Width > 0);
    }

    [Fact]
    public void A_sample_depends_on_its_seed_and_not_on_its_batch_mates()
    {
        using var workshop = Tiny.Workshop(Tiny.Recipe("dcgan"));
        var values = workshop.Source.Schema.Values;

        var together = SampleSheet.Values(workshop.Model, null, SampleSheet.Seeds(0, 70));
        var alone = SampleSheet.Values(workshop.Model, null, [66]);

        Assert.Equal(alone, together[(66 * values)..(67 * values)], (a, b) => Math.Abs(a - b) <= 1e-5f);
    }

    [Fact]
    public void The_average_is_drawn_from_once_its_half_life_is_a_twentieth_of_the_images()
    {
        Assert.False(Trainer.SamplesFromAverage(2000, 39_999));
        Assert.True(Trainer.SamplesFromAverage(2000, 40_000));
        Assert.False(Trainer.SamplesFromAverage(0, 40_000));
    }
}
