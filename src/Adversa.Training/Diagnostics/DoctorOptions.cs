using Adversa.Core.Options;
using Option = Adversa.Core.Options.Option<Adversa.Training.Diagnostics.DoctorOptions>;

namespace Adversa.Training.Diagnostics;

/// <summary>What the training doctor does.</summary>
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
public enum WhenWorse
{
    /// <summary>It goes on; the best checkpoint is kept all the same.</summary>
    GoOn,

    /// <summary>It stops.</summary>
    Stop,
}

/// <summary>What becomes of a run whose samples come nearer to the training samples than unseen samples are.</summary>
public enum WhenCopying
{
    /// <summary>It goes on; the best checkpoint before that is kept all the same.</summary>
    GoOn,

    /// <summary>It goes back to the best point before that, and stops.</summary>
    Stop,
}

/// <summary>How a run is watched.</summary>
/// <param name="Mode">What the doctor does.</param>
/// <param name="Every">Steps between two examinations, 1 to 10^6; left out, 100 steps or 6,400 images, whichever is longer.</param>
/// <param name="Tries">Remedies that are tried before the doctor gives up, 0 to 100.</param>
/// <param name="WhenWorse">What becomes of a run past its peak.</param>
/// <param name="WhenCopying">What becomes of a run that begins to copy; asked where samples are held back.</param>
public sealed record DoctorOptions(DoctorMode Mode = DoctorMode.Watch, int? Every = null, int Tries = 3, WhenWorse WhenWorse = WhenWorse.GoOn,
    WhenCopying WhenCopying = WhenCopying.GoOn)
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<DoctorOptions> List { get; } = new(new DoctorOptions(),
    [
        Option.Choice("mode", o => o.Mode, (o, x) => o with { Mode = x }),
        Option.OptionalInt("every", o => o.Every, (o, x) => o with { Every = x }, 0, 1_000_000),
        Option.Int("tries", o => o.Tries, (o, x) => o with { Tries = x }, 0, 100),
        Option.Choice("whenWorse", o => o.WhenWorse, (o, x) => o with { WhenWorse = x }),
        Option.Choice("whenCopying", o => o.WhenCopying, (o, x) => o with { WhenCopying = x }),
    ], "doctor");

    private const int UsualEvery = 100, UsualImages = 6_400;

    /// <summary>Every value that cannot be.</summary>
    internal IEnumerable<Problem> Problems() =>
    [
        .. List.Problems(this),
        .. Check.That("doctor.whenWorse", WhenWorse == WhenWorse.GoOn || Mode != DoctorMode.Off, Words.DoctorWhenWorseIsStopAndDoctor),
    ];

    /// <summary>Steps between two examinations of a run.</summary>
    /// <param name="batch">Samples in its batch.</param>
    public int EveryOf(int batch) => Every ?? Math.Max(UsualEvery, (UsualImages + batch - 1) / batch);
}
