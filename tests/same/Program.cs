// Compares the numbers of two files, or of two folders' checkpoints: `Adversa.Same OLD NEW TOLERANCE`. Prints one line that says how
// far they are apart; exits 0 when no number is further than TOLERANCE from its twin (0: the same bits), 1 otherwise.
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (old, now) = (Numbers.Read(args[0]), Numbers.Read(args[1]));
var tolerance = double.Parse(args[2], CultureInfo.InvariantCulture);
var lost = old.Keys.Except(now.Keys).Concat(now.Keys.Except(old.Keys)).ToList();
if (lost.Count > 0) return Say($"{lost.Count} arrays stand on one side only, such as {lost[0]}", 1);

var worst = old.Select(pair => (Name: pair.Key, Apart: pair.Value.ApartFrom(now[pair.Key]))).MaxBy(pair => pair.Apart);
if (old.Count == 0) return Say("there is nothing to compare", 1);
if (worst.Apart == 0) return Say($"equal ({old.Count} arrays, {old.Values.Sum(array => array.Count)} numbers)", 0);
return Say($"{worst.Apart:g3} apart at most, in {worst.Name}", worst.Apart <= tolerance ? 0 : 1);

static int Say(string line, int code)
{
    Console.WriteLine(line);
    return code;
}

/// <summary>One array as it lies in a file.</summary>
/// <param name="Type">Its element type and shape, as the file spells them.</param>
/// <param name="Bytes">Its elements.</param>
internal sealed record Numbers(string Type, byte[] Bytes)
{
    /// <summary>Elements, counted in floats.</summary>
    public int Count => Bytes.Length / sizeof(float);

    /// <summary>0 for the same bits; otherwise the largest difference of two elements, infinite where they cannot be compared.</summary>
    public double ApartFrom(Numbers other)
    {
        if (Type != other.Type) return double.PositiveInfinity;
        if (Bytes.AsSpan().SequenceEqual(other.Bytes)) return 0;
        if (!Type.StartsWith("F32", StringComparison.Ordinal) && !Type.Contains("<f4", StringComparison.Ordinal)) return double.PositiveInfinity;
        var mine = MemoryMarshal.Cast<byte, float>(Bytes);
        var theirs = MemoryMarshal.Cast<byte, float>(other.Bytes);
        var worst = double.Epsilon;                                  // other bits of equal value, such as -0, are a difference too
        for (var i = 0; i < mine.Length; i++)
        {
            var apart = Math.Abs((double)mine[i] - theirs[i]);
            worst = double.IsNaN(apart) && !(float.IsNaN(mine[i]) && float.IsNaN(theirs[i])) ? double.PositiveInfinity : Math.Max(worst, apart);
        }

        return worst;
    }

    /// <summary>The arrays of a .safetensors or .npy file by name.</summary>
    public static Dictionary<string, Numbers> Read(string path) => path.EndsWith(".npy", StringComparison.Ordinal) ? ReadNpy(path) : ReadSafeTensors(path);

    private static Dictionary<string, Numbers> ReadSafeTensors(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var start = 8 + (int)BitConverter.ToUInt64(bytes);
        using var header = JsonDocument.Parse(bytes.AsMemory(8, start - 8));
        var arrays = new Dictionary<string, Numbers>(StringComparer.Ordinal);
        foreach (var member in header.RootElement.EnumerateObject().Where(member => member.Name != "__metadata__"))
        {
            var place = member.Value.GetProperty("data_offsets");
            var type = $"{member.Value.GetProperty("dtype").GetString()} {member.Value.GetProperty("shape").GetRawText()}";
            arrays[member.Name] = new(type, bytes[(start + place[0].GetInt32())..(start + place[1].GetInt32())]);
        }

        return arrays;
    }

    private static Dictionary<string, Numbers> ReadNpy(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var start = 10 + BitConverter.ToUInt16(bytes, 8);
        return new(StringComparer.Ordinal) { ["samples"] = new(Encoding.ASCII.GetString(bytes, 10, start - 10).Trim(), bytes[start..]) };
    }
}
