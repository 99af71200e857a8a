using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Adversa.Data;
using Adversa.Imaging.Codecs;
using Adversa.Worlds.Catalog;
using Adversa.Worlds.Digits;
using Adversa.Worlds.Points;

namespace Adversa.Worlds.Tests;

public class WorldTests
{
    // A changed hash means changed data: raise the world's version, and only then this number.
    [Theory]
    [InlineData("ring", null, "721c90dd086f4405128380436bd4850b940d461e1371427deaf2c8012a8f3cd8")]
    [InlineData("digits", null, "b8c4a0d2d6b7d0d81a703eac96260935658297dc9bcc375f28847c02c9810a03")]
    [InlineData("digits", 32, "352edc380bae19a640d5332783e29e5ba5d0bbdfc27450e11108ca2f57c4b609")]
    [InlineData("gaussians", null, "a20c695499f5b17637cc0e10ae2e793e3abe366eed9456a2947da223ea4c18d0")]
    [InlineData("grid", null, "2c5ed79a4cda0b23713372723ca1bb00fd2bb04d1ba0e16b601a4c11bab47a9a")]
    [InlineData("swiss-roll", null, "1af8e258f03906cc7e6dc814a978f5e35e9ceda2dbbea16ef5b1a4fd3ec21a0c")]
    [InlineData("stacked-digits", null, "900e5e4a7f46bd0110feadf97e46de4fde2044538b510228c8af4f8c8646be31")]
    [InlineData("art-folder", null, "1cf6605f137bf3ed9fc5f4602ac691a15f77ab5c60abb9bcdde0af0890f302f9")]
    [InlineData("art-folder", 32, "6e43b70ec99474c1fa681e3bc35f94c8b818a591edd45984bb85db45618fce23")]
    [InlineData("avatars", null, "ccec768d094fd8f1b055d04d4d827584ce21ac1c6c5193d442606983e44f42fd")]
    [InlineData("avatars", 32, "1a2e4b89b4ebfbc587471eff1606b066858ccb5ba8889dd0bc05a4a6d9889cfb")]
    [InlineData("captions", null, "18625b64ad32b2e2c312a3970114df56427aeade1c9f3c0b6712ce6d49f53be6")]
    [InlineData("captions", 32, "c6dd7fe70c7e48e79975fa2e8b04794e292707a150b0f939726cb22426c43e4e")]
    [InlineData("glyphs", null, "29a11dd537eedcb41d835aa9bdbe29cec0cdeb8dbb25c5ef72e70d2a8d8b0834")]
    [InlineData("glyphs", 56, "e5df1fae3e5a941c4d2514390f50fdc6360c499eb7161f9bf9b09b76c8bfaac4")]
    [InlineData("polygons", null, "a7d3348d07baa92028ccf70e7ceaba468f99b2ac68917de1f895df599030fbee")]
    [InlineData("scenes", null, "e013eb8d3f9a5f7d059a9e02e176beda17ed043e7f69672439c18b41c4b556d8")]
    [InlineData("scenes", 32, "bdded9845d8fbfdefcacf4018089e688a3e7dc422588773a72245f7a1c982763")]
    [InlineData("day-night", null, "6b27c26bc1f6b991f0b4ab8f4c576336bb42a34a0b0a0d99917f578f91908065")]
    [InlineData("day-night", 32, "34836464006f8d465035378151980122cd8b2940ea0830bf8d546d67d2e3d011")]
    [InlineData("sunny-cloudy", null, "e59e09e6e21b4585ed0e2fdb1c50a7160d85651b012fdaf88d8cd954e1048a9b")]
    [InlineData("grey-colour", null, "2d879aa6094ac7a2e2661199890221b3bde908f8a2abfbee6cf77b645716d0da")]
    [InlineData("map-satellite", null, "b5c598e785dc5e3c2333c31d3a58ae808ee375cd08b597e8d80f4b26a4724c7e")]
    [InlineData("map-satellite", 32, "9fadc743663c3cd8faaf44758faa47dd76cba5e8da3354e5cae4800652be38a9")]
    [InlineData("avatar-people", 32, "4bb9f40fdd07b54cfb13da05cd01e9d81cd751e5c4eea4453a5e307fb0b780c3")]
    [InlineData("avatar-views", 32, "235fae3357573fcfe139494905bc6db6d82f95ba6311402f8b12d956ea9a30be")]
    [InlineData("edges-photo", null, "bfd3e89f137111f3325a368cba0169617a6638318eeed5f1fa610c7580dcc215")]
    [InlineData("edges-photo", 32, "2d1346eba0b65874a8c718b9fb7de608be8107dfbc4f369edbae96ce2c89d26f")]
    public void The_first_hundred_samples_are_the_same_on_every_machine(string name, int? size, string expected)
    {
        var world = WorldCatalog.Find(name, new(size))!;

        Assert.Equal(expected, HashOf(world, 100));
    }

    [Fact]
    public void Seed_and_split_give_other_samples_and_other_fingerprints()
    {
        World[] worlds = [new DigitsWorld(), new DigitsWorld(seed: 1), new DigitsWorld(split: Split.Test), new DigitsWorld(size: 32)];

        Assert.Equal(4, worlds.Select(w => w.Fingerprint).Distinct().Count());
        Assert.Equal(4, worlds.Select(w => HashOf(w, 3)).Distinct().Count());
    }

    [Fact]
    public void Reading_from_many_threads_gives_what_one_gives()
    {
        var world = new DigitsWorld();
        var hashes = new string[8];
        var threads = Enumerable.Range(0, 8).Select(i => new Thread(() => hashes[i] = HashOf(world, 50))).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        Assert.Single(hashes.Distinct());
    }

    [Fact]
    public void Ring_points_lie_around_their_centres_as_promised()
    {
        var ring = new RingWorld();
        var counts = new int[RingWorld.Modes];
        var squares = 0.0;
        var point = new float[2];
        for (var i = 0; i < 8000; i++)
        {
            ring.Read(i, point, out var label);
            var (centre, distance) = RingWorld.Nearest(point[0], point[1]);
            counts[centre]++;
            squares += distance * distance;
            Assert.Equal(-1, label);
        }

        Assert.All(counts, c => Assert.InRange(c, 870, 1130));                                // 1000 +- 4.4 deviations
        Assert.Equal(RingWorld.Sigma, Math.Sqrt(squares / 2 / 8000), RingWorld.Sigma * 0.03);
        Assert.All(RingWorld.Centres, c => Assert.Equal(1, c.X * c.X + c.Y * c.Y, 1e-14));
        Assert.Equal(1 / (16 * Math.PI * 1e-4), RingWorld.Density(1, 0), 1e-9);
    }

    [Fact]
    public void Digit_labels_agree_with_the_truth_and_are_uniform()
    {
        var world = new DigitsWorld();
        var counts = new int[10];
        var picture = new float[784];
        for (var i = 0; i < 5000; i++)
        {
            world.Read(i, picture, out var label);
            counts[label]++;
            if (i < 100) Assert.Equal(world.Truth(i).Class, label);
        }

        Assert.All(counts, c => Assert.InRange(c, 410, 590));                                 // 500 +- 4.2 deviations
    }

    [Theory]
    [InlineData(24)]
    [InlineData(28)]
    [InlineData(64)]
    public void Digits_have_ink_on_the_skeleton_paper_at_the_border_and_whole_grey_levels(int size)
    {
        var world = new DigitsWorld(size: size);
        var picture = new float[size * size];
        for (var i = 0; i < 300; i++)
        {
            world.Read(i, picture, out _);
            var truth = world.Truth(i);
            foreach (var (x, y) in truth.Skeleton.SelectMany(s => s))
                Assert.True(picture[(int)(y * size / 28) * size + (int)(x * size / 28)] > -0.5f, $"sample {i}: no ink at {x}, {y}");
            for (var k = 0; k < size; k++) Assert.Equal((-1f, -1f), (picture[k], picture[(size - 1) * size + k]));
            Assert.All(picture, v => Assert.Equal(v, (float)(PixelBytes.ToByte(v) / 127.5 - 1)));
        }
    }

    private static string HashOf(World world, int count)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var batch = new Batch(world.Schema, 1);
        for (var i = 0; i < count; i++)
        {
            world.Read(i, batch.Row(0));
            hash.AppendData(MemoryMarshal.AsBytes<float>(batch.Row(0).Values));
            hash.AppendData([(byte)(batch.Row(0).Label + 1)]);
            if (batch.Has(Field.Input)) hash.AppendData(MemoryMarshal.AsBytes<float>(batch.Floats(Field.Input)));
            if (batch.Has(Field.Mask)) hash.AppendData(batch.Bytes(Field.Mask));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
