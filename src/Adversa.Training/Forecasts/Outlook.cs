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
    public static Text? TooEarly(long steps, long usual) => !IsTooEarly(steps, usual) ? null : Words.StepsOfAboutTooEarly(steps, Rounded(usual));

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
            return !IsTooEarly(fit, usual) ? null : Words.MinutesAreEnoughForFewSteps(
                Span(seconds), minutes, fit, Rounded(usual), Needed(usual - done.Steps, seconds), done.Steps > 0 ? Text.None : Words.OrSmallerPicturesOrBatch);
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
        if (isResumed) return Words.StepTakesMoreThanOwnBatch(What(plan, schema), limit, plan.Recipe.Batch);
        var most = (long)Math.Ceiling(minutes * 60 / limit);
        return Words.StepTakesMoreThan(What(plan, schema), limit, minutes > 0 ? Words.SoMinutesAreEnoughForFewer(minutes, most, usual) : Words.SoManyStepsAreNeeded(usual), plan.Variant.Id);
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
        return Words.StepTakesAllStepsTake(Span(seconds), left, Span(left * seconds));
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
        var need = forecast is null ? Words.MoreMemoryThanIsFreeAtSmallestBatch
            : forecast.Bytes <= free ? Words.MoreMemoryThanIsFreeAtBatch(batch)
            : Words.MemoryAtBatch(Gigabytes(forecast.Bytes), batch);
        return new(5014, ExitCode.Resource, (resumed, fits) switch
        {
            (null, > 0) => Words.NeedsBatchFits(what, need, gigabytes, fits),
            (null, _) => Words.NeedsNoBatchFits(what, need, gigabytes, plan.Variant.Id),
            (_, > 0) => Words.NeedsResumeOrBeginRun(what, need, gigabytes, new Suggestion("train", Path.Join(resumed, "recipe.json"), "--from", resumed, "--set", $"batch={fits}").ToString()),
            _ => Words.NeedsResumeWhereMoreIsFree(what, need, gigabytes),
        });
    }

    private static string What(Plan plan, SampleSchema schema) => $"{plan.Variant.Id} ({plan.Preset.Name}, {schema})";

    private static string Gigabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.0} GB");

    /// <summary>The minutes that so many steps need.</summary>
    private static long Needed(long steps, double seconds) => (long)Math.Ceiling(steps * seconds / Training / 60);

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
