namespace Adversa.Training.Checks;

/// <summary>A system's own proof: trainings with bars that they must meet, and a control that must miss one of them.</summary>
/// <remarks>The control shows that the check has power: a check that its control passes proves nothing, and fails.</remarks>
/// <param name="System">The system's id.</param>
/// <param name="Name">Tells the system's checks apart, such as <c>ring</c>; lower case with dashes.</param>
/// <param name="Claim">What is claimed, in one sentence.</param>
/// <param name="Arms">What is done and measured, in order; one or more.</param>
/// <param name="Control">What must fail.</param>
public sealed record SystemCheck(string System, string Name, Text Claim, IReadOnlyList<CheckArm> Arms, CheckControl Control)
{
    /// <summary>System and name: <c>gan-ring</c>.</summary>
    public string Id => $"{System}-{Name}";

    /// <summary>Raised when what is measured changes but no recipe does, so that older results are not taken for this one's.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The arm that the control is a change of.</summary>
    internal CheckArm Controlled => Control.Of is null ? Arms[0] : Arms.First(arm => arm.Name == Control.Of);
}

/// <summary>Measures values by name, in the order in which they are shown.</summary>
/// <param name="run">What was trained, and what earlier arms measured.</param>
public delegate IReadOnlyList<(string Name, double Value)> Measurement(CheckRun run);

/// <summary>One part of a check: a training, or a computation alone, with what is measured of it.</summary>
/// <param name="Name">Such as <c>trained</c>; lower case with dashes. Its run is kept in a folder of this name.</param>
/// <param name="Recipe">The training as a recipe file; null when nothing is trained.</param>
/// <param name="Measure">Measures it.</param>
/// <param name="Bars">What the values must meet; none in an arm that later arms are compared with.</param>
public sealed record CheckArm(string Name, string? Recipe, Measurement Measure, params IReadOnlyList<Bar> Bars);

/// <summary>An arm with one thing taken away: measured like that arm and held against the same bars, of which it must miss one.</summary>
/// <param name="About">What was taken away.</param>
/// <param name="Change">Values over the arm's recipe; null when nothing is trained or changed.</param>
/// <param name="Misses">Metrics whose bars count; one of them at least must be missed.</param>
public sealed record CheckControl(Text About, string? Change, params IReadOnlyList<string> Misses)
{
    /// <summary>The name of every control.</summary>
    public const string Name = "control";

    /// <summary>The arm that it is a change of; null takes the first.</summary>
    public string? Of { get; init; }

    /// <summary>Measures it; null measures as the arm does.</summary>
    public Measurement? Measure { get; init; }

    /// <summary>The generator cannot move while the discriminator learns: what a network draws that has seen nothing.</summary>
    /// <param name="discriminatorRate">The discriminator's rate, which would else follow the generator's.</param>
    /// <param name="misses">Metrics whose bars count.</param>
    public static CheckControl FrozenGenerator(double discriminatorRate, params IReadOnlyList<string> misses) => new(Words.GeneratorFrozen,
        FormattableString.Invariant($$"""{ "steps": 50, "options": { "learningRate": 1e-9, "discriminatorLearningRate": {{discriminatorRate}} } }"""),
        misses);
}
