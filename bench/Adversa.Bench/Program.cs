using System.Globalization;
using Adversa.Bench;
using Adversa.Bench.Peers;
using Adversa.Bench.Zoo;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["peers", .. var rest] => Comparison.Run(rest),
    ["gpu", .. var rest] => GpuComparison.Run(rest),
    ["serve", var row, var threads, var device] => PeerServer.Run(row, int.Parse(threads, CultureInfo.InvariantCulture), device),
    ["frechet", .. var rest] => FrechetComparison.Run(rest),
    ["decode", .. var rest] => DecodeComparison.Run(rest),
    ["doctor", .. var rest] => DoctorCost.Run(rest),
    ["zoo", .. var rest] => ZooStudy.Run(rest),
    ["memory"] => MemoryRun.Run(),
#if !TRAVELS
    ["micro", .. var rest] => Micro.Run(rest),
#endif
    _ => Help(),
};

static int Help()
{
    Console.WriteLine("""
        bench/run peers [--row NAME] [--threads T] [--rounds N]   the same training step here and in PyTorch, alternating, as a ratio
        bench/run decode [--rounds N] [--zips A.zip,B.zip]        photographs to small squares, here and with torchvision, as a ratio
        bench/run frechet [--count N] [--width D] [--rounds N]    the Fréchet distance of 10,000 x 2,048 features, here and in PyTorch, as a ratio
        bench/run doctor [ROUNDS]                                 what the training doctor costs, as a ratio
        bench/run zoo [--cases A,B] [--seeds 0-4] [--out FILE]    the failure zoo: broken runs and their healthy twins; goes on where it stopped
        bench/run memory                                          whether memory stays flat: gan 5,000 steps, dcgan 2,000 at batch 8
        bench/run micro [BenchmarkDotNet's own arguments]         operators, data
        """);
    return 2;
}
