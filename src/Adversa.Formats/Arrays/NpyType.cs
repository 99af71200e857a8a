namespace Adversa.Formats.Arrays;

/// <summary>The element types of <see cref="NpyFile"/>; all little-endian.</summary>
public enum NpyType
{
    /// <summary><c>|u1</c>.</summary>
    UInt8,

    /// <summary><c>&lt;i2</c>.</summary>
    Int16,

    /// <summary><c>&lt;i4</c>.</summary>
    Int32,

    /// <summary><c>&lt;i8</c>.</summary>
    Int64,

    /// <summary><c>&lt;f4</c>.</summary>
    Float32,

    /// <summary><c>&lt;f8</c>.</summary>
    Float64,
}
