using System.Globalization;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Reports;

namespace Adversa.Training.Forecasts;

/// <summary>What a forecast means for a run, in words.</summary>
public static class Outlook
{
    private const double Enough = 0.1;           // of the usual steps: with fewer, pictures show hardly more than noise
    private const double Training = 0.9;         // of a time limit: the rest may go to pictures, checkpoints and examinations

    /// <summary>Whether a run of so many steps is too short to say anything of its system.</summary>
    /// <param name="steps">Of the run.</param>
    /// <param name="usual">Of a full run: see <see cref="Plan.UsualSteps"/>.</param>
    public static bool IsTooEarly(long steps, long usual) => steps < Enough * usual;

    /// <summary>Said at the end of a run that was too short; null after one that was not.</summary>
    /// <param name="steps">Of the run.</param>
    /// <param name="usual">Of a full run.</param>
    public static Text? TooEarly(long steps, long usual) => !IsTooEarly(steps, usual) ? null : new(
        $"{English(steps)} of about {English(Rounded(usual))} steps: too early to judge.", $"{Plain(steps)} de unos {Plain(Rounded(usual))} pasos: es pronto para juzgar.");

    /// <summary>Said before a run that will be too short; null before one that will not, and where nobody knows.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="secondsPerStep">Measured; null where it was not.</param>
    /// <param name="done">Of a run that is resumed: its steps, and the minutes that they took.</param>
    public static Text? FewSteps(Plan plan, double? secondsPerStep, (long Steps, double Minutes) done = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (recipe, usual, minutes) = (plan.Recipe, plan.UsualSteps, plan.Recipe.Minutes - done.Minutes);
        if (recipe.Minutes > 0 && secondsPerStep is { } seconds && done.Steps + Math.Max(1, (long)(minutes * 60 * Training / seconds)) is var fit && fit < recipe.Steps)
        {
            if (!IsTooEarly(fit, usual)) return null;
            var (english, spanish) = done.Steps > 0 ? ("", "") : (", smaller pictures (--size N) or a smaller batch (--set batch=N)", ", imágenes menores (--size N) o un lote menor (--set batch=N)");
            return new(
                $"A step takes about {Span(seconds)} here, so --minutes {Number(minutes)} is enough for about {English(fit)} of about {English(Rounded(usual))} steps: too early to judge. Give it more time (--minutes {Minutes(usual - done.Steps, seconds)} for all){english}.",
                $"Un paso tarda aquí unos {Span(seconds)}, así que --minutes {Number(minutes)} alcanza para unos {Plain(fit)} de unos {Plain(Rounded(usual))} pasos: es pronto para juzgar. Dele más tiempo (--minutes {Minutes(usual - done.Steps, seconds)} para todos){spanish}.");
        }

        return recipe.HasNoEnd ? null : TooEarly(recipe.Steps, usual);
    }

    /// <summary>Said where not one step was done in the time that a probe has.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="schema">Its samples.</param>
    /// <param name="isResumed">Whether it goes on: its system stays.</param>
    public static Text TooSlow(Plan plan, SampleSchema schema, bool isResumed = false)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (limit, usual, minutes) = (ProbeProcess.UsualLimit.TotalSeconds, Rounded(plan.UsualSteps), plan.Recipe.Minutes);
        if (isResumed) return new(
            $"{What(plan, schema)} takes more than {limit:F0} s for one step here even at the smallest batch; its own is {plan.Recipe.Batch}. Resume it on a faster machine.",
            $"{What(plan, schema)} tarda aquí más de {limit:F0} s en un paso incluso con el lote más pequeño; el suyo es {plan.Recipe.Batch}. Reanúdela en una máquina más rápida.");
        var most = (long)Math.Ceiling(minutes * 60 / limit);
        var (fits, caben) = minutes > 0 ? ($"; --minutes {Number(minutes)} is enough for fewer than {English(most)} of about {English(usual)} steps: too early to judge", $"; --minutes {Number(minutes)} alcanza para menos de {Plain(most)} de unos {Plain(usual)} pasos: es pronto para juzgar")
            : ($", and about {English(usual)} steps are needed", $", y hacen falta unos {Plain(usual)} pasos");
        return new(
            $"{What(plan, schema)} takes more than {limit:F0} s for one step here even at the smallest batch{fits}. Train on smaller pictures (--size N) or a narrower network (recipes show {plan.Variant.Id}).",
            $"{What(plan, schema)} tarda aquí más de {limit:F0} s en un paso incluso con el lote más pequeño{caben}. Entrene con imágenes menores (--size N) o una red más estrecha (recipes show {plan.Variant.Id}).");
    }

    /// <summary>How long all steps will take, said where that was measured and no time limit ends the run first.</summary>
    /// <param name="recipe">The run.</param>
    /// <param name="seconds">Of a step.</param>
    /// <param name="done">Of a run that is resumed: its steps, and the minutes that they took.</param>
    public static Text? Length(Recipe recipe, double seconds, (long Steps, double Minutes) done = default)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var left = recipe.Steps - done.Steps;
        if (recipe.HasNoEnd || (recipe.Minutes > 0 && (recipe.Minutes - done.Minutes) * 60 < left * seconds)) return null;
        return new($"A step takes about {Span(seconds)} here: {English(left)} steps take about {Span(left * seconds)}.",
            $"Un paso tarda aquí unos {Span(seconds)}: {Plain(left)} pasos tardan unos {Span(left * seconds)}.");
    }

    /// <summary>The refusal of a run that does not fit into memory.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="schema">Its samples.</param>
    /// <param name="forecast">What it would take; null where even the smallest batch was too much.</param>
    /// <param name="free">Bytes that it could take.</param>
    /// <param name="fits">The largest batch that fits; 0 when none does.</param>
    /// <param name="resumed">The folder of a run that is resumed: its batch stays.</param>
    public static AdversaException TooLarge(Plan plan, SampleSchema schema, Forecast? forecast, long free, int fits, string? resumed = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var what = What(plan, schema);
        var (batch, gigabytes) = (plan.Recipe.Batch, Gigabytes(free));
        var (need, necesita) = forecast is null ? ("more memory than is free even at the smallest batch", "más memoria de la libre incluso con el lote más pequeño")
            : forecast.Bytes <= free ? ($"more memory than is free at batch {batch}", $"más memoria de la libre con lote {batch}")
            : ($"about {Gigabytes(forecast.Bytes)} of memory at batch {batch}", $"unos {Gigabytes(forecast.Bytes)} de memoria con lote {batch}");
        if (resumed is not null)
        {
            var anew = fits > 0 ? new Suggestion("train", Path.Join(resumed, "recipe.json"), "--from", resumed, "--set", $"batch={fits}") : null;
            return new(5014, ExitCode.Resource, new(
                $"{what} needs {need}; {gigabytes} are free here. Resume it where more is free{(anew is null ? "." : $", or begin a run with its weights and a batch that fits: {anew}")}",
                $"{what} necesita {necesita}; aquí hay {gigabytes} libres. Reanúdela donde haya más{(anew is null ? "." : $", o empiece una ejecución con sus pesos y un lote que quepa: {anew}")}"));
        }

        return new(5014, ExitCode.Resource, fits > 0
            ? new($"{what} needs {need}; {gigabytes} are free here. A batch of {fits} fits: --set batch={fits}. Smaller pictures (--size N) need less too.",
                $"{what} necesita {necesita}; aquí hay {gigabytes} libres. Cabe un lote de {fits}: --set batch={fits}. Imágenes menores (--size N) también necesitan menos.")
            : new($"{what} needs {need}; {gigabytes} are free here, and no batch fits. Train on smaller pictures (--size N) or a narrower network (recipes show {plan.Variant.Id}).",
                $"{what} necesita {necesita}; aquí hay {gigabytes} libres y no cabe ningún lote. Entrene con imágenes menores (--size N) o una red más estrecha (recipes show {plan.Variant.Id})."));
    }

    private static string What(Plan plan, SampleSchema schema) => $"{plan.Variant.Id} ({plan.Preset.Name}, {schema})";

    private static string Gigabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.0} GB");

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string English(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Minutes(long steps, double seconds) => Plain((long)Math.Ceiling(steps * seconds / Training / 60));

    /// <summary>Two digits say all that is known of it.</summary>
    private static long Rounded(long steps)
    {
        long unit = 1;
        while (steps / unit >= 100) unit *= 10;
        return (steps + unit / 2) / unit * unit;
    }

    private static string Span(double seconds) => seconds switch
    {
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s"),
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        < 7200 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
        < 172_800 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 86_400:0} d"),
    };
}
