using Adversa.Models.Losses;
using Adversa.Models.Variants;
using Adversa.Models.Views;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Optim;

namespace Adversa.Models.Tests.Views;

/// <summary>Where each loss has the score of a discriminator that cannot tell, and that ADA starts from there.</summary>
public sealed class AdaMiddleTests : IDisposable
{
    private static readonly Dictionary<string, IAdversarialLoss> Objectives = new()
    {
        ["non-saturating"] = new GanLoss(),
        ["minimax"] = new GanLoss(GeneratorLoss.Minimax),
        ["smoothed"] = new GanLoss(realTarget: 0.5),
        ["hinge"] = new HingeLoss(),
        ["least squares"] = new LeastSquaresLoss(),
        ["pearson"] = new LeastSquaresLoss(-1, 1, 0),
        ["far targets"] = new LeastSquaresLoss(7, 10, 10),
    };

    private readonly TensorScope _scope = new();
    private readonly Generator _rng = new(7);

    public static TheoryData<string> Losses => [.. Objectives.Keys];

    /// <summary>Every preset of every game that has a middle, and the other losses that a game knows.</summary>
    public static TheoryData<string, string, string> Games => [.. VariantCatalog.BuiltIn.SelectMany(variant => variant.Presets, (variant, preset) => (variant, preset))
        .Where(pair => pair.preset.Options is IGameOptions { Middle: not null })
        .SelectMany(pair => pair.preset != pair.variant.Presets[0] || !pair.variant.ToJson(pair.preset.Options).ContainsKey("loss") ? ["{}"]
            : new[] { "{}", """{"loss":"hinge"}""", """{"realTarget":0.7}""" }, (pair, over) => (pair.variant.Id, pair.preset.Name, over))];

    [Fact]
    public void The_middle_is_the_score_of_the_best_discriminator_where_data_and_samples_follow_one_law()
    {
        Assert.Equal(0, new GanLoss().Middle);
        Assert.Equal(0, new GanLoss(GeneratorLoss.Minimax).Middle);
        Assert.Equal(Math.Log(0.45 / 0.55), new GanLoss(realTarget: 0.9).Middle!.Value, 1e-12);      // D* = a·p/(p+q) = 0.45
        Assert.Equal(0, new HingeLoss().Middle);
        Assert.Equal(0.5, new LeastSquaresLoss().Middle);
        Assert.Equal(0, new LeastSquaresLoss(-1, 1, 0).Middle);
        Assert.Equal(8.5, new LeastSquaresLoss(7, 10, 10).Middle);
        Assert.Null(new WassersteinLoss().Middle);
        Assert.Null(new EquilibriumLoss(new(0.5, 1e-3)).Middle);
    }

    // A number for all samples is the best that a discriminator can say then, and the middle is where its loss is least.
    [Theory]
    [MemberData(nameof(Losses))]
    public void No_other_score_for_all_samples_costs_a_discriminator_less(string name)
    {
        double Cost(double score) => Objectives[name].Discriminator(new(Tensor.Full([2, 1], score), Tensor.Full([2, 1], score))).Total().Item();
        var middle = Objectives[name].Middle!.Value;

        Assert.All(new[] { -3, -1, -0.3, 0.3, 1, 3 }, away => Assert.True(Cost(middle + away) > Cost(middle) - 1e-6));       // 1e-6: float32
    }

    // 25,600 real samples of a law that the samples follow too, and p may cross its whole range in 10,000.
    [Theory]
    [MemberData(nameof(Losses))]
    public void A_discriminator_that_learns_and_cannot_tell_leaves_p_near_0(string name) => Assert.InRange(Trained(name, apart: 0).Max(), 0, 0.1);

    // The hinge costs the same from -1 to 1 where nothing can be told: scores that lie all at 0.8 stay there and say nothing. A least squares' or logistic discriminator comes back by itself.
    [Fact]
    public void Scores_of_the_hinge_that_lie_off_the_middle_and_tell_nothing_leave_p_near_0()
    {
        Assert.InRange(Trained("hinge", apart: 0, begin: 0.8).Max(), 0, 0.1);
        Assert.InRange(Trained("hinge", apart: 0, begin: -0.8).Max(), 0, 0.1);
        Assert.Equal(1, Trained("hinge", apart: 4, begin: -0.8)[^1]);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_discriminator_that_tells_raises_p(string name) => Assert.Equal(1, Trained(name, apart: 4)[^1]);

    [Theory]
    [MemberData(nameof(Games))]
    public void A_game_whose_discriminator_says_the_middle_of_everything_leaves_p_at_0_and_one_above_it_raises_p(string id, string preset, string over)
    {
        Assert.Equal(0, P(id, preset, over, above: 0));
        if (P(id, preset, over, above: 3) is { } p) Assert.True(p > 0);
    }

    [Fact]
    public void Where_scores_have_no_middle_ADA_is_refused_and_nowhere_else()
    {
        var picture = new SampleSchema(FieldKind.Image, 3, 48, 48, Classes: 3);
        var answers = VariantCatalog.BuiltIn.Where(variant => variant.Presets[0].Options is IGameOptions).ToDictionary(variant => variant.Id, variant =>
            new Techniques(Ada: 0.6).Validate(variant.Id, variant.Presets[0].Options, picture, 8).Where(problem => problem.Text.English.Contains("above the middle", StringComparison.Ordinal)).ToList());

        Assert.Equal(["attgan", "r3gan", "stargan", "wgan", "wgan-gp"], answers.Where(pair => pair.Value.Count > 0).Select(pair => pair.Key).Order());
        Assert.All(answers.Values.SelectMany(problems => problems), problem => Assert.Equal("techniques.ada", problem.Path));
        Assert.Throws<ArgumentException>(() => new DiscriminatorView(new Techniques(Ada: 0.6), middle: null));
    }

    public void Dispose()
    {
        _rng.Dispose();
        _scope.Dispose();
    }

    /// <summary>p after each batch while a dense discriminator learns on samples whose means lie so far apart; its scores begin about the middle, or so far above it.</summary>
    private List<double> Trained(string name, double apart, double begin = 0)
    {
        var (objective, ps) = (Objectives[name], new List<double>());
        using var network = new Sequential(new Linear(2, 16, _rng), new LeakyReLU(0.2), new Linear(16, 1, _rng));
        using var adam = new Adam(network.NamedParameters(), 2e-3);
        var ada = new Ada(0.6, 10_000);
        Ops.FillInPlace(network.Parameters[^1].Detach(), objective.Middle!.Value + begin).Dispose();
        for (var step = 0; step < 400; step++)
        {
            using var scope = new TensorScope();
            adam.ZeroGrad();
            var (real, fake) = (Tensor.Randn([64, 2], _rng) + apart / 2, Tensor.Randn([64, 2], _rng) - apart / 2);
            var scores = new Scores(network.Forward(real), network.Forward(fake));
            var losses = objective.Discriminator(scores);
            ada.Observe(scores.Real, 64, objective.MiddleOf(scores)!.Value);
            losses.Total().Backward();
            adam.Step();
            ps.Add(ada.Probability);
        }

        return ps;
    }

    /// <summary>p after eight batches of a game whose discriminator says one number; null when its last layer has no bias to say one.</summary>
    private static double? P(string id, string preset, string over, double above)
    {
        var variant = VariantCatalog.Find(id)!;
        var chosen = variant.Presets.Single(p => p.Name == preset);
        var json = variant.ToJson(TinyModels.Shrunk(variant, chosen));
        foreach (var (name, value) in TinyModels.Json(over)) json[name] = value!.DeepClone();
        var options = variant.FromJson(json);
        var schema = TinyModels.Fitting(variant, options);
        using var model = variant.Build(options, new(schema, new Generator(1), new Generator(2)) { Techniques = new(Ada: 0.6, AdaImages: 1000) });
        var d = model.Players.Single(player => player.Name == "d").Network;
        using (Autograd.NoGrad())
        {
            foreach (var parameter in d.Parameters) Ops.FillInPlace(parameter, 0).Dispose();
            var last = d.NamedParameters().Last(pair => pair.Name.Split('.')[0] is not ("whole" or "quadrant")).Tensor;      // decoders give no score
            if (last.Dims != 1)
            {
                if (above > 0) return null;
            }
            else Ops.FillInPlace(last, ((IGameOptions)options).Middle!.Value + above).Dispose();
        }

        if (schema.Kind == FieldKind.Points) return above;          // ADA varies pictures: refused for these, see TechniquesTests
        using var loop = new TinyLoop(model);
        double p = 0;
        for (var i = 0; i < 8; i++)
        {
            using var scope = new TensorScope();
            p = model.Turns.First(turn => turn.Player.Name == "d") is var turn ? turn.Loss(loop.Context(turn)).Signals["ada_p"]() : 0;
        }

        return p;
    }
}
