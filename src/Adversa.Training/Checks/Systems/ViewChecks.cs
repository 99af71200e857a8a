using Adversa.Data;
using Adversa.Models;
using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Worlds.Avatars;

namespace Adversa.Training.Checks.Systems;

/// <summary>The proof of the system that draws people from another side: on 100 people of the test split, of whom every view is known.</summary>
public static class ViewChecks
{
    private const int People = 100, Turned = 20;
    private const float Blank = 0;

    /// <summary>What is drawn shows the asked turn, is nearer to the true front than the turned head and the mean front are, and is recognised more often; more views say more; a blank view is not trusted.</summary>
    public static SystemCheck DrGan { get; } = new("dr-gan", "people", Words.DrGanTurnsHeadsAndKnowsThem,
        [
            new("trained", """{ "variant": "dr-gan", "data": "avatar-people", "size": 32, "steps": 8000 }""", Measure,
                Bar.AtLeast("pose", 0.9), Bar.AtMost("over_input", 0.8), Bar.AtMost("over_mean", 0.5), Bar.AtLeast("rank1_over_input", 1.1),
                Bar.AtLeast("rank1_two_over_one", 1), Bar.AtLeast("rank1_four_over_two", 1), Bar.AtMost("trusted_over_equal", 0.98)),
        ],
        new(Words.HardlyTrained, """{ "steps": 20 }""", "pose", "over_input", "over_mean", "rank1_over_input"));

    /// <summary><c>pose</c>: pictures that are nearer to the person in the asked turn than in any of the other twelve. <c>over_input</c>, <c>over_mean</c>: mean absolute error of fronts drawn of one view at
    /// 75 degrees, as a share of that of the view and of the mean front. <c>rank1</c>: fronts that are nearest to the front of the right one of 100 people; of four views, of two, of one, and of the
    /// turned head as it is. <c>trusted_over_equal</c>: error of fronts of two views and a blank picture by what the network trusts, as a share of that when all three count alike.</summary>
    private static IReadOnlyList<(string Name, double Value)> Measure(CheckRun run)
    {
        using var scope = new TensorScope();
        using var recording = Autograd.NoGrad();
        var (game, size) = ((ViewGame)run.Trained.Model, run.Trained.Model.Schema.Height);
        var world = new AvatarPeopleWorld(0, size, Split.Test);
        var fronts = Views(0);
        double[] sides = [75, -45, 60, -30];
        var single = Views(sides[0]);
        var front = Draw(0, single);
        var (one, two, four) = (Rank1(front), Rank1(Draw(0, Views([.. sides[..2]]))), Rank1(Draw(0, Views(sides))));
        var mean = Ops.Expand(fronts.Mean([0], keepDim: true), fronts.Shape);
        var raw = Rank1(single);
        var withBlank = Tensor.Cat([Views([.. sides[..2]]), Tensor.Full([People, 3, size, size], Blank)], 3);
        return
        [
            ("pose", Poses()),
            ("over_input", Error(front) / Error(single)), ("over_mean", Error(front) / Error(mean)),
            ("rank1_of_input", raw), ("rank1", one), ("rank1_of_two", two), ("rank1_of_four", four),
            ("rank1_over_input", one / Math.Max(raw, 1.0 / People)), ("rank1_two_over_one", two / Math.Max(one, 1.0 / People)), ("rank1_four_over_two", four / Math.Max(two, 1.0 / People)),
            ("trusted_over_equal", Error(Draw(0, withBlank)) / Error(Equal(withBlank))),
        ];

        // every second person looks to the other side
        Tensor Views(params double[] yaws) => Tensor.Cat([.. yaws.Select(yaw => Painted(Enumerable.Range(0, People).Select(person => (person, person % 2 == 0 ? yaw : -yaw))))], 3);

        Tensor Painted(IEnumerable<(int Person, double Yaw)> all)
        {
            var pictures = all.Select(one =>
            {
                var picture = new float[3 * size * size];
                AvatarsWorld.Render(world.Person(one.Person) with { Yaw = one.Yaw }, size, picture);
                return picture;
            }).ToList();
            return Tensor.From([.. pictures.SelectMany(x => x)], pictures.Count, 3, size, size);
        }

        Tensor Draw(double yaw, Tensor views)
        {
            var given = new Batch(new(new Field(Field.Input, FieldKind.Image, 3, size, (int)views.Size(3)), game.Given[1]), (int)views.Size(0));
            views.ToArray<float>().CopyTo(given.Floats(Field.Input), 0);
            Array.Fill(given.Floats(Field.Known), (float)yaw);
            return game.Sample(new SampleRequest(SampleSheet.Seeds(0, given.Count), run.Trained.SamplingNetwork) { Given = given });
        }

        Tensor Equal(Tensor views)
        {
            var g = (ViewGenerator)(run.Trained.SamplingNetwork ?? game.SampledNetwork);
            g.Eval();
            var pose = new PoseCode(game.Edited[0], 13).Of(Tensor.Zeros([People, 1]));
            return g.Draw(g.Views(views).Codes.Mean([1]), pose, Latents.OfSeeds(SampleSheet.Seeds(0, People), game.Latent, game.Prior));
        }

        double Error(Tensor pictures) => (pictures - fronts).Abs().Mean().Item();

        double Rank1(Tensor pictures) => Enumerable.Range(0, People).Average(person =>
            Nearest(pictures.Narrow(0, person, 1), fronts) == person ? 1.0 : 0);

        double Poses() => Enumerable.Range(-6, 13).Average(turn =>
        {
            var made = Draw(15 * turn, single.Narrow(0, 0, Turned));
            return Enumerable.Range(0, Turned).Average(person =>
                Nearest(made.Narrow(0, person, 1), Painted(Enumerable.Range(-6, 13).Select(other => (person, 15.0 * other)))) == turn + 6 ? 1.0 : 0);
        });

        static long Nearest(Tensor picture, Tensor among) => Ops.Argmin((among - picture).Abs().Mean([1, 2, 3]), 0).ToArray<long>()[0];
    }
}
