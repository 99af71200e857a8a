using BenchmarkDotNet.Running;

namespace Adversa.Bench;

/// <summary>Single operations; the arguments are BenchmarkDotNet's.</summary>
internal static class Micro
{
    internal static int Run(string[] rest)
    {
        BenchmarkSwitcher.FromTypes([typeof(OperatorBenchmarks), typeof(DataBenchmarks)]).Run(rest.Length > 0 ? rest : ["--filter", "*"]);
        return 0;
    }
}
