using System.Text.Json.Serialization;
using Adversa.Models;

namespace Adversa.Training.Diagnostics;

/// <summary>What the training doctor does.</summary>
[JsonConverter(typeof(ChoiceJson<DoctorMode>))]
public enum DoctorMode
{
    /// <summary>Nothing; nothing is measured either.</summary>
    Off,

    /// <summary>It measures, names what fails and proposes a remedy. The training is the same bit for bit as without it.</summary>
    Watch,

    /// <summary>It also rolls back to the best point and changes one thing.</summary>
    Act,
}

/// <summary>What becomes of a run whose samples have long been worse than its best.</summary>
[JsonConverter(typeof(ChoiceJson<WhenWorse>))]
public enum WhenWorse
{
    /// <summary>It goes on; the best checkpoint is kept all the same.</summary>
    GoOn,

    /// <summary>It stops.</summary>
    Stop,
}

/// <summary>How a run is watched.</summary>
/// <param name="Mode">What the doctor does.</param>
/// <param name="Every">Steps between two examinations, 1 to 10^6; 0 takes 100 steps or 6,400 images, whichever is longer.</param>
/// <param name="Tries">Remedies that are tried before the doctor gives up, 0 to 100.</param>
/// <param name="WhenWorse">What becomes of a run past its peak.</param>
public sealed record DoctorOptions(DoctorMode Mode = DoctorMode.Watch, int Every = 0, int Tries = 3, WhenWorse WhenWorse = WhenWorse.GoOn)
{
    private const int UsualEvery = 100, UsualImages = 6_400;

    /// <summary>Every value that cannot be.</summary>
    internal IEnumerable<Problem> Problems() =>
    [
        .. Check.Range("doctor.every", Every, 0, 1_000_000),
        .. Check.Range("doctor.tries", Tries, 0, 100),
        .. Check.That("doctor.whenWorse", WhenWorse == WhenWorse.GoOn || Mode != DoctorMode.Off, new(
            "doctor.whenWorse is stop, and doctor.mode is off: nobody would notice the peak. Set doctor.mode to watch or act.",
            "doctor.whenWorse es stop y doctor.mode es off: nadie notaría el máximo. Ponga doctor.mode en watch o act.")),
    ];

    /// <summary>Steps between two examinations of a run.</summary>
    /// <param name="batch">Samples in its batch.</param>
    public int EveryOf(int batch) => Every > 0 ? Every : Math.Max(UsualEvery, (UsualImages + batch - 1) / batch);
}
