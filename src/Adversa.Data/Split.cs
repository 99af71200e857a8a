namespace Adversa.Data;

/// <summary>Which part of a data set is read.</summary>
public enum Split
{
    /// <summary>The samples to learn from.</summary>
    Train,

    /// <summary>The samples kept apart to judge with.</summary>
    Test,
}
