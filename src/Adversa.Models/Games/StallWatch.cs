namespace Adversa.Models.Games;

/// <summary>Halves a factor each time a measure has stopped falling.</summary>
/// <remarks>The measure is smoothed first: m ← m + (1 - 0.99)(M - m), from its first value on. It falls when m is 1 % below the lowest m so far.</remarks>
/// <param name="patience">Values without a fall after which the factor is halved; 0 never halves it.</param>
public sealed class StallWatch(long patience)
{
    private const double Smoothing = 0.99, Fall = 0.99;
    private double _smooth;
    private double _lowest;
    private long _seen;
    private long _since;
    private long _halvings;

    /// <summary>1, ½, ¼, ...</summary>
    public double Factor => Math.Pow(0.5, _halvings);

    /// <summary>The smoothed measure; 0 before the first value.</summary>
    public double Smooth => _smooth;

    /// <summary>Takes in a value.</summary>
    /// <param name="measure">The measure now, above 0; low is good.</param>
    public void See(double measure)
    {
        var first = _seen++ == 0;
        _smooth = first ? measure : _smooth + (1 - Smoothing) * (measure - _smooth);
        if (first || _smooth < Fall * _lowest) (_lowest, _since) = (_smooth, 0);
        else if (++_since == patience) (_halvings, _since) = (_halvings + 1, 0);
    }

    /// <summary>Visits what is kept between updates.</summary>
    /// <param name="visitor">Saves or restores.</param>
    public void VisitState(IStateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit("smooth", ref _smooth);
        visitor.Visit("lowest", ref _lowest);
        visitor.Visit("seen", ref _seen);
        visitor.Visit("since", ref _since);
        visitor.Visit("halvings", ref _halvings);
    }
}
