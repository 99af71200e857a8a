using Adversa.Models;
using Adversa.Models.Games;
using Adversa.Torch;
using Adversa.Training.Plans;

namespace Adversa.Training.Tests;

/// <summary>What the log says of a discriminator: probabilities where its loss makes them, else scores.</summary>
public class ScoresTests
{
    [Theory]
    [InlineData("dcgan", false, false)]
    [InlineData("cgan", false, false)]
    [InlineData("lsgan", true, false)]
    [InlineData("wgan", true, true)]
    [InlineData("wgan-gp", true, true)]
    [InlineData("progan", true, true)]
    [InlineData("began", true, false)]
    public void A_critic_without_a_probability_is_logged_by_its_scores(string kind, bool scores, bool distance)
    {
        using var setup = Tiny.Setup(Tiny.Recipe(kind));

        var values = setup.Trainer.Update(read: true);

        Assert.Equal(scores, setup.Model.AnswersByScores);
        Assert.Equal(distance, values.ContainsKey("w_distance"));
        if (distance && values.TryGetValue("d_real", out var real)) Assert.Equal(real - values["d_fake"], values["w_distance"], 1e-5);
        if (kind == "wgan") Assert.Equal(-values["loss_d"], values["w_distance"], 1e-6);
        if (!scores && values.TryGetValue("d_real", out var answer)) Assert.InRange(answer, 0, 1);
    }

    [Fact]
    public void The_scores_are_those_that_the_loss_sees()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("wgan"));
        var model = Assert.IsType<Game>(setup.Model);
        using var scope = new Adversa.Torch.TensorScope();
        var turn = model.Turns[0];
        var (real, labels) = (Torch.Tensor.Zeros([8, 1, 24, 24]), (Adversa.Torch.Tensor?)null);
        using var noise = new Adversa.Torch.Generator(3);

        var losses = turn.Loss(new(real, labels, 8, noise, 0));

        Assert.Equal(losses.Scores!.Real.Mean().Item(), losses.Signals["d_real"](), 1e-7);
        Assert.Equal(losses.Scores!.Fake.Mean().Item(), losses.Signals["d_fake"](), 1e-7);
    }
}
