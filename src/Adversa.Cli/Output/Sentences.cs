using System.Globalization;
using Adversa.Imaging.Views;
using Adversa.Training.Events;
using Adversa.Training.Plans;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Output;

/// <summary>What progress says in words.</summary>
internal static class Sentences
{
    /// <summary>One line per fact: where, what, how.</summary>
    internal static IEnumerable<string> Started(RunStarted e)
    {
        var parameters = string.Join(" · ", e.Parameters.Select(pair => $"{pair.Key.ToUpperInvariant()} {Count(pair.Value)}"));
        var batch = e.Accumulate > 1 ? $"{e.Accumulate}×{e.Batch}" : $"{e.Batch}";
        var until = e.Steps >= Arguments.Unlimited ? "" : Say($"to step {e.Steps} · ", $"hasta el paso {e.Steps} · ");
        if (e.Minutes > 0) until += Say($"at most {Arguments.Span(TimeSpan.FromMinutes(e.Minutes))} · ", $"como mucho {Arguments.Span(TimeSpan.FromMinutes(e.Minutes))} · ");
        yield return Say("Run      ", "Ejecución  ") + e.Folder;
        yield return Say($"System   {e.Variant} on {e.Data} ({Schema(e.Schema)}) · parameters {parameters}", $"Sistema    {e.Variant} con {e.Data} ({Schema(e.Schema)}) · parámetros {parameters}");
        yield return Say($"Training {(e.Resumed ? $"from step {e.Step} " : "")}{until}batch {batch} · seed {e.Seed} · CPU ×{e.Threads}",
            $"Entrena    {(e.Resumed ? $"desde el paso {e.Step} " : "")}{until}lote {batch} · semilla {e.Seed} · CPU ×{e.Threads}");
        if (e.AnswersByScores) yield return Say("Scores   d_real and d_fake are D's mean scores of real and generated samples, of any size: no probabilities", "Puntúa     d_real y d_fake son las puntuaciones medias de D a muestras reales y generadas, de cualquier tamaño: no son probabilidades");
        if (e.From is not null && !e.Resumed) yield return Say("From     ", "Desde      ") + e.From;
        if (!e.Augment.IsOff) yield return Say("Varied   ", "Variación  ") + e.Augment;
    }

    /// <summary>A finding on one line: what was seen, what to do, where to read on.</summary>
    internal static Text Diagnosed(Diagnosis finding)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"ADV{finding.Code:D4}");
        return new($"step {finding.Step}: {finding.Text.English} {finding.Remedy.English} More: {ShellWords.Me} explain {code}",
            $"paso {finding.Step}: {finding.Text.Spanish} {finding.Remedy.Spanish} Más: {ShellWords.Me} explain {code}");
    }

    /// <summary>Which checkpoint was judged.</summary>
    internal static string Of(TrainedModel trained) => (trained.IsBest ? Say("Best checkpoint, step", "Mejor punto de control, paso") : Say("Newest checkpoint, step", "Último punto de control, paso"))
        + string.Create(CultureInfo.InvariantCulture, $" {trained.Manifest.Step} ({trained.Manifest.Images} {Say("images", "imágenes")})");

    internal static string Ended(RunEnded e)
    {
        var state = e.State switch
        {
            "finished" => Say("Done", "Terminado"),
            "stopped" => Say("Stopped", "Detenido"),
            "diverged" => Say("Training failed", "El entrenamiento falló"),       // NaN, or the doctor gave up: the error says which
            _ => Say("Failed", "Falló"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{state} {Say("at step", "en el paso")} {e.Step}: {e.Images} {Say("images in", "imágenes en")} {Arguments.Span(e.Elapsed)} ({e.ImagesPerSecond:F0} {Say("images/s", "imágenes/s")}).");
    }

    /// <summary>The step, and where the run ends if it is steps that end it.</summary>
    internal static string StepOf(long step, long steps) => steps >= Arguments.Unlimited ? $"{step}" : $"{step}/{steps}";

    /// <summary>What a run is busy with, and for how long so far.</summary>
    internal static string Doing(RunActivity now) => Work(now) + string.Create(CultureInfo.InvariantCulture, $" {now.Elapsed.TotalSeconds:F0} s");

    /// <summary>The answer to a signal: what the run waits for, and how not to wait.</summary>
    internal static IEnumerable<string> Stopping(RunActivity now) =>
    [
        Say($"Stopping after this: {Doing(now)} so far (step {now.Step + 1}); then it saves.", $"Se detendrá después de esto: {Doing(now)} hasta ahora (paso {now.Step + 1}); luego guarda."),
        Say("A second signal leaves at once, without saving.", "Una segunda señal sale enseguida, sin guardar."),
    ];

    private static string Work(RunActivity now) => now.Work switch
    {
        RunWork.Update => Say($"update of {now.Player.ToUpperInvariant()}", $"actualización de {now.Player.ToUpperInvariant()}"),
        RunWork.Drawing => Say("drawing pictures", "dibujo de imágenes"),
        RunWork.Examining => Say("examination", "examen"),
        RunWork.Saving => Say("checkpoint", "punto de control"),
        _ => Say("between steps", "entre pasos"),
    };

    /// <param name="e">The step.</param>
    /// <param name="scores">Whether D's answers are scores instead of probabilities.</param>
    internal static string Values(StepCompleted e, bool scores = false)
    {
        string Number(string name) => e.Values.TryGetValue(name, out var value) ? value.ToString("F2", CultureInfo.InvariantCulture) : "–";
        var distance = e.Values.ContainsKey("w_distance") ? Say($" · distance {Number("w_distance")}", $" · distancia {Number("w_distance")}") : "";
        if (scores && e.Values.ContainsKey("d_real")) return Say($"loss D {Number("loss_d")} G {Number("loss_g")} · score real {Number("d_real")} fake {Number("d_fake")}", $"pérdida D {Number("loss_d")} G {Number("loss_g")} · puntos reales {Number("d_real")} falsas {Number("d_fake")}") + distance;
        return e.Values.ContainsKey("d_real")
            ? Say($"loss D {Number("loss_d")} G {Number("loss_g")} · D(real) {Number("d_real")} · D(fake) {Number("d_fake")}",
                $"pérdida D {Number("loss_d")} G {Number("loss_g")} · D(real) {Number("d_real")} · D(falsa) {Number("d_fake")}")
            : string.Join(" · ", e.Values.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:G4}")));
    }

    /// <summary>One sample's shape.</summary>
    internal static string Schema(SampleSchema schema) => schema.View().HasPlot ? Say($"points of {schema.Values} coordinates", $"puntos de {schema.Values} coordenadas") : schema.ToString();

    private static string Count(long parameters) => parameters >= 100_000
        ? string.Create(CultureInfo.InvariantCulture, $"{parameters / 1e6:0.0#} M") : string.Create(CultureInfo.InvariantCulture, $"{parameters}");
}
