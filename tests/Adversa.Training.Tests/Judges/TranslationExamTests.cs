using Adversa.Metrics.Evaluation;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Judges;

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
