namespace Adversa.Cli.Commands;

/// <summary><c>--device</c>: what can compute here.</summary>
internal static class Devices
{
    /// <exception cref="AdversaException">ADV2010: no such device word; ADV5012: there is none of it here.</exception>
    internal static void Check(string device)
    {
        if (device is "auto" or "cpu") return;
        if (device == "cuda" || (device.StartsWith("cuda:", StringComparison.Ordinal) && int.TryParse(device[5..], out _)))
            throw new AdversaException(5012, ExitCode.Resource, Words.TrainingOnGPUIsNotBuilt);
        throw new AdversaException(2010, ExitCode.Usage, Words.DeviceMustBeAutoCpu(device));
    }
}
