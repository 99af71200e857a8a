using Adversa.Data;
using Adversa.Metrics.Evaluation;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Judges;
using Adversa.Worlds.Avatars;
using Adversa.Worlds.Maps;
using Adversa.Worlds.Scenes;

namespace Adversa.Training.Tests.Judges;

/// <summary>What is known of translators that change nothing, or all.</summary>
public sealed class TranslationExamTests
{
    [Fact]
    public void Who_gives_back_the_input_is_as_near_to_the_truth_as_the_input()
    {
        var said = Exam("pix2pix", new Changed(x => x + 0));

        Assert.Equal(said["psnr_of_input"], said["psnr"], 1e-9);
        Assert.Equal(said["l1_of_input"], said["l1"], 1e-9);
        Assert.InRange(said["psnr"], 5, 20);                       // day is not night
        Assert.DoesNotContain("cycle_l1", said.Keys);
        Assert.InRange(said["label_iou"], 0, 0.6);                 // in the colours of the day little is read as at night
        Assert.InRange(said["edge_iou"], 0.05, 1);
    }

    [Fact]
    public void The_true_answer_has_every_thing_in_its_place_and_that_of_another_sample_has_not()
    {
        foreach (var world in new ISampleSource[] { new MapSatelliteWorld(size: 32, split: Split.Test), ScenePairsWorld.DayNight(size: 32) })
        {
            var batch = new Batch(world.Schema, 1);
            world.Read(5, batch.Row(0));
            var labels = KnownLabels.Of(world, 32)!;

            Assert.InRange(labels(5, batch.Values), 0.9, 1);       // small things of a satellite picture share their pixels with the ground
            Assert.InRange(labels(6, batch.Values), 0, 0.7);
        }

        Assert.Null(KnownLabels.Of(new AvatarsWorld(size: 32), 32));
    }

    [Fact]
    public void Who_edits_nothing_keeps_all_and_does_nothing_of_what_is_asked()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("stargan"));

        var said = EditExam.Edits(setup.Model, new Changed(x => x + 0), people: 8).ToDictionary(one => one.Name, one => one.Value);

        Assert.Equal((0, 1), (said["asked"], Math.Round(said["edit"], 6)));
        Assert.InRange(said["kept"], 0.95, 1);                      // who expects the edit reads what lies beside it a little less well
        Assert.InRange(said["identity"], 0, 0.15);                  // likewise
        Assert.True(EditExam.CanTake(setup.Model, "avatars"));
        Assert.False(EditExam.CanTake(setup.Model, "~/faces"));
    }

    [Fact]
    public void Who_answers_grey_is_as_far_off_as_the_truth_is_from_grey_and_never_comes_home()
    {
        var said = Exam("cyclegan", new Changed(x => x * 0));

        Assert.NotEqual(said["psnr_of_input"], said["psnr"], 0.1);
        Assert.InRange(said["cycle_l1"], 0.2, 1);
        Assert.Equal(1, said["cycle_noise"], 1e-6);                // what is gone is gone, noise or not
    }

    [Fact]
    public void Who_hides_the_input_in_faint_differences_loses_it_to_noise()
    {
        var said = Exam("cyclegan", new Changed(x => x * 0.01), new Changed(x => x * 100));

        Assert.InRange(said["cycle_l1"], 0, 1e-5);
        Assert.True(said["cycle_noise"] > 100, $"{said["cycle_noise"]}");
    }

    private static Dictionary<string, double> Exam(string kind, Module there, Module? back = null)
    {
        using var setup = Tiny.Setup(Tiny.Recipe(kind));
        using var network = back is null ? there : new Models.Networks.TwoWay(there, back);
        return TranslationExam.Take((ITranslator)setup.Model, network, setup.Examples!, 20).Values.ToDictionary(one => one.Name, one => one.Value);
    }

    private sealed class Changed(Func<Tensor, Tensor> change) : Module
    {
        public override Tensor Forward(Tensor x) => change(x);
    }
}
