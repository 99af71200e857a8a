using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Diagnostics;
using Adversa.Training.Events;
using Adversa.Training.Plans;

namespace Adversa.Training.Tests.Diagnostics;

/// <summary>What is told of translators whose failure is known, and that it is not told of others.</summary>
public sealed class TranslationLookTests(TranslationLookTests.Translators translators) : IClassFixture<TranslationLookTests.Translators>
{
    [Theory]
    [InlineData("pix2pix")]
    [InlineData("cyclegan")]
    [InlineData("stargan")]
    [InlineData("attgan")]
    [InlineData("tp-gan")]
    public void Who_gives_back_what_is_given_is_told_so(string kind) => Assert.Equal([DiagnosisKind.UnchangedInput], Found(kind, x => x + 0));

    [Theory]
    [InlineData("pix2pix")]
    [InlineData("cyclegan")]
    [InlineData("tp-gan")]
    public void A_negative_is_told(string kind) => Assert.Equal([DiagnosisKind.InvertedColours], Found(kind, x => -x));

    [Theory]
    [InlineData("pix2pix")]
    [InlineData("cyclegan")]
    [InlineData("srgan")]
    [InlineData("tp-gan")]
    public void One_picture_for_all_is_told(string kind) => Assert.Equal([DiagnosisKind.OneAnswer], Found(kind, x => Larger(kind, x) * 0.001));

    [Theory]
    [InlineData("pix2pix")]
    [InlineData("tp-gan")]
    [InlineData("gp-gan", false)]                    // the target itself is given, and most of it shall stay
    public void The_answers_to_other_inputs_are_told(string kind, bool isTold = true) =>
        Assert.Equal(isTold ? [DiagnosisKind.IgnoredCondition] : [], Found(kind, x => Ops.Roll(Darker(x), [1], [0])));

    [Theory]
    [InlineData("stargan")]
    [InlineData("attgan")]
    public void An_editor_that_hears_no_wish_is_told_so_whatever_it_draws(string kind) => Assert.Equal([DiagnosisKind.IgnoredCondition], Found(kind, Darker));

    [Fact]
    public void A_painter_that_hears_no_sentence_is_told_so_and_one_that_does_is_not()
    {
        const int latent = 4;                                                   // of Tiny's; the sentence's code follows

        Assert.Equal([DiagnosisKind.IgnoredCondition], Found("gan-int-cls", x => Painted(x.Narrow(1, 0, latent))));
        Assert.Empty(Found("gan-int-cls", Painted));

        static Tensor Painted(Tensor numbers) => Ops.Tanh(numbers.Sum([1]).Reshape(-1, 1, 1, 1) * Tensor.Full([1, 3, 32, 32], 1));
    }

    [Fact]
    public void Who_hides_the_input_in_faint_differences_is_told_so_on_either_way()
    {
        Assert.Contains(DiagnosisKind.HiddenInput, Found("cyclegan", x => x * 0.01, y => y * 100));
        Assert.Contains(DiagnosisKind.HiddenInput, Found("cyclegan", x => x * 100, y => y * 0.01));
        Assert.Empty(Found("cyclegan", Darker, y => (y + 0.3) / 0.5));         // passes the noise on, and hides nothing
    }

    [Theory]
    [InlineData("pix2pix")]
    [InlineData("cyclegan")]
    [InlineData("tp-gan")]
    public void Who_darkens_a_picture_is_told_nothing(string kind) => Assert.Empty(Found(kind, Darker));

    [Theory]
    [InlineData("pix2pix", "options.dropout", 0, "down0", DiagnosisKind.OneAnswer)]              // with dropout its answers differ by noise
    [InlineData("gan-int-cls", "options.described", 4, "described", DiagnosisKind.IgnoredCondition)]
    public void A_training_with_a_deaf_part_is_told_and_its_healthy_twin_is_not(string kind, string option, double value, string part, DiagnosisKind told)
    {
        Assert.Equal([told], Trained(deaf: true));
        Assert.Empty(Trained(deaf: false));

        List<DiagnosisKind> Trained(bool deaf)
        {
            using var setup = Tiny.Setup(Tiny.Recipe(kind, 20, ("options.learningRate", 0.01), (option, value)));
            var generator = ((ISampler)setup.Model).SampledNetwork;
            while (setup.Trainer.Round < 10)
            {
                setup.Trainer.Update(read: false);
                using var _ = Autograd.NoGrad();
                using var scope = new TensorScope();
                foreach (var (name, weight) in generator.NamedParameters())
                    if (deaf && name.StartsWith(part, StringComparison.Ordinal)) weight.CopyInPlace(Ops.ZerosLike(weight));
            }

            return Told(new((ITranslator)setup.Model, setup.Examples!), generator);
        }
    }

    private static Tensor Darker(Tensor x) => x * 0.5 - 0.3;

    private static Tensor Larger(string kind, Tensor x) => kind == "srgan" ? Ops.UpsampleNearest2d(x, [32, 32]) : x;

    private List<DiagnosisKind> Found(string kind, Func<Tensor, Tensor> there, Func<Tensor, Tensor>? back = null)
    {
        using Module network = back is null ? new Changed(there) : new Models.Networks.TwoWay(new Changed(there), new Changed(back));
        return Told(translators.Of(kind), network);
    }

    private static List<DiagnosisKind> Told(TranslationLook look, Module network)
    {
        var values = new Dictionary<string, double>();
        look.Look(network, values);
        return [.. Rules.All.Where(rule => rule.Kind >= DiagnosisKind.UnchangedInput && rule.Shows(new Reading(values))).Select(rule => rule.Kind)];
    }

    /// <summary>Each looked at anew by every test, with the examples of the first.</summary>
    public sealed class Translators : IDisposable
    {
        private readonly Dictionary<string, (Setup Setup, TranslationLook Look)> _known = [];

        internal TranslationLook Of(string kind)
        {
            if (_known.TryGetValue(kind, out var known)) return known.Look;
            var setup = Tiny.Setup(Tiny.Recipe(kind));
            _known[kind] = (setup, new((ITranslator)setup.Model, setup.Examples!));
            return _known[kind].Look;
        }

        public void Dispose()
        {
            foreach (var (setup, _) in _known.Values) setup.Dispose();
        }
    }

    private sealed class Changed(Func<Tensor, Tensor> change) : Module
    {
        public override Tensor Forward(Tensor x) => change(x);
    }
}
