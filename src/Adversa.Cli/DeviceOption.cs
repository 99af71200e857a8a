using System.CommandLine;
using Adversa.Torch;

namespace Adversa.Cli;

/// <summary><c>--device</c>: what computes.</summary>
internal sealed class DeviceOption : Option<string>
{
    internal DeviceOption() : base("--device")
    {
        (Description, HelpName) = (Words.AutoCpuOrCuda.ToString(), "D");
        this.Checks(parsed => Of(parsed));
    }

    /// <summary><c>--deterministic</c>: whether a run on a GPU repeats its bits.</summary>
    internal static Option<bool> Deterministic() => new("--deterministic") { Description = Words.OnGpuOnlyKernelsThatRepeat.ToString() };

    /// <summary>Starts the engine on the device that was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="threads">Threads of one operation; null takes the usual.</param>
    /// <param name="own">What <c>auto</c> means; null is a GPU where there is one, else the processor.</param>
    /// <param name="deterministic">Whether a GPU may use only kernels that repeat their bits.</param>
    /// <exception cref="AdversaException">ADV5012: the device cannot be used here.</exception>
    internal void Start(ParseResult parsed, int? threads = null, Device? own = null, bool deterministic = false)
    {
        Engine.Start(threads);
        Engine.Use(Of(parsed) ?? own ?? Engine.BestDevice, deterministic);
    }

    /// <exception cref="AdversaException">ADV2010: no such device word.</exception>
    private Device? Of(ParseResult parsed) => parsed.GetValue(this) switch
    {
        null or "auto" => null,
        var word => Device.TryParse(word, out var device) ? device : throw new AdversaException(2010, ExitCode.Usage, Words.DeviceMustBeAutoCpu(word)),
    };
}
