using Adversa.Data;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Judges;
using Adversa.Worlds.Captions;

namespace Adversa.Training.Tests.Judges;

/// <summary>What is known of one who hands back the very portraits that the sentences describe, and of one who answers always the same.</summary>
public sealed class CaptionExamTests(CaptionExamTests.Learned learned) : IClassFixture<CaptionExamTests.Learned>
{
    [Fact]
    public void Who_shows_the_described_portrait_gets_what_real_ones_get()
    {
        var said = Exam((world, seed) => world(seed));

        Assert.Equal(said["real_agreement"], said["caption_agreement"], 1e-9);
        Assert.Equal(1, said["unnamed_entropy"], 1e-9);
        Assert.InRange(said["caption_agreement"], 0.45, 1);                     // a reader of 60 steps
    }

    [Fact]
    public void Sentences_of_others_fit_less_often()
    {
        var (own, others) = (Exam((world, seed) => world(seed)), Exam((world, seed) => world(seed), shuffled: true));

        Assert.True(others["caption_agreement"] < own["caption_agreement"] - 0.08, $"{others["caption_agreement"]} and {own["caption_agreement"]}");
    }

    [Fact]
    public void Who_shows_always_one_portrait_keeps_no_variety() => Assert.Equal(0, Exam((world, _) => world(3))["unnamed_entropy"], 1e-9);

    [Fact]
    public void Only_sentences_of_the_world_can_be_parsed()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("gan-int-cls"));

        Assert.True(CaptionExam.CanTake((ITranslator)setup.Model, "captions"));
        Assert.False(CaptionExam.CanTake((ITranslator)setup.Model, "~/pictures"));
    }

    private Dictionary<string, double> Exam(Func<Func<long, float[]>, long, float[]> draw, bool shuffled = false)
    {
        var world = new CaptionsWorld(size: 32, split: Split.Test);
        var painter = new Painter(world.Schema, seed => draw(Picture, seed));
        var values = CaptionExam.Take(painter, null, new(painter, () => world), learned.Reader, 200, shuffled).Values;
        return values.ToDictionary(one => one.Name, one => one.Value);

        float[] Picture(long seed)
        {
            var batch = new Batch(world.Schema, 1);
            world.Read(seed, batch.Row(0));
            return batch.Values;
        }
    }

    /// <summary>A reader that all tests share.</summary>
    public sealed class Learned : IDisposable
    {
        private readonly TemporaryFolder _cache = new();

        /// <summary>Creates it.</summary>
        public Learned() => Reader = CaptionReader.For(32, _cache.Root, null, steps: 60);

        /// <summary>It.</summary>
        public CaptionReader Reader { get; }

        /// <inheritdoc/>
        public void Dispose()
        {
            Reader.Dispose();
            _cache.Dispose();
        }
    }

    private sealed class Painter(SampleSchema schema, Func<long, float[]> draw) : ITranslator
    {
        public IReadOnlyList<Field> Given => [schema.Find(Field.Caption)!];

        public int Stride => 0;

        public Func<IReadOnlyList<long>, Batch>? Examples { get; set; }

        public Module SampledNetwork => throw new NotSupportedException();

        public Module NewSampledNetwork() => throw new NotSupportedException();

        public Tensor Sample(SampleRequest request) =>
            Tensor.From<float>([.. request.Seeds.SelectMany(draw)], schema.BatchShape(request.Seeds.Count));
    }
}
