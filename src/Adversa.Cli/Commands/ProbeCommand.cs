using System.CommandLine;
using Adversa.Cli.Output;
using Adversa.Torch;
using Adversa.Training.Forecasts;

namespace Adversa.Cli.Commands;

/// <summary>What <c>train</c> starts to measure a step; nobody types it.</summary>
internal static class ProbeCommand
{
    internal const string Name = "measure-step";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);      // should the parent be gone

    internal static Command Create(Terminal terminal)
    {
        var command = new Command(Name, "Serves train.") { Hidden = true };
        command.SetAction(_ =>
        {
            if (Console.In.ReadLine() is not { Length: > 0 } line) return 2;
            using var end = new Timer(_ => Environment.FailFast(null), null, Longest, Timeout.InfiniteTimeSpan);
            var order = ProbeOrder.FromLine(line);
            return ComputeThread.Run(() =>
            {
                Engine.Start(order.Recipe.Threads > 0 ? order.Recipe.Threads : null);
                Engine.Use(Device.TryParse(order.Device, out var device) ? device : Device.Cpu);
                StepProbe.Run(order, measured =>
                {
                    terminal.Result(ProbeProcess.Line(measured));
                    terminal.Settle();
                });
                return 0;
            });
        });
        return command;
    }
}
