using System.CommandLine;
using Adversa.Cli.Output;
using Adversa.Torch;
using Adversa.Training;
using Adversa.Training.Folders;
using Adversa.Training.Plans;
using Adversa.Training.Reports;
using Adversa.Training.Runs;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;
using static Adversa.ShellWords;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa resume [RUN]</c></summary>
internal static class ResumeCommand
{
    internal static Command Create(Terminal terminal)
    {
        var run = Run(optional: true);
        var steps = new WholeOption("--steps", "N", 1, Unlimited, Words.TrainUpToStepInstead);
        var minutes = new RealOption("--minutes", "M", 0.001, 100_000, Words.StopAfterSoManyMinutes);
        var data = Text("--data", "SPEC", Words.WhereDataOfRunLiesNow);
        var changed = new Option<bool>("--data-changed") { Description = Words.WithDataOtherDataToo.ToString() };
        var device = new DeviceOption();
        var noJudge = NoJudge();
        var command = Command("resume", Words.GoesOnExactlyWhereNewestGood);
        command.Arguments.Add(run);
        foreach (var option in new Option[] { steps, minutes, data, changed, device, noJudge }) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var to = steps.Of(parsed);
            var limit = minutes.Of(parsed);
            if (limit is not null && to is null) to = Unlimited;
            var moved = parsed.PathOf(data) is { } spec ? new MovedData(DataSets.FullPath(spec), parsed.GetValue(changed)) : null;
            if (moved is null && parsed.GetValue(changed)) throw new AdversaException(2014, ExitCode.Usage, Words.DataChangedGoesWithData);
            var folder = parsed.Folder(run);
            return ComputeThread.Run(() => StoppedException.Answered(terminal, () =>
            {
                var stop = new StopRequest();
                using var signals = new Signals(stop);
                device.Start(parsed, new RecipeResolver().Add("recipe.json", folder.Recipe).Preview().Threads is > 0 and <= 1024 and var threads ? threads : null,
                    folder.Device, folder.IsDeterministic);
                using var session = TrainingRun.Resume(folder, to, limit, terminal.Warn, (setup, before) => Prospect.Look(terminal, setup, stop, (folder.Path, before.TotalMinutes)), moved);
                if (session.Setup.Trainer.Round < session.Setup.Plan.Recipe.Steps) return RunSession.Go(terminal, session, stop, signals, judges: !parsed.GetValue(noJudge));
                var (round, more) = (session.Setup.Trainer.Round, NextSteps.Of(session.Setup, NameOf(folder)).TrainOn);
                terminal.Talk(Words.RunIsDone(round, more).ToString());
                terminal.ForPrograms("finished", new() { ["step"] = round, ["run"] = folder.Path });
                if (!terminal.Json) terminal.Result(folder.Path);
                return 0;
            }));
        });
        return command;
    }
}
