using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Adversa.Torch;
using Adversa.Training.Plans;

namespace Adversa.Bench.Peers;

/// <summary>Our side of the comparison: answers <c>go N</c> with one line of JSON, like peer.py --serve.</summary>
internal static partial class PeerServer
{
    private const int WarmUp = 20;

    internal static int Run(string name, int threads, string device)
    {
        var row = PeerRow.All.Concat(PeerRow.OnGpu).First(r => r.Name == name);
        Engine.Start(threads);
        if (Device.TryParse(device, out var named)) Engine.Use(named);
        using var setup = row.Build();
        var step = row.Work(setup);
        step();
        Wait();
        var firstStep = ProcessAge();
        for (var i = 1; i < WarmUp; i++) step();
        while (Console.ReadLine()?.Split(' ') is ["go", var steps])
        {
            var count = int.Parse(steps, CultureInfo.InvariantCulture);
            Wait();
            var cpu = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            for (var i = 0; i < count; i++) step();
            Wait();
            var seconds = clock.Elapsed.TotalSeconds;
            Console.WriteLine(new JsonObject
            {
                ["row"] = name, ["column"] = "adversa", ["steps"] = count, ["seconds"] = seconds, ["cpu_seconds"] = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds,
                ["ms_per_step"] = 1000 * seconds / count, ["images_per_s"] = count * row.Batch / seconds, ["peak_rss_kb"] = ProcessMemory.Kilobytes("VmHWM"), ["first_step_s"] = firstStep,
            }.ToJsonString());
            Console.Out.Flush();
        }

        return 0;
    }

    /// <summary>A GPU computes on after a call has returned: a number that is read waits for all that was asked before.</summary>
    private static void Wait()
    {
        using var scope = new TensorScope();
        Tensor.Zeros([1]).Item();
    }

    /// <summary>Seconds since the kernel started this process, the runtime's start included.</summary>
    private static double ProcessAge()
    {
        var ticks = double.Parse(File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[19], CultureInfo.InvariantCulture);
        return double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], CultureInfo.InvariantCulture) - ticks / sysconf(2);
    }

    [LibraryImport("libc")]
    private static partial long sysconf(int name);
}
