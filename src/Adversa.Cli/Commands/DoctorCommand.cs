using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Adversa.Cli.Output;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Folders;
using Adversa.Training.Judges;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa doctor</c>: what this machine is, and whether the engine computes right. <c>adversa doctor RUN</c>: what is wrong with a run.</summary>
internal static class DoctorCommand
{
    private const double MinimumGigabytes = 1, MaxGradientError = 1e-2, SlowProductMilliseconds = 40, Giga = 1L << 30;

    internal static Command Create(Terminal terminal)
    {
        var run = Run(optional: true);
        run.Description = Words.RunToDiagnose.ToString();
        var command = Command("doctor", Words.ChecksMachineOrSaysWhat);
        command.Arguments.Add(run);
        command.SetAction(parsed => parsed.GetValue(run) is { Length: > 0 } name ? RunDiagnosis.Show(terminal, RunFolder.Find(Runs, name)) : ComputeThread.Run(() => Examine(terminal)));
        return command;
    }

    private static int Examine(Terminal terminal)
    {
        var worst = ExitCode.Done;
        void Report(string name, bool good, string text, bool matters = false)
        {
            if (!good && matters) worst = ExitCode.Resource;
            terminal.ForPrograms("check", new() { ["check"] = name, ["ok"] = good, ["text"] = text });
            terminal.ForPeople($"{(good ? "OK  " : matters ? "FAIL" : "WARN")}  {text}");
        }

        Engine.Start();
        Report("platform", true, $"Adversa {typeof(DoctorCommand).Assembly.GetName().Version?.ToString(3)}, .NET {Environment.Version}, {RuntimeInformation.OSDescription}");
        Report("engine", true, $"libtorch {Engine.TorchVersion}, {Engine.CpuCapability}, {Words.ThreadsCores(Engine.Threads, Environment.ProcessorCount)}, {(Engine.HasCuda ? "CUDA" : Words.NoGPU.ToString())}");
        ReportGpu(Report);
        if (Engine.OneDnnErrs) Report("onednn", false, Words.OneDnnErrs.ToString());
        var error = GradientError();
        Report("gradient", error < MaxGradientError, string.Create(CultureInfo.InvariantCulture,
            $"{Words.SelfTestConvolutionsGradientMatchesFinite} {error:0.0e-0}"), matters: true);
        var product = ProductMilliseconds();
        Report("blas", product < SlowProductMilliseconds, string.Create(CultureInfo.InvariantCulture, $"{Words.MatrixProductX512x512} {product:F1} ms")
            + (product < SlowProductMilliseconds ? "" : Words.SlowIsLibopenblas0PthreadInstalled.ToString()));
        var allocator = (Environment.GetEnvironmentVariable("LD_PRELOAD") ?? "").Contains("tcmalloc", StringComparison.Ordinal);
        Report("allocator", allocator, allocator ? "tcmalloc" : Words.TcmallocIsNotLoaded.ToString());
        var folder = Path.GetFullPath(".");
        var free = new DriveInfo(folder).AvailableFreeSpace / (double)(1L << 30);
        Report("disk", free > MinimumGigabytes, string.Create(CultureInfo.InvariantCulture, $"{folder}: {free:F1} GB {Words.Free}"));
        Report("cache", true, $"{Words.JudgesAreKept} {JudgeBench.Cache}");
        return (int)worst;
    }

    /// <summary>What libtorch can use of GPUs, and how fast the first is.</summary>
    private static void ReportGpu(Action<string, bool, string, bool> report)
    {
        for (var i = 0; i < Engine.CudaDevices; i++)
        {
            var device = Device.Cuda(i);
            var gpu = Gpu.Of(device);
            report("gpu", true, gpu is null ? device.ToString() : string.Create(CultureInfo.InvariantCulture, $"{device}: {gpu.Name}, {Words.Driver} {gpu.Driver}, {gpu.Free / Giga:F1} / {gpu.Memory / Giga:F1} GB {Words.Free}"), false);
        }

        if (Engine.CudaDevices > 0) report("gpu_product", true, string.Create(CultureInfo.InvariantCulture, $"{Words.MatrixProductOnGpu} {ProductMilliseconds(Device.Cuda(), 4096):F2} ms"), false);
        else if (Engine.HasCuda) report("gpu", false, Words.LibtorchWithCudaSeesNoGpu.ToString(), false);
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

    private static double ProductMilliseconds(Device device = default, int side = 512)
    {
        using var scope = new TensorScope();
        using var generator = new Generator(1);
        var a = Tensor.Randn([side, side], generator).To(device);
        a.Matmul(a).Sum().Item();
        var best = double.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var clock = Stopwatch.StartNew();
            var product = a.Matmul(a);
            if (!device.IsCpu) product.Sum().Item();       // waits for it
            best = Math.Min(best, clock.Elapsed.TotalMilliseconds);
        }

        return best;
    }
}
