using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Judges;
using static Adversa.Cli.Commands.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa doctor</c>: what this machine is, and whether the engine computes right.</summary>
internal static class DoctorCommand
{
    private const double MinimumGigabytes = 1, MaxGradientError = 1e-2, SlowProductMilliseconds = 40;

    internal static Command Create(Terminal terminal)
    {
        var command = Command("doctor", "Checks the machine: engine, threads, disk, a self-test.", "Revisa la máquina: motor, hilos, disco, una autoprueba.");
        command.SetAction(_ => ComputeThread.Run(() => Examine(terminal)));
        return command;
    }

    private static int Examine(Terminal terminal)
    {
        var worst = ExitCode.Done;
        void Say(string name, bool good, string text)
        {
            if (!good) worst = ExitCode.Resource;
            terminal.Result(terminal.Json
                ? new JsonObject { ["v"] = 1, ["check"] = name, ["ok"] = good, ["text"] = text }.ToJsonString()
                : $" {(good ? "OK  " : "WARN")}  {text}");
        }

        Engine.Start();
        Say("platform", true, $"Adversa {typeof(DoctorCommand).Assembly.GetName().Version?.ToString(3)}, .NET {Environment.Version}, {RuntimeInformation.OSDescription}");
        Say("engine", true, $"libtorch {Engine.TorchVersion}, {Engine.CpuCapability}, {Language.Say($"{Engine.Threads} threads of {Environment.ProcessorCount} cores", $"{Engine.Threads} hilos de {Environment.ProcessorCount} núcleos")}, CUDA: {Engine.CudaDevices}");
        var error = GradientError();
        Say("gradient", error < MaxGradientError, string.Create(CultureInfo.InvariantCulture,
            $"{Language.Say("self-test: a convolution's gradient matches finite differences, largest relative error", "autoprueba: el gradiente de una convolución coincide con diferencias finitas, error relativo máximo")} {error:E1}"));
        var product = ProductMilliseconds();
        Say("blas", product < SlowProductMilliseconds, string.Create(CultureInfo.InvariantCulture, $"{Language.Say("matrix product 512x512x512 in", "producto de matrices 512x512x512 en")} {product:F1} ms")
            + (product < SlowProductMilliseconds ? "" : Language.Say(": slow; is libopenblas0-pthread installed?", ": lento; ¿está instalado libopenblas0-pthread?")));
        var allocator = (Environment.GetEnvironmentVariable("LD_PRELOAD") ?? "").Contains("tcmalloc", StringComparison.Ordinal);
        Say("allocator", allocator, allocator ? "tcmalloc" : Language.Say("tcmalloc is not loaded: start through ./adversa (small networks train up to 1.4x slower without it)", "tcmalloc no está cargado: use ./adversa (las redes pequeñas van hasta 1,4 veces más lentas sin él)"));
        var folder = Path.GetFullPath(".");
        var free = new DriveInfo(folder).AvailableFreeSpace / (double)(1L << 30);
        Say("disk", free > MinimumGigabytes, string.Create(CultureInfo.InvariantCulture, $"{folder}: {free:F1} GB {Language.Say("free", "libres")}"));
        Say("cache", true, $"{Language.Say("judges are kept in", "los jueces se guardan en")} {JudgeBench.Cache}");
        return (int)worst;
    }

    private static double GradientError()
    {
        const double h = 1e-2;
        using var scope = new TensorScope();
        using var generator = new Generator(1);
        var conv = new Conv2d(1, 2, 3, generator);
        var x = Tensor.Randn([2, 1, 6, 6], generator);
        var weights = Tensor.Randn([2, 2, 4, 4], generator);
        double Value(Tensor input) => (conv.Forward(input) * weights).Sum().Item();
        x.RequiresGrad = true;
        (conv.Forward(x) * weights).Sum().Backward();
        var gradient = x.Grad!.ToArray<float>();
        var values = x.Detach().ToArray<float>();
        var worst = 0.0;
        for (var i = 0; i < values.Length; i += 7)
        {
            double At(double shift)
            {
                var moved = (float[])values.Clone();
                moved[i] += (float)shift;
                return Value(Tensor.From(moved, 2, 1, 6, 6));
            }

            worst = Math.Max(worst, Math.Abs((At(h) - At(-h)) / (2 * h) - gradient[i]) / Math.Max(0.1, Math.Abs(gradient[i])));
        }

        conv.Dispose();
        return worst;
    }

    private static double ProductMilliseconds()
    {
        using var scope = new TensorScope();
        using var generator = new Generator(1);
        var a = Tensor.Randn([512, 512], generator);
        a.Matmul(a);
        var best = double.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var clock = Stopwatch.StartNew();
            a.Matmul(a);
            best = Math.Min(best, clock.Elapsed.TotalMilliseconds);
        }

        return best;
    }
}
