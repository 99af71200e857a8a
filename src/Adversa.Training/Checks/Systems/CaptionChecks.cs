using Adversa.Models;
using Adversa.Training.Judges;

namespace Adversa.Training.Checks.Systems;

/// <summary>The proof of the system that illustrates sentences: on sentences of the test split, pairs of hair colour and style among them that training never shows.</summary>
public static class CaptionChecks
{
    private const int Sentences = 3000;

    /// <summary>Pictures show what their sentences say, and stay varied where these say nothing.</summary>
    public static SystemCheck GanIntCls { get; } = new("gan-int-cls", "captions", Words.PicturesShowTheirSentences,
        [
            new("trained", """{ "variant": "gan-int-cls", "data": "captions", "size": 32, "minutes": 9 }""", run => Agreement(run, shuffled: false),
                Bar.AtLeast("caption_agreement", 0.9), Bar.AtLeast("withheld_agreement", 0.7), Bar.AtLeast("unnamed_entropy", 0.8)),
        ],
        new(Words.CaptionsShuffled, null, "caption_agreement", "withheld_agreement") { Measure = run => Agreement(run, shuffled: true) });

    private static IReadOnlyList<(string Name, double Value)> Agreement(CheckRun run, bool shuffled)
    {
        using var reader = CaptionReader.For(run.Trained.Model.Schema.Height, JudgeBench.Cache);
        var said = CaptionExam.Take((ITranslator)run.Trained.Model, run.Trained.SamplingNetwork, run.Trained.Examples!, reader, Sentences, shuffled);
        return [.. said.Values.Select(one => (one.Name, one.Value))];
    }
}
