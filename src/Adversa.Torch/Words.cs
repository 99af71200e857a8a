namespace Adversa.Torch;

/// <summary>What Adversa.Torch says; the sentences stand in Words.resx and Words.es.resx.</summary>
internal static class Words
{
    private static readonly Phrasebook Book = new(typeof(Words));

    internal static Text GpuFailed(string operation, string text) => Book.Say(nameof(GpuFailed), operation, text);

    internal static Text HasBytesAtMostAreRead(string entry, long end, long maxLength) => Book.Say(nameof(HasBytesAtMostAreRead), entry, end, maxLength);

    internal static Text IsBOOLAndHoldsBytesOther(string entry) => Book.Say(nameof(IsBOOLAndHoldsBytesOther), entry);

    internal static Text LibadversaTorchSoHasABIVersion(long version) => Book.Say(nameof(LibadversaTorchSoHasABIVersion), version);

    internal static Text LibtorchHasNoCuda(string version) => Book.Say(nameof(LibtorchHasNoCuda), version);

    internal static Text LibtorchSeesNoGpu(string version) => Book.Say(nameof(LibtorchSeesNoGpu), version);

    internal static Text NoBf16Here => Book[nameof(NoBf16Here)];

    internal static Text OutOfMemory(string operation, string text) => Book.Say(nameof(OutOfMemory), operation, text);

    internal static Text OutOfMemoryOnGpu(string operation, string text) => Book.Say(nameof(OutOfMemoryOnGpu), operation, text);

    internal static Text WeightsDoNotFitNetwork(string list) => Book.Say(nameof(WeightsDoNotFitNetwork), list);

    internal static Text ThereIsNoSuchGpu(string device, int count, int last) => Book.Say(nameof(ThereIsNoSuchGpu), device, count, last);
}
