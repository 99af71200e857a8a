namespace Adversa.Formats.Pickle;

/// <summary>The names that a pickle may speak of, and what each may be used for: a closed list. Nothing else is ever looked up or called.</summary>
public abstract class PickleGlobals
{
    /// <summary>What a name stands for.</summary>
    /// <param name="module">Such as <c>numpy</c>.</param>
    /// <param name="name">Such as <c>ndarray</c>.</param>
    /// <returns>A value of this list's own, or null when the name is not on it.</returns>
    public abstract PickleValue? Find(string module, string name);

    /// <summary>Applies a name to arguments, as the pickle asks (REDUCE).</summary>
    /// <param name="name">From <see cref="Find"/>.</param>
    /// <param name="arguments">Exactly what the pickle gave.</param>
    /// <returns>The value; null when this name does not take these arguments.</returns>
    public abstract PickleValue? Reduce(PickleValue name, IReadOnlyList<PickleValue> arguments);

    /// <summary>Fills a value that <see cref="Reduce"/> began (BUILD).</summary>
    /// <param name="value">The value.</param>
    /// <param name="state">Exactly what the pickle gave.</param>
    /// <returns>Whether the value takes this state.</returns>
    public abstract bool Build(PickleValue value, PickleValue state);

    /// <summary>What may stand as a finished value in the result; null when it was never filled, or is a bare name.</summary>
    /// <param name="value">A value of this list's own.</param>
    public abstract PickleValue? Finished(PickleValue value);

    /// <summary>What a reference to something outside of the pickle stands for (BINPERSID).</summary>
    /// <param name="id">Exactly what the pickle gave.</param>
    /// <returns>A value of this list's own; null when such references are not read.</returns>
    public virtual PickleValue? Persistent(PickleValue id) => null;
}
