using Adversa.Data;
using Adversa.Formats.Png;
using Adversa.Imaging.Codecs;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Training.Loop;
using Adversa.Training.Plans;
using Adversa.Worlds.Digits;

namespace Adversa.Training.Tests;

public sealed class SampleSheetTests
{
    [Theory]
    [InlineData("ring")]
    [InlineData("digits")]
    [InlineData("dcgan")]
    public void Drawing_changes_nothing_in_the_training_not_even_within_a_round(string kind)
    {
        using var setup = Tiny.Setup(Tiny.Recipe(kind));
        for (var i = 0; i < 3; i++) setup.Trainer.Update(read: false);
        var before = Tiny.Hash(setup);
        var tensors = Tiny.LiveTensors();

        SampleSheet.Draw(setup.Model, setup.Trainer.SamplingNetwork, setup.Source);
        SampleSheet.Draw(setup.Model, setup.Trainer.Average!.Average, setup.Source);

        Assert.Equal(tensors, Torch.Tensor.LiveCount);
        Assert.Equal(before, Tiny.Hash(setup));
        Assert.All(setup.Model.Players, player => Assert.True(player.Network.IsTraining));
        Assert.False(setup.Trainer.Average!.Average.IsTraining);
    }

    // Seed i shows class i mod K: with K columns every column is one class, and no row is torn.
    [Fact]
    public void A_sheet_of_a_model_that_takes_classes_has_a_column_for_each()
    {
        using var asked = Tiny.Setup(Tiny.Recipe("cgan"));
        using var plain = Tiny.Setup(Tiny.Recipe("dcgan"));

        Assert.Equal((10, 60), (SampleSheet.Columns(asked.Model), SampleSheet.Count(asked.Model)));
        Assert.Equal((null, 64), (SampleSheet.Columns(plain.Model), SampleSheet.Count(plain.Model)));
        Assert.Equal(10 * 26 + 2, SampleSheet.Draw(asked.Model, null, asked.Source).Width);
        Assert.Equal(6 * 26 + 2, SampleSheet.Draw(asked.Model, null, asked.Source).Height);
    }

    [Theory]
    [InlineData("ring")]
    [InlineData("dcgan")]
    public void A_sheet_of_numbers_that_are_not_finite_can_still_be_drawn(string kind)
    {
        using var setup = Tiny.Setup(Tiny.Recipe(kind));
        using (new Adversa.Torch.TensorScope())
        using (Torch.Autograd.NoGrad())
        {
            foreach (var parameter in ((ISampler)setup.Model).SampledNetwork.Parameters) parameter.CopyInPlace(Torch.Tensor.Full(parameter.Shape, double.NaN));
        }

        Assert.True(SampleSheet.Draw(setup.Model, null, setup.Source).Width > 0);
    }

    [Fact]
    public void A_sample_depends_on_its_seed_and_not_on_its_batch_mates()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("dcgan"));
        var values = setup.Source.Schema.Values;

        var together = SampleSheet.Values(setup.Model, null, SampleSheet.Seeds(0, 70));
        var alone = SampleSheet.Values(setup.Model, null, [66]);

        Assert.Equal(alone, together[(66 * values)..(67 * values)], (a, b) => Math.Abs(a - b) <= 1e-5f);
    }

    [Fact]
    public void The_average_is_drawn_from_once_its_half_life_is_a_twentieth_of_the_images()
    {
        Assert.False(Trainer.SamplesFromAverage(2000, 39_999));
        Assert.True(Trainer.SamplesFromAverage(2000, 40_000));
        Assert.False(Trainer.SamplesFromAverage(0, 40_000));
    }

    // Cells of 24x24 with 2 pixels between: the first is a real sample of the test part, byte for byte, the second what the model makes of it.
    [Fact]
    public void A_model_that_reconstructs_shows_unseen_samples_beside_their_reconstructions()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("autoencoder"));
        var before = Tiny.Hash(setup);
        var real = new float[24 * 24];
        new DigitsWorld(size: 24, split: Split.Test).Read(1, real, out _);

        var sheet = SampleSheet.Draw(setup.Model, null, setup.Unseen);

        Assert.Equal((8 * 26 + 2, 8 * 26 + 2), (sheet.Width, sheet.Height));
        Assert.Equal(real.Select(PixelBytes.ToByte), Cell(sheet, 2));
        using (new Adversa.Torch.TensorScope())
        {
            var expected = ((IReconstructor)setup.Model).Reconstruct(Torch.Tensor.From(real, 1, 1, 24, 24)).ToArray<float>().Select(PixelBytes.ToByte);
            Assert.All(expected.Zip(Cell(sheet, 3)), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1));      // another batch, another order of sums
        }

        Assert.Equal(before, Tiny.Hash(setup));
        Assert.All(setup.Model.Players, player => Assert.True(player.Network.IsTraining));
    }

    [Fact]
    public void A_sample_that_cannot_be_read_stays_grey_and_ends_nothing()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("autoencoder"));

        var sheet = SampleSheet.Draw(setup.Model, null, new BrokenSource(setup.Source));

        Assert.All(Cell(sheet, 2), value => Assert.Equal(PixelBytes.ToByte(0), value));
    }

    [Fact]
    public void A_classifier_has_no_picture()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("classifier"));

        Assert.False(SampleSheet.CanDraw(setup.Model));
    }

    private static IEnumerable<byte> Cell(Raster sheet, int column) =>
        Enumerable.Range(0, 24 * 24).Select(i => sheet.Pixels[(2 + i / 24) * sheet.Width + 2 + column * 26 + i % 24]);

    /// <summary>A set of which no sample can be read.</summary>
    private sealed class BrokenSource(ISampleSource like) : ISampleSource
    {
        public string Name => "broken";

        public SampleSchema Schema => like.Schema;

        public long Count => like.Count;

        public string Fingerprint => "broken";

        public void Read(long index, SampleRow row)
        {
            row.Values.Fill(1);
            throw new AdversaException(3005, ExitCode.Data, new("It is damaged.", "Está dañada."));
        }
    }

    [Fact]
    public void Samples_that_come_batch_by_batch_are_the_same_samples()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("dcgan"));
        var seeds = SampleSheet.Seeds(5, 70);

        Assert.Equal(SampleSheet.Values(setup.Model, null, seeds), SampleSheet.Batches(setup.Model, null, seeds).SelectMany(batch => batch));
    }

    // 24 x 24 numbers of each: more than an array holds.
    [Fact]
    public void More_samples_than_fit_into_memory_are_refused_before_any_is_drawn()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("dcgan"));

        var refusal = Assert.Throws<AdversaException>(() => SampleSheet.Values(setup.Model, null, new Endless(4_000_000)));

        Assert.Equal((5002, ExitCode.Resource), (refusal.Code, refusal.Exit));
        Assert.Contains("--count", refusal.Text.English, StringComparison.Ordinal);
    }

    private sealed class Endless(int count) : IReadOnlyList<long>
    {
        public int Count => count;

        public long this[int index] => index;

        public IEnumerator<long> GetEnumerator() => throw new InvalidOperationException("drawn");

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
