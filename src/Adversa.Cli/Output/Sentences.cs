using System.Globalization;
using Adversa.Cli.Commands;
using Adversa.Training.Events;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Output;

/// <summary>What progress says in words.</summary>
internal static class Sentences
{
    internal static string Started(RunStarted e)
    {
        var parameters = string.Join(" · ", e.Parameters.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key.ToUpperInvariant()} {pair.Value / 1e6:F2} M")));
        var what = e.Resumed ? Say($"Resuming at step {e.Step}", $"Se reanuda en el paso {e.Step}") : Say("Run", "Ejecución");
        return Say($"{what}: {e.Folder}   {e.Variant} on {e.Data} ({e.Schema})   seed {e.Seed} · CPU ×{e.Threads} · parameters {parameters}",
            $"{what}: {e.Folder}   {e.Variant} con {e.Data} ({e.Schema})   semilla {e.Seed} · CPU ×{e.Threads} · parámetros {parameters}");
    }

    internal static string Ended(RunEnded e)
    {
        var state = e.State switch
        {
            "finished" => Say("Done", "Terminado"),
            "stopped" => Say("Stopped", "Detenido"),
            "diverged" => Say("Diverged", "Divergió"),
            _ => Say("Failed", "Falló"),
        };
        return Say($"{state} at step {e.Step}: {e.Images} images in {Arguments.Span(e.Elapsed)}, {e.ImagesPerSecond:F0} images/s.",
            $"{state} en el paso {e.Step}: {e.Images} imágenes en {Arguments.Span(e.Elapsed)}, {e.ImagesPerSecond:F0} imágenes/s.");
    }

    internal static string Values(StepCompleted e)
    {
        string Number(string name) => e.Values.TryGetValue(name, out var value) ? value.ToString("F2", CultureInfo.InvariantCulture) : "–";
        return e.Values.ContainsKey("d_real")
            ? Say($"loss D {Number("loss_d")} G {Number("loss_g")}   D(real) {Number("d_real")}  D(fake) {Number("d_fake")}",
                $"pérdida D {Number("loss_d")} G {Number("loss_g")}   D(real) {Number("d_real")}  D(falsa) {Number("d_fake")}")
            : string.Join("  ", e.Values.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:G4}")));
    }
}
