namespace Adversa.Torch;

/// <summary>The type of a tensor's elements; the numbers are libtorch's <c>ScalarType</c>.</summary>
public enum DType
{
    /// <summary>Unsigned 8-bit integers.</summary>
    UInt8 = 0,

    /// <summary>Signed 8-bit integers.</summary>
    Int8 = 1,

    /// <summary>Signed 16-bit integers.</summary>
    Int16 = 2,

    /// <summary>Signed 32-bit integers.</summary>
    Int32 = 3,

    /// <summary>Signed 64-bit integers: labels and indices.</summary>
    Int64 = 4,

    /// <summary>IEEE half precision.</summary>
    Float16 = 5,

    /// <summary>Single precision: the default.</summary>
    Float32 = 6,

    /// <summary>Double precision: finite differences and statistics.</summary>
    Float64 = 7,

    /// <summary>True or false.</summary>
    Bool = 11,

    /// <summary>Brain floating point.</summary>
    BFloat16 = 15,
}

/// <summary>Facts about element types.</summary>
public static class DTypes
{
    /// <summary>Bytes of one element.</summary>
    public static int Size(this DType dtype) => dtype switch
    {
        DType.UInt8 or DType.Int8 or DType.Bool => 1,
        DType.Int16 or DType.Float16 or DType.BFloat16 => 2,
        DType.Int32 or DType.Float32 => 4,
        _ => 8,
    };

    internal static DType Of<T>() where T : unmanaged =>
        default(T) switch
        {
            byte => DType.UInt8,
            sbyte => DType.Int8,
            short => DType.Int16,
            int => DType.Int32,
            long => DType.Int64,
            Half => DType.Float16,
            float => DType.Float32,
            double => DType.Float64,
            bool => DType.Bool,
            _ => throw new ArgumentException($"Tensors hold no {typeof(T).Name}; use float, double, long, int, short, sbyte, byte, bool or Half."),
        };
}
