using System.Buffers.Binary;
using System.IO.Hashing;
using Adversa.Formats;
using Adversa.Formats.Png;
using Adversa.Imaging.Codecs;

namespace Adversa.Imaging.Tests.Codecs;

public class MutationTests
{
    private const int Mutants = 20_000;

    [Fact]
    public void A_damaged_file_of_any_kind_is_decoded_or_refused_and_nothing_else()
    {
        var files = GoldenPicturesTests.Files.Where(f => f != "pixels.tsv").Select(GoldenPicturesTests.Bytes).Where(b => b.Length < 3000).ToList();
        var count = long.TryParse(Environment.GetEnvironmentVariable("ADVERSA_MUTANTS"), out var asked) ? asked : Mutants;
        var (decoded, refused) = (0L, 0L);
        Parallel.For(0, count, seed =>
        {
            var rng = new Rng(seed);
            var mutant = Mutant(files[rng.NextInt(files.Count)], rng);
            try
            {
                PictureFile.Decode(mutant, "mutant", new(8, 3), new byte[192]);
                Interlocked.Increment(ref decoded);
            }
            catch (AdversaException e) when (e.Code is DataError.Picture or DataError.Unsupported)
            {
                Interlocked.Increment(ref refused);
            }
            catch (Exception e)
            {
                Assert.Fail($"Mutant {seed} ({Convert.ToBase64String(mutant)}): {e}");
            }
        });

        Assert.Equal(count, decoded + refused);
        Assert.True(refused > decoded, $"{refused} of {count} were refused");
        Assert.True(decoded > count / 50, $"{decoded} of {count} were decoded");
    }

    /// <summary>One to four changes: a bit, a byte, a number of two or four bytes, a cut, a part twice, a part gone; then, mostly, sound sums for a PNG.</summary>
    private static byte[] Mutant(byte[] file, Rng rng)
    {
        var bytes = file.ToList();
        for (var changes = 1 + rng.NextInt(4); changes > 0 && bytes.Count > 8; changes--)
        {
            var at = rng.NextInt(bytes.Count);
            var length = Math.Min(rng.NextInt(40), bytes.Count - at);
            switch (rng.NextInt(7))
            {
                case 0: bytes[at] ^= (byte)(1 << rng.NextInt(8)); break;
                case 1: bytes[at] = (byte)rng.NextInt(256); break;
                case 2: for (var i = at; i < Math.Min(at + 2, bytes.Count); i++) bytes[i] = 0xFF; break;
                case 3: for (var i = at; i < Math.Min(at + 4, bytes.Count); i++) bytes[i] = (byte)(rng.NextInt(2) * 0x7F); break;
                case 4: bytes.RemoveRange(at, rng.NextInt(4) == 0 ? bytes.Count - at : length); break;
                case 5: bytes.InsertRange(rng.NextInt(bytes.Count), bytes.GetRange(at, length)); break;
                default: bytes[Math.Min(rng.NextInt(64), bytes.Count - 1)] ^= (byte)(1 << rng.NextInt(8)); break;
            }
        }

        byte[] mutant = [.. bytes];
        if (mutant.AsSpan().StartsWith(PngWriter.Signature) && rng.NextInt(8) > 0) Seal(mutant);
        return mutant;
    }

    private static void Seal(Span<byte> png)
    {
        for (var at = 8; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (length > png.Length - at - 12) return;
            BinaryPrimitives.WriteUInt32BigEndian(png[(at + 8 + (int)length)..], Crc32.HashToUInt32(png.Slice(at + 4, 4 + (int)length)));
            at += 12 + (int)length;
        }
    }
}
