using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Formats.Disk;
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
        Page.Write(page, $"{run.Folder.Name} · {Say("run", "ejecución")}", Header(run),
            Pictures(run, film) + Findings(run) + Numbers(run) + Curves(run) + Data(run), Repeat(run));
    }

    private static string Header(RunRecord run)
    {
        var cards = new StringBuilder();
        foreach (var (value, _) in ShownNumbers.Of(run.Newest).Rows.Where(pair => !ShownNumbers.IsOfTheJudge(pair.Value.Name)).Take(MostCards))
            cards.Append(Page.Card(Number(value.Value), ValueNames.Of(value.Name).ToString(), beside: value.Floor is { } real ? Say($"real data {Number(real)}", $"datos reales {Number(real)}") : ""));
        return $"""
            <h1>{Name(run.Folder.Name)}</h1>
            <p class="soft">{Html(Say($"{run.Variant} on {run.Data}, {State(run)}.", $"{run.Variant} con {run.Data}, {State(run)}."))}</p>
            <ul class="cards">
            {Page.Card(Count(run.Step), Say("steps", "pasos"))}{Page.Card(Count(run.Images), Say("images shown", "imágenes mostradas"))}{Page.Card(Span(run.Seconds), Say("of training", "de entrenamiento"))}{cards}
            </ul>
            """;
    }

    private static string State(RunRecord run)
    {
        var total = run.Status.Real("total") is { } steps and < Recipes.Recipe.EndlessSteps and > 0 ? Say($" of {Count((long)steps)}", $" de {Count((long)steps)}") : "";
        return run.Status.Word("state") switch
        {
            "finished" => Say($"finished at step {Count(run.Step)}", $"terminada en el paso {Count(run.Step)}"),
            "stopped" => Say($"stopped at step {Count(run.Step)}{total}", $"detenida en el paso {Count(run.Step)}{total}"),
            "diverged" when run.Recipe["doctor"] is JsonObject doctor && doctor.Word("mode") == "act" => Say(
                $"given up at step {Count(run.Step)}{total}: what the doctor tried did not help", $"abandonada en el paso {Count(run.Step)}{total}: lo que probó el médico no ayudó"),
            "diverged" => Say($"diverged at step {Count(run.Step)}{total}: a loss or a weight became NaN or infinite", $"divergió en el paso {Count(run.Step)}{total}: una pérdida o un peso se volvió NaN o infinito"),
            "failed" => Say($"failed at step {Count(run.Step)}{total}", $"falló en el paso {Count(run.Step)}{total}"),
            "running" => Say($"at step {Count(run.Step)}{total} when this page was written", $"en el paso {Count(run.Step)}{total} cuando se escribió esta página"),
            _ => Say("not begun", "sin empezar"),
        };
    }

    private static string Pictures(RunRecord run, Film film) => film.Frames.Count == 0 ? "" :
        $"<h2>{Say("Pictures over time", "Imágenes en el tiempo")}</h2>\n<p class=\"soft\">{(run.IsPoints
            ? Say("Real points and drawn ones, on what D thinks of each place.", "Puntos reales y dibujados, sobre lo que D opina de cada lugar.")
            : Say("The same seeds at every moment. The slider moves through the training.", "Las mismas semillas en cada momento. El control recorre el entrenamiento."))}</p>\n<div class=\"panel\">{Film.Html([film], run.IsPoints)}</div>\n";

    private static string Findings(RunRecord run)
    {
        var html = $"<h2>{Say("Findings", "Hallazgos")}</h2>\n";
        if (run.Findings.Count == 0) return html + $"<p>{(run.Examinations.Count == 0
            ? Say("The training doctor did not look at this run.", "El médico del entrenamiento no examinó esta ejecución.")
            : Say($"None in {Count(run.Examinations.Count)} examinations. That is no proof of quality: look at the pictures and the numbers.", $"Ninguno en {Count(run.Examinations.Count)} exámenes. Eso no prueba la calidad: mire las imágenes y los números."))}</p>\n";
        var kinds = run.Findings.GroupBy(finding => finding.Code, StringComparer.Ordinal).Select(group => (First: group.First(), Last: group.Last(), Count: group.Count())).OrderBy(kind => kind.First.Step);
        return html + $"<div class=\"panel\">{Page.Table(Say("What the training doctor saw, with the evidence of the last time", "Lo que vio el médico del entrenamiento, con las pruebas de la última vez"),
            ["#" + Say("steps", "pasos"), Say("finding", "hallazgo"), "#" + Say("evidence", "pruebas"), Say("try", "pruebe")],
            kinds.Select(kind => (IReadOnlyList<string>)
            [
                kind.Count == 1 ? Count(kind.First.Step) : $"{Count(kind.First.Step)} – {Count(kind.Last.Step)} ({kind.Count}×)",
                $"<b class=\"bad\">{Html(kind.Last.Name)}</b> <span class=\"soft\">{Html(kind.Last.Code)}</span><br>{Html(kind.Last.Message.ToString())}",
                string.Join("<br>", kind.Last.Evidence.Select(value => $"{Html(ValueNames.Of(value.Name).ToString())} {Number(value.Value)}")),
                Html(kind.Last.Remedy.ToString()),
            ]))}{string.Concat(run.Treatments.Select(done => $"<p>{Html(Say(
                $"Treated at step {Count(done.Step)} ({done.Finding}): back to the weights of step {Count(done.BackTo)}, with {done.Change}.",
                $"Tratada en el paso {Count(done.Step)} ({done.Finding}): de vuelta a los pesos del paso {Count(done.BackTo)}, con {done.Change}."))}</p>"))}<p class=\"soft\">{ShellWords.Me} explain {Say("CODE", "CÓDIGO")}</p></div>\n";
    }

    private static string Numbers(RunRecord run)
    {
        var html = $"<h2>{Say("How good it is", "Qué tan buena es")}</h2>\n";
        var (newestShown, bestShown) = (ShownNumbers.Of(run.Newest), ShownNumbers.Of(run.OfBest));
        (Measured Value, SeenEvaluation Of)[] all = [.. newestShown.Rows, .. bestShown.Rows];
        if (all.Length == 0) return html + $"<p>{Say("Nothing was measured yet.", "Todavía no se midió nada.")}</p>{(run.Next.Evaluate is { } line ? $"<code>{Html(line.ToString())}</code>" : "")}\n";
        var newest = run.Evaluations[^1];
        var protocols = all.Select(pair => (pair.Of.Space, pair.Of.Protocol)).Where(one => one.Protocol.ToString().Length > 0).Distinct().ToList();
        return html + $"<div class=\"panel\">{(newest.Sentence.ToString().Length > 0 ? $"<p>{Html(newest.Sentence.ToString())}</p>" : "")}{Page.Table(Say("The newest value of each number", "El último valor de cada número"),
            [Say("name", "nombre"), "#" + Say("value", "valor"), "#95 %", "#" + Say("real data", "datos reales"), "#" + Say("samples", "muestras"), "#" + Say("step", "paso"), "#" + Say("protocol", "protocolo")],
            all.Select(pair => (IReadOnlyList<string>)
            [
                ValueNames.Html(pair.Value.Name), $"<b>{Number(pair.Value.Value)}</b>{(pair.Value.Spread is { } spread ? $" ± {Number(spread)}" : "")}", pair.Value is { Low: { } low, High: { } high } ? $"{Number(low)} – {Number(high)}" : "–",
                pair.Value.Floor is { } floor ? $"{Number(floor)}{(pair.Value.FloorSpread is { } around ? $" ± {Number(around)}" : "")}" : "–", (pair.Of.Real > 0 ? Count(pair.Of.Real) + "+" : "") + Count(pair.Of.Count),
                Count(pair.Of.Step) + (pair.Of.IsBest ? $" ({Say("best", "mejor")})" : ""), protocols.IndexOf((pair.Of.Space, pair.Of.Protocol)) is >= 0 and var i ? $"{i + 1}" : "–",
            ]))}{Classes(newestShown, run)}{(all.Any(pair => pair.Of.Real > 0) ? $"<p class=\"soft\">{Say("Samples: real ones + drawn ones, where they were compared.", "Muestras: reales + generadas, donde se compararon.")}</p>" : "")}{Protocols(protocols)}{(run.OfBest.Count > 0 ? $"<p class=\"soft\">{Say("(best): of the checkpoint whose samples came nearest to the data, chosen by the training doctor; part of its lead over another run's newest is that choice.",
                "(mejor): del punto de control cuyas muestras más se acercaron a los datos, elegido por el médico del entrenamiento; parte de su ventaja sobre el último de otra ejecución es esa elección.")}</p>" : "")}<p class=\"soft\">{Jackknife.About} {Say("One run is one seed: another seed of the same recipe may differ by more.", "Una ejecución es una semilla: otra semilla de la misma receta puede diferir más.")}</p></div>\n";
    }

    /// <summary>How often each class is drawn, or how often it is named right.</summary>
    private static string Classes(ShownNumbers shown, RunRecord run)
    {
        if (shown.Classes.Count == 0) return "";
        var names = run.ClassNames;
        return BarList.Draw(
            shown.AreShares ? Say("Classes in the samples", "Clases en las muestras") : Say("Named right, by class", "Aciertos por clase"),
            [.. shown.Classes.Select(one => (ValueNames.Of(EvaluationNumbers.ByName(one.Name, names)).ToString(), one.Value, one.Low, one.High))],
            shown.AreShares ? 1.0 / shown.Classes.Count : null, Say("Dashed: an even share. The rest was not read as any class with confidence.", "Línea discontinua: una proporción igual. El resto no se leyó como ninguna clase con confianza."));
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
        var html = $"<h2>{Say("Curves", "Curvas")}</h2>\n<p class=\"soft\">{Say("Faint: as read. Firm: smoothed. Losses of two players that fight do not fall as quality rises.", "Tenue: tal como se leyó. Firme: suavizada. Las pérdidas de dos jugadores que compiten no bajan cuando sube la calidad.")}</p>\n<div class=\"two\">\n{main}</div>\n";
        return more.Length == 0 ? html : html + $"<details><summary>{Say("More curves", "Más curvas")}</summary><div class=\"two\">\n{more}</div></details>\n";
    }

    private static string Data(RunRecord run)
    {
        List<(string Name, string? Value)> facts =
        [
            (Say("name", "nombre"), run.Recipe.Word("data") ?? run.Environment.Word("data")),
            (Say("one sample", "una muestra"), run.Shape?.ToString()),
            (Say("varied by", "variación"), run.Recipe["augment"] is JsonObject augment ? string.Join(", ", augment.Leaves().Where(leaf => leaf.Value is not ("0" or "0.0" or "false")).Select(leaf => $"{ValueNames.Of(leaf.Path)} {leaf.Value}")) is { Length: > 0 } parts ? parts : Say("nothing", "ninguna") : null),
            (Say("fingerprint", "huella"), run.Environment.Word("dataFingerprint")),
        ];
        return $"<h2>{Say("Data", "Datos")}</h2>\n<div class=\"panel\">{Page.Table(Say("What it learned from", "De qué aprendió"), [Say("fact", "dato"), Say("value", "valor")],
            facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => (IReadOnlyList<string>)[Html(fact.Name), Name(fact.Value!)]))}</div>\n";
    }

    private static string Repeat(RunRecord run)
    {
        var versions = new[] { "adversa", "libtorch", "dotnet", "os", "device", "threads", "instructions", "started" }
            .Where(name => run.Environment[name] is not null).Select(name => (IReadOnlyList<string>)[Html(ValueNames.Of(name).ToString()), Name(run.Environment.Word(name) ?? run.Environment[name]!.ToJsonString())]);
        return $"""
            <h2>{Say("How to repeat it", "Cómo repetirla")}</h2>
            <code>{Html(run.Folder.Command)}</code>
            <code>{ShellWords.Me} train {Html(ShellWords.Quote(Path.Join(run.Folder.Path, "recipe.json")))}</code>
            <p class="soft">{Say("Bit for bit on the CPU, with the same versions, threads and instruction set.", "Bit a bit en la CPU, con las mismas versiones, hilos e instrucciones.")}</p>
            <details><summary>{Say("Recipe", "Receta")}</summary><pre><code>{Lines(run.Recipe.ToJsonString(Indented))}</code></pre></details>
            <details><summary>{Say("Versions and machine", "Versiones y máquina")}</summary>{Page.Table(Say("Where it ran", "Dónde se ejecutó"), [Say("what", "qué"), Say("value", "valor")], versions)}</details>
            """;
    }

    /// <summary>Text of several lines.</summary>
    private static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Html));
}
