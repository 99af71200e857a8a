using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Metrics.Evaluation;
using Adversa.Torch.Optim;
using Adversa.Training;
using Adversa.Training.Evaluations;
using Adversa.Training.Judges;
using Adversa.Training.Plans;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>--ema</c>: an average over the whole training whose length is chosen afterwards.</summary>
internal static class ChosenLength
{
    private const string Best = "best";
    private const string Metric = "kid";
    private const int MostSamples = 1000;
    private static readonly double[] Tried = [0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3];

    /// <summary>Refuses what is no width.</summary>
    /// <exception cref="AdversaException">ADV2011, ADV2012.</exception>
    internal static void Check(string text, bool mayBeBest)
    {
        if (!mayBeBest || text != Best) _ = Width(text);
    }

    /// <summary>Refuses a checkpoint on the way beside it.</summary>
    /// <exception cref="AdversaException">ADV2013.</exception>
    internal static void CheckAlone(bool isGiven, bool best)
    {
        if (isGiven && best) throw new AdversaException(2013, ExitCode.Usage, Words.EmaOrBestNotBoth);
    }

    /// <summary>Draws from the average of a width.</summary>
    internal static void Take(Terminal terminal, TrainedModel trained, string asked)
    {
        trained.Average(Width(asked));
        Say(terminal, trained.Chosen!);
    }

    /// <summary>Draws from the average of a width, or from the best of several.</summary>
    internal static void Take(Terminal terminal, TrainedModel trained, string asked, IFeatureExtractor? space, int count)
    {
        if (asked != Best) Take(terminal, trained, asked);
        else TakeBest(terminal, trained, space, Math.Min(count, MostSamples));
    }

    /// <summary>The kernel distance of each width that is tried; the one with the least is taken.</summary>
    private static void TakeBest(Terminal terminal, TrainedModel trained, IFeatureExtractor? space, int count)
    {
        using var evaluation = Evaluation.Open(trained.Data, trained.Manifest.Schema, space, JudgeBench.Cache, RunSession.JudgeProgress(terminal));
        var tried = Tried.Select(width =>
        {
            trained.Average(width);
            var samples = SampleSheet.Values(trained.Model, trained.SamplingNetwork, SampleSheet.Seeds(0, count));
            var value = evaluation.Take(samples, [Metric])[0].Value;
            terminal.ForPeople(string.Create(CultureInfo.InvariantCulture, $"--ema {width,-6:0.###} {Metric} {value:0.#####}"));
            return (Width: width, Value: value);
        }).ToList();
        var best = tried.MinBy(one => one.Value ?? double.PositiveInfinity).Width;
        trained.Average(best);
        terminal.ForPrograms("lengths", new()
        {
            ["metric"] = Metric, ["space"] = evaluation.Space.Name, ["count"] = count, ["taken"] = best,
            ["tried"] = new JsonArray([.. tried.Select(one => new JsonObject { ["ema"] = one.Width, ["value"] = Rounded(one.Value) })]),
        });
        Say(terminal, trained.Chosen!);
        terminal.ForPeople(Words.LengthIsTaken(Number(best), Metric, evaluation.Space.Name, count).ToString());
    }

    private static void Say(Terminal terminal, ChosenAverage chosen) =>
        terminal.Talk(Words.AverageWasPutTogether(Number(chosen.Width), chosen.Step, Math.Round(100 * chosen.Misfit, 1)).ToString());

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 6) : null;

    private static double Width(string text) => Numbers.Real(text, "--ema", PowerProfile.Narrowest, PowerProfile.Widest);

    private static string Number(double width) => width.ToString("0.###", CultureInfo.InvariantCulture);
}
