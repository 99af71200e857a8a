namespace Adversa;

/// <summary>Walks over everything that must survive a stop: the same walk saves and restores.</summary>
/// <remarks>A visitor that saves reads the values; one that loads overwrites them. Whoever keeps a value between updates hands it to the visitor
/// by reference, under a name that stays the same from release to release.</remarks>
public interface IStateVisitor
{
    /// <summary>Visits a whole number.</summary>
    /// <param name="name">Unique among its neighbours; lower case.</param>
    /// <param name="value">Read when saving, overwritten when loading.</param>
    void Visit(string name, ref long value);

    /// <summary>Visits a real number; saved so that every bit returns.</summary>
    /// <inheritdoc cref="Visit(string, ref long)"/>
    void Visit(string name, ref double value);

    /// <summary>Visits bytes, such as the state of a random generator.</summary>
    /// <inheritdoc cref="Visit(string, ref long)"/>
    void Visit(string name, ref byte[] value);

    /// <summary>Whether values take part that are not always there. Who saves takes the caller's word, who loads looks for the first of them.</summary>
    /// <param name="name">The first of them.</param>
    /// <param name="whenSaving">Whether there is anything to save.</param>
    bool Has(string name, bool whenSaving) => whenSaving;
}
