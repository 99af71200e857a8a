using System.Globalization;
using Adversa.Training.Events;

namespace Adversa.Training.Tests.Events;

public sealed class TensorBoardTests
{
    [Fact]
    public void The_sum_is_the_published_one()
    {
        Assert.Equal(0xE3069283u, TensorBoardFile.Castagnoli("123456789"u8));                      // the check value of CRC-32C
        Assert.Equal(unchecked((0xE3069283u >> 15 | 0xE3069283u << 17) + 0xA282EAD8u), TensorBoardRecord.MaskedCrc("123456789"u8));
    }

    [Fact]
    public void The_first_record_of_a_file_begins_with_the_bytes_of_every_event_file()
    {
        var record = TensorBoardRecord.Version(seconds: 1_700_000_000.5);

        Assert.Equal("1800000000000000A37F4B22" + "09" + Convert.ToHexString(BitConverter.GetBytes(1_700_000_000.5)) + "1A0D" + Convert.ToHexString("brain.Event:2"u8), Convert.ToHexString(record.AsSpan(0, 36)));
    }

    [Fact]
    public void Messages_are_laid_out_as_the_protocol_says()
    {
        static string Body(byte[] record) => Convert.ToHexString(record.AsSpan(12 + 9, record.Length - 16 - 9));        // without the frame and the time

        Assert.Equal("10AC02" + "2A0A" + "0A08" + "0A0161" + "150000003F", Body(TensorBoardRecord.Scalars(1, 300, [("a", 0.5)])));
        Assert.Equal("1005" + "3A02" + "0801", Body(TensorBoardRecord.Start(1, 5)));
        Assert.Equal("1005" + "2A10" + "0A0E" + "0A0161" + "2209" + "0802" + "1003" + "1801" + "2201FF", Body(TensorBoardRecord.Picture(1, 5, "a", width: 3, height: 2, channels: 1, [255])));
    }

    [Fact]
    public void A_flipped_byte_is_noticed_and_a_cut_off_record_is_waited_for()
    {
        byte[] file = [.. TensorBoardRecord.Version(1.8e9), .. TensorBoardRecord.Scalars(1.8e9, 1, [("a", 1)]), .. TensorBoardRecord.Scalars(1.8e9, 2, [("a", 2)])];

        Assert.Equal([1, 2], TensorBoardFile.Read(file).Select(value => value.Step));
        Assert.Equal([1], TensorBoardFile.Read(file[..^3]).Select(value => value.Step));
        file[^20] ^= 1;
        Assert.Throws<InvalidDataException>(() => TensorBoardFile.Read(file));
    }

    [Fact]
    public void A_run_shows_the_numbers_of_its_table_its_pictures_and_its_recipe()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("digits", 6, ("sampleEvery", 3)));

        var shown = TensorBoardFile.ReadFolder(folder["run"]);

        var table = File.ReadLines(folder["run/metrics.csv"]).Select(line => line.Split(',')).ToList();
        var column = Array.IndexOf(table[0], "loss_d");
        Assert.Equal(table.Skip(1).Select(row => (long.Parse(row[0], CultureInfo.InvariantCulture), float.Parse(row[column], CultureInfo.InvariantCulture))),
            shown.Where(value => value.Tag == "loss/d").Select(value => (value.Step, value.Number!.Value)));
        Assert.Contains(shown, value => value.Tag == "signals/d_real");
        Assert.Equal([0L, 3, 6], shown.Where(value => value.Tag == "samples").Select(value => value.Step));
        Assert.Equal(File.ReadAllBytes(folder["run/samples/step-000003.png"]), shown.Single(value => value is { Tag: "samples", Step: 3 }).Picture);
        Assert.Contains("\"variant\": \"gan\"", shown.Single(value => value.Tag == "recipe/text_summary").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_cut_off_record_and_lost_steps_a_resumed_run_shows_each_step_once()
    {
        using var folder = new TemporaryFolder();
        Tiny.TrainAndStop(folder["run"], Tiny.Recipe("digits", 8), at: 4);
        var first = Directory.EnumerateFiles(folder["run"], "*tfevents*").Single();
        using (var file = new FileStream(first, FileMode.Append))
        {
            file.Write(TensorBoardRecord.Scalars(1.8e9, 5, [("loss/d", 99)]));                  // of a step that no checkpoint holds
            file.Write(TensorBoardRecord.Scalars(1.8e9, 6, [("loss/d", 99)]).AsSpan(0, 15));
        }

        Tiny.Resume(folder["run"]);

        var shown = TensorBoardFile.ReadFolder(folder["run"]).Where(value => value.Tag == "loss/d").ToList();
        Assert.Equal(Enumerable.Range(1, 8).Select(i => (long)i), shown.Select(value => value.Step));
        Assert.DoesNotContain(99f, shown.Select(value => value.Number!.Value));
    }

    [Fact]
    public void A_run_that_is_rolled_back_shows_only_what_counts()
    {
        using var folder = new TemporaryFolder();
        using (var logs = new RunLogs(folder.Root))
            foreach (var (step, value) in new[] { (1, 1.0), (2, 2), (3, 3), (2, 20), (3, 30) })
                logs.On(new StepCompleted(step, 9, 16, 2, TimeSpan.Zero, new Dictionary<string, double> { ["loss_d"] = value }));

        var shown = TensorBoardFile.ReadFolder(folder.Root).Where(value => value.Tag == "loss/d");

        Assert.Equal([(1L, 1f), (2, 20), (3, 30)], shown.Select(value => (value.Step, value.Number!.Value)));
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_put_the_newest_file_first()
    {
        using var folder = new TemporaryFolder();
        folder.Write("events.out.tfevents.9999999990.host.1.0.v2", "");

        using (new RunLogs(folder.Root)) { }

        Assert.Contains("9999999991", Directory.EnumerateFiles(folder.Root, "*tfevents*").Order(StringComparer.Ordinal).Last(), StringComparison.Ordinal);
    }
}
