namespace Adversa.Training.Checks;

/// <summary>A bar beside the value that was measured for it.</summary>
/// <param name="Bar">The bar.</param>
/// <param name="Value">The value; NaN when the training diverged.</param>
public sealed record BarResult(Bar Bar, double Value)
{
    /// <summary>Whether the value meets the bar.</summary>
    public bool IsMet => Bar.IsMet(Value);
}

/// <summary>What was measured of one part of a check.</summary>
/// <param name="Name">The arm's name, or <c>control</c>.</param>
/// <param name="Steps">Rounds trained; 0 when nothing is trained.</param>
/// <param name="Seconds">Time spent training, over all sittings, and measuring.</param>
/// <param name="Folder">The run's folder, or null.</param>
/// <param name="Diverged">Whether the training ended in NaN or infinity: every bar is missed then.</param>
/// <param name="Values">Values by name, in the order in which they are shown.</param>
/// <param name="Bars">The bars that it is held against.</param>
public sealed record PartResult(string Name, long Steps, double Seconds, string? Folder, bool Diverged,
    IReadOnlyList<(string Name, double Value)> Values, IReadOnlyList<BarResult> Bars);

/// <summary>The verdict on a check, with its numbers.</summary>
/// <param name="Check">What was checked.</param>
/// <param name="Hash">Of everything that decides the numbers.</param>
/// <param name="Seed">The seed of every training.</param>
/// <param name="Arms">What was measured of the arms.</param>
/// <param name="Control">What was measured of the control.</param>
public sealed record CheckResult(SystemCheck Check, string Hash, long Seed, IReadOnlyList<PartResult> Arms, PartResult Control)
{
    /// <summary>Bars of the arms that were missed.</summary>
    public IEnumerable<BarResult> Missed => Arms.SelectMany(arm => arm.Bars).Where(bar => !bar.IsMet);

    /// <summary>Bars that the control misses, as it must.</summary>
    public IEnumerable<BarResult> MissedByControl => Control.Bars.Where(bar => !bar.IsMet);

    /// <summary>Whether the control fails: a check without that proves nothing.</summary>
    public bool HasPower => MissedByControl.Any();

    /// <summary>Whether every bar is met and the control fails.</summary>
    public bool Passed => HasPower && !Missed.Any();

    /// <summary>Time of all parts.</summary>
    public double Seconds => Arms.Sum(arm => arm.Seconds) + Control.Seconds;

    /// <summary>One sentence.</summary>
    public Text Verdict
    {
        get
        {
            var (missed, byControl) = (Names(Missed), Names(MissedByControl));
            return (missed.Length > 0, HasPower) switch
            {
                (false, true) => Words.PassedEveryBarIsMet(byControl),
                (true, true) => Words.FailedMissed(missed),
                (false, false) => Words.FailedControlMeetsBarsToo,
                _ => Words.FailedMissedAndControlMeetsBars(missed),
            };
        }
    }

    private static string Names(IEnumerable<BarResult> bars) => string.Join(", ", bars.Select(bar => bar.Bar.Metric).Distinct());
}
