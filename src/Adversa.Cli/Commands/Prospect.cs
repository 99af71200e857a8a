using System.Diagnostics;
using System.Globalization;
using Adversa.Cli.Output;
using Adversa.Torch;
using Adversa.Training;
using Adversa.Training.Forecasts;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary>Looks ahead before a run begins or goes on: whether a step fits into memory, and how many steps fit into the time.</summary>
internal static class Prospect
{
    /// <summary>Looks, and says what should be known.</summary>
    /// <param name="resumed">The folder of a run that goes on, and the minutes that it has trained; null for a new one.</param>
    /// <returns>What a step will take; null where that was not measured.</returns>
    /// <exception cref="AdversaException">ADV5014: the memory does not suffice.</exception>
    /// <exception cref="StoppedException">Somebody asked to stop.</exception>
    internal static Forecast? Look(Terminal terminal, Setup setup, StopRequest stop, (string Folder, double Minutes)? resumed = null)
    {
        var forecast = ProbeNeed.IsWorth(setup) ? Measure(terminal, setup, stop, resumed?.Folder) : null;
        if (forecast is null) return null;               // what was asked for in steps is said once the run has a folder: an error is one line
        var done = (setup.Trainer.Round, resumed?.Minutes ?? 0);
        if (Outlook.FewSteps(setup.Plan, forecast.Seconds, done) is { } few) terminal.Warn(4014, few);
        else if (Outlook.Length(setup.Plan.Recipe, forecast.Seconds, done) is { } length) terminal.Talk(length.ToString());
        return forecast;
    }

    private static Forecast? Measure(Terminal terminal, Setup setup, StopRequest stop, string? resumed)
    {
        var (plan, schema) = (setup.Plan, setup.Source.Schema);
        var recipe = plan.Recipe with { Batch = setup.Stream.BatchSize / (plan.Recipe.Techniques.Pack) };
        var free = Memory.Available;
        var probe = new ProbeProcess(ThisProgram(ProbeCommand.Name), ProbeProcess.UsualLimit, (long)(0.9 * free));
        var text = Words.MeasuringWhatStepTakesHere.ToString();
        var said = -1;
        if (!terminal.IsLive) terminal.Talk(text + " …");
        var result = probe.Measure(new(recipe, schema, Engine.Device.ToString()), stop.Token, elapsed =>
        {
            if ((int)elapsed.TotalSeconds == said) return;
            said = (int)elapsed.TotalSeconds;
            if (terminal.IsLive) terminal.ErrorWriter.Write(string.Create(CultureInfo.InvariantCulture, $"\r{text} … {said} s\u001b[K"));
            else if (said > 0) terminal.Talk(string.Create(CultureInfo.InvariantCulture, $"… {said} s"));
        });
        if (terminal.IsLive) terminal.ErrorWriter.Write("\r\u001b[K");
        if (result.End == ProbeEnd.Stopped) throw new StoppedException(stop.Exit ?? ExitCode.Interrupted);
        if (result.Measured.Count == 0)
        {
            if (result.End == ProbeEnd.TookTooMuch) throw Outlook.TooLarge(plan, schema, null, free, 0, resumed);
            if (result.End == ProbeEnd.TookTooLong) terminal.Warn(4014, Outlook.TooSlow(plan, schema, isResumed: resumed is not null));
            return null;
        }

        var forecast = new Forecast(result.Measured, recipe.Batch, recipe.Accumulate, ranOut: result.End == ProbeEnd.TookTooMuch);
        var mine = free + Memory.Taken;                    // what this process has is part of what the run will take
        terminal.ForPrograms("forecast", new()
        {
            ["batch"] = recipe.Batch, ["ms_per_step"] = Math.Round(forecast.Seconds * 1000, 1), ["memory_bytes"] = forecast.RanOut ? null : forecast.Bytes, ["memory_free_bytes"] = mine, ["usual_steps"] = plan.UsualSteps,
        });
        if (!forecast.Fits(mine)) throw Outlook.TooLarge(plan, schema, forecast, mine, forecast.LargestBatch((long)(0.9 * mine), batch => StepProbe.IsAllowed(recipe, schema, batch)), resumed);
        return forecast;
    }

    /// <summary>How this program starts another of itself: the apphost, or dotnet with the assembly.</summary>
    internal static List<string> ThisProgram(params string[] arguments)
    {
        var program = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet" ? [program, Path.Join(AppContext.BaseDirectory, "adversa.dll"), .. arguments] : [program, .. arguments];
    }
}

/// <summary>Somebody asked to stop before anything was begun.</summary>
internal sealed class StoppedException(ExitCode exit) : Exception
{
    /// <summary>Ends a command whose user did not wait for it to begin.</summary>
    internal static int Answered(Terminal terminal, Func<int> begin)
    {
        try
        {
            return begin();
        }
        catch (StoppedException e)
        {
            terminal.Talk(Words.StoppedBeforeRunBegan.ToString());
            return (int)e.Exit;
        }
    }

    private ExitCode Exit => exit;
}
