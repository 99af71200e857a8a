using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Formats.Disk;
using Adversa.Formats.Png;
using Adversa.Metrics.Evaluation;
using Adversa.Metrics.Statistics;
using Adversa.Pages;
using Adversa.Training.Evaluations;
using Adversa.Training.Folders;
using static Adversa.Pages.PageText;

namespace Adversa.Training.Reports;

/// <summary>A run as one page, <c>report.html</c>: pictures over time, findings, numbers with their protocol, curves, data, and how to repeat it.</summary>
public static class RunPage
{
    private const int MostCards = 3;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Where a run's page is.</summary>
    /// <param name="run">The run.</param>
    public static string PathOf(RunFolder run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Path.Join(run.Path, "report.html");
    }

    /// <summary>Writes the page into the run's folder, whole or not at all.</summary>
    /// <param name="run">The run.</param>
    /// <exception cref="IOException">The disk said no.</exception>
    public static void Write(RunFolder run) => Write(run, PathOf(run));

    /// <summary>Writes the page.</summary>
    /// <param name="run">The run.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The disk said no.</exception>
    public static void Write(RunFolder run, string path) => Write(new RunRecord(run), path);

    /// <summary>Writes the page.</summary>
    /// <param name="run">What is known of the run.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The disk said no.</exception>
    public static void Write(RunRecord run, string path) => AtomicFile.Write(path, durable: false, stream =>
    {
        using var page = new StreamWriter(stream) { NewLine = "\n" };
        Write(run, page);
    });

    /// <summary>Writes the page.</summary>
    /// <param name="run">What is known of the run.</param>
    /// <param name="page">Receives HTML; stays open.</param>
    public static void Write(RunRecord run, TextWriter page)
    {
        ArgumentNullException.ThrowIfNull(run);
        var film = run.Film();
        Page.Write(page, $"{run.Folder.Name} · {Words.Run}", Header(run),
            Pictures(run, film) + Findings(run) + Numbers(run) + Neighbours(run) + Curves(run) + Data(run), Repeat(run));
    }

    private static string Header(RunRecord run)
    {
        var cards = new StringBuilder();
        foreach (var (value, _) in ShownNumbers.Of(run.Newest).Rows.Where(pair => !ShownNumbers.IsOfTheJudge(pair.Value.Name)).Take(MostCards))
            cards.Append(Page.Card(Number(value.Value), ValueNames.Of(value.Name).ToString(), beside: value.Floor is { } real ? Words.RealData(Number(real)).ToString() : ""));
        return $"""
            <h1>{Name(run.Folder.Name)}</h1>
            <p class="soft">{Html(Words.On(run.Variant, run.Data, State(run)).ToString())}</p>
            <ul class="cards">
            {Page.Card(Count(run.Step), Words.Steps.ToString())}{Page.Card(Count(run.Images), Words.ImagesShown.ToString())}{Page.Card(Span(run.Seconds), Words.OfTraining.ToString())}{cards}
            </ul>
            """;
    }

    private static string State(RunRecord run)
    {
        var total = run.Status.Real("total") is { } steps and < Recipes.Recipe.EndlessSteps and > 0 ? Words.Of(Count((long)steps)).ToString() : "";
        return run.Status.Word("state") switch
        {
            "finished" => Words.FinishedAtStep(Count(run.Step)).ToString(),
            "stopped" => Words.StoppedAtStep(Count(run.Step), total).ToString(),
            "diverged" when run.Recipe["doctor"] is JsonObject doctor && doctor.Word("mode") == "act" => Words.GivenUpAtStep(Count(run.Step), total).ToString(),
            "diverged" => Words.DivergedAtStep(Count(run.Step), total).ToString(),
            "failed" => Words.FailedAtStep(Count(run.Step), total).ToString(),
            "running" => Words.AtStepWhenPageWritten(Count(run.Step), total).ToString(),
            _ => Words.NotBegun.ToString(),
        };
    }

    private static string Pictures(RunRecord run, Film film) => film.Frames.Count == 0 ? "" :
        $"<h2>{Words.PicturesOverTime}</h2>\n<p class=\"soft\">{(run.IsPoints
            ? Words.RealPointsAndDrawnOnes.ToString()
            : Words.SameSeedsAtEveryMoment.ToString())}{Cells(film.Frames[^1].Png)}</p>\n<div class=\"panel\">{Film.Html([film], run.IsPoints)}</div>\n";

    /// <summary>What the columns of a translator's sheet are, as the sheet itself says.</summary>
    private static string Cells(byte[] png)
    {
        using var stream = new MemoryStream(png);
        if (!PngText.Read(stream, "").TryGetValue("adversa", out var about) || JsonNode.Parse(about)?["cells"] is not JsonArray cells) return "";
        var words = cells.Select(cell => cell!.GetValue<string>() switch
        {
            SampleSheet.Made => Words.CellMade,
            Field.Image => Words.CellTrue,
            _ => Words.CellGiven,
        });
        return " " + Html(Words.ColumnsInTurn(string.Join(" | ", words.Select(word => word.ToString()))).ToString());
    }

    private static string Findings(RunRecord run)
    {
        var html = $"<h2>{Words.Findings}</h2>\n";
        if (run.DoctorLacks is { English.Length: > 0 } lacks) html += $"<p class=\"soft\">{Html(Words.DoctorLacksSignals(lacks).ToString())}</p>\n";
        if (run.Findings.Count == 0) return html + $"<p>{(run.Examinations.Count == 0
            ? Words.TrainingDoctorDidNotLook.ToString()
            : Words.NoneExaminationsIsNoProof(Count(run.Examinations.Count)).ToString())}</p>\n";
        var kinds = run.Findings.GroupBy(finding => finding.Code, StringComparer.Ordinal).Select(group => (First: group.First(), Last: group.Last(), Count: group.Count())).OrderBy(kind => kind.First.Step);
        return html + $"<div class=\"panel\">{Page.Table(Words.WhatTrainingDoctorSawWithEvidence.ToString(),
            ["#" + Words.Steps.ToString(), Words.Finding.ToString(), "#" + Words.Evidence.ToString(), Words.Try.ToString()],
            kinds.Select(kind => (IReadOnlyList<string>)
            [
                kind.Count == 1 ? Count(kind.First.Step) : $"{Count(kind.First.Step)} – {Count(kind.Last.Step)} ({kind.Count}×)",
                $"<b class=\"bad\">{Html(kind.Last.Name)}</b> <span class=\"soft\">{Html(kind.Last.Code)}</span><br>{Html(kind.Last.Message.ToString())}",
                string.Join("<br>", kind.Last.Evidence.Select(value => $"{Html(ValueNames.Of(value.Name).ToString())} {Number(value.Value)}")),
                Html(kind.Last.Remedy.ToString()),
            ]))}{string.Concat(run.Treatments.Select(done => $"<p>{Html(Words.TreatedAtStep(Count(done.Step), done.Finding, Count(done.BackTo), done.Change).ToString())}</p>"))}<p class=\"soft\">{ShellWords.Me} explain {Words.CODE}</p></div>\n";
    }

    private static string Numbers(RunRecord run)
    {
        var html = $"<h2>{Words.HowGood}</h2>\n";
        var (newestShown, bestShown) = (ShownNumbers.Of(run.Newest), ShownNumbers.Of(run.OfBest));
        (Measured Value, SeenEvaluation Of)[] all = [.. newestShown.Rows, .. bestShown.Rows];
        if (all.Length == 0) return html + $"<p>{Words.NothingMeasuredYet}</p>{(run.Next.Evaluate is { } line ? $"<code>{Html(line.ToString())}</code>" : "")}\n";
        var newest = run.Evaluations[^1];
        var protocols = all.Select(pair => (pair.Of.Space, pair.Of.Protocol)).Where(one => one.Protocol.ToString().Length > 0).Distinct().ToList();
        return html + $"<div class=\"panel\">{(newest.Sentence.ToString().Length > 0 ? $"<p>{Html(newest.Sentence.ToString())}</p>" : "")}{Page.Table(Words.NewestValueOfEachNumber.ToString(),
            [Words.Name.ToString(), "#" + Words.Value.ToString(), "#95 %", "#" + Words.RealDataWord.ToString(), "#" + Words.Samples.ToString(), "#" + Words.Step.ToString(), "#" + Words.Protocol.ToString()],
            all.Select(pair => (IReadOnlyList<string>)
            [
                ValueNames.Html(pair.Value.Name), $"<b>{Number(pair.Value.Value)}</b>{(pair.Value.Spread is { } spread ? $" ± {Number(spread)}" : "")}", pair.Value.Interval is { } at ? $"{Number(at.Low)} – {Number(at.High)}" : "–",
                pair.Value.Floor is { } floor ? $"{Number(floor)}{(pair.Value.FloorSpread is { } around ? $" ± {Number(around)}" : "")}" : "–", (pair.Of.Real > 0 ? Count(pair.Of.Real) + "+" : "") + Count(pair.Of.Count),
                Count(pair.Of.Step) + (pair.Of.IsBest ? $" ({Words.Best})" : ""), protocols.IndexOf((pair.Of.Space, pair.Of.Protocol)) is >= 0 and var i ? $"{i + 1}" : "–",
            ]))}{Classes(newestShown, run)}{(all.Any(pair => pair.Of.Real > 0) ? $"<p class=\"soft\">{Words.SamplesRealOnesDrawnOnesWhere}</p>" : "")}{Protocols(protocols)}{(run.OfBest.Count > 0 ? $"<p class=\"soft\">{Words.BestOfCheckpointWhoseSamplesCame}</p>" : "")}<p class=\"soft\">{Jackknife.About} {Words.OneRunIsOneSeed}</p></div>\n";
    }

    /// <summary>What a copy would be seen in.</summary>
    private static string Neighbours(RunRecord run) => run.Neighbours is not { } sheet ? "" :
        $"""<h2>{Words.NearestToDrawn}</h2><div class="panel neighbours"><p class="soft">{Words.EachDrawnBeforeNearest(Count(sheet.Step))}</p><img src="data:image/png;base64,{Convert.ToBase64String(sheet.Png)}" alt="{Words.NearestToDrawn}"></div>{"\n"}""";

    /// <summary>How often each class is drawn, or how often it is named right.</summary>
    private static string Classes(ShownNumbers shown, RunRecord run)
    {
        if (shown.Classes.Count == 0) return "";
        var names = run.ClassNames;
        return BarList.Draw(
            shown.AreShares ? Words.ClassesInSamples.ToString() : Words.NamedRightByClass.ToString(),
            [.. shown.Classes.Select(one => (ValueNames.Of(EvaluationNumbers.ByName(one.Name, names)).ToString(), one.Value, one.Interval?.Low, one.Interval?.High))],
            shown.AreShares ? 1.0 / shown.Classes.Count : null, Words.DashedEvenShare.ToString());
    }

    /// <summary>Every protocol once, by the number that the rows name, and below them the spaces that they speak of.</summary>
    private static string Protocols(List<(Text? Space, Text Protocol)> protocols) => protocols.Count == 0 ? "" :
        $"<ol class=\"soft\">{string.Concat(protocols.Select(one => $"<li>{(one.Space is { } space ? $"{Html(NameOf(space))}. " : "")}{Html(one.Protocol.ToString())}</li>\n"))}</ol>\n"
        + string.Concat(protocols.Select(one => one.Space).OfType<Text>().Distinct().Select(space => $"<p class=\"soft\">{Html(space.ToString())}.</p>\n"));

    private static string NameOf(Text space) => space.ToString().Split(':')[0];

    private static string Curves(RunRecord run)
    {
        var (main, more) = (CurveCharts.Main(run), CurveCharts.More(run));
        if (main.Length + more.Length == 0) return "";
        var html = $"<h2>{Words.Curves}</h2>\n<p class=\"soft\">{Words.FaintAsRead}</p>\n<div class=\"two\">\n{main}</div>\n";
        return more.Length == 0 ? html : html + $"<details><summary>{Words.MoreCurves}</summary><div class=\"two\">\n{more}</div></details>\n";
    }

    private static string Data(RunRecord run)
    {
        List<(string Name, string? Value)> facts =
        [
            (Words.Name.ToString(), run.Recipe.Word("data") ?? run.Environment.Word("data")),
            (Words.OneSample.ToString(), run.Shape?.ToString()),
            (Words.VariedBy.ToString(), run.Recipe["augment"] is JsonObject augment ? string.Join(", ", augment.Leaves().Where(leaf => leaf.Value is not ("0" or "0.0" or "false")).Select(leaf => $"{ValueNames.Of(leaf.Path)} {leaf.Value}")) is { Length: > 0 } parts ? parts : Words.Nothing.ToString() : null),
            (Words.Fingerprint.ToString(), run.Environment.Word("dataFingerprint")),
        ];
        return $"<h2>{Words.Data}</h2>\n<div class=\"panel\">{Page.Table(Words.WhatLearned.ToString(), [Words.Fact.ToString(), Words.Value.ToString()],
            facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => (IReadOnlyList<string>)[Html(fact.Name), Name(fact.Value!)]))}</div>\n";
    }

    private static string Repeat(RunRecord run)
    {
        var versions = new[] { "adversa", "libtorch", "dotnet", "os", "device", "threads", "instructions", "started" }
            .Where(name => run.Environment[name] is not null).Select(name => (IReadOnlyList<string>)[Html(ValueNames.Of(name).ToString()), Name(run.Environment.Word(name) ?? run.Environment[name]!.ToJsonString())]);
        return $"""
            <h2>{Words.HowToRepeat}</h2>
            <code>{Html(run.Folder.Command)}</code>
            <code>{ShellWords.Me} train {Html(ShellWords.Quote(Path.Join(run.Folder.Path, "recipe.json")))}</code>
            <p class="soft">{Words.BitForBitOnCPU}</p>
            <details><summary>{Words.Recipe}</summary><pre><code>{Lines(run.Recipe.ToJsonString(Indented))}</code></pre></details>
            <details><summary>{Words.VersionsAndMachine}</summary>{Page.Table(Words.WhereRan.ToString(), [Words.What.ToString(), Words.Value.ToString()], versions)}</details>
            """;
    }

    /// <summary>Text of several lines.</summary>
    private static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Html));
}
