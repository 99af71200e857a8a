using System.Globalization;
using System.Text;
using Adversa.Formats.Disk;

namespace Adversa.Training.Events;

/// <summary>Writes <c>events.out.tfevents.*</c>: the numbers of <c>metrics.csv</c> and the run's pictures, for TensorBoard.</summary>
/// <remarks>Each sitting has a file of its own: a record that a crash cut off ends a file and spoils no other, and nothing that a TensorBoard is reading moves.
/// Pictures stop after 64 MB; the numbers, one record for each row of <c>metrics.csv</c>, go on.</remarks>
internal sealed class TensorBoardLog : IDisposable
{
    private const string Pattern = "events.out.tfevents.";
    private const long MostPictureBytes = 64 << 20;
    private readonly string _folder;
    private readonly LogFile _file;
    private long _pictureBytes;
    private long _last;

    /// <param name="folder">The run's folder.</param>
    /// <param name="upTo">What earlier sittings said of later steps no longer counts; null when the run is new.</param>
    internal TensorBoardLog(string folder, long? upTo)
    {
        _folder = folder;
        _file = new LogFile(Path.Join(folder, NewName(folder)), keep: null);
        _file.Append(TensorBoardRecord.Version(Now));
        if (upTo is not null) _file.Append(TensorBoardRecord.Start(Now, upTo.Value + 1));
        _last = upTo ?? 0;
    }

    /// <summary>What went wrong, or null.</summary>
    internal string? Problem => _file.Problem;

    internal void On(TrainEvent happened)
    {
        if (happened is StepCompleted && happened.Step < _last) _file.Append(TensorBoardRecord.Start(Now, happened.Step));       // the run was rolled back
        _last = happened.Step;
        switch (happened)
        {
            case RunStarted { Resumed: false }:
                if (Recipe() is { } recipe) _file.Append(TensorBoardRecord.Markdown(Now, happened.Step, "recipe", recipe));
                break;
            case StepCompleted e:
                _file.Append(TensorBoardRecord.Scalars(Now, e.Step, [.. e.Values.Select(pair => (Tag(pair.Key), pair.Value)), ("speed/images_per_second", e.ImagesPerSecond)]));
                break;
            case SamplesDrawn { Path: { } path } e:
                Picture(e, path);
                break;
        }
    }

    /// <summary>Makes what was written survive a power cut.</summary>
    internal void Sync() => _file.Sync();

    public void Dispose() => _file.Dispose();

    private static double Now => (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;

    /// <summary>TensorBoard shows tags by what stands before their first slash.</summary>
    private static string Tag(string name) => name.StartsWith("loss_", StringComparison.Ordinal) ? "loss/" + name[5..] : "signals/" + name;

    /// <summary>TensorBoard reads the files of a folder in the order of their names, so a clock that was set back must not put this one first.</summary>
    private static string NewName(string folder)
    {
        var newest = Directory.EnumerateFiles(folder, Pattern + "*").Select(path => long.TryParse(Path.GetFileName(path)[Pattern.Length..].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0).DefaultIfEmpty(0).Max();
        return string.Create(CultureInfo.InvariantCulture, $"{Pattern}{Math.Max((long)Now, newest + 1):D10}.adversa.{Environment.ProcessId}.0.v2");
    }

    private string? Recipe()
    {
        try
        {
            return $"```json\n{File.ReadAllText(Path.Join(_folder, "recipe.json"), Encoding.UTF8)}\n```";
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            return null;
        }
    }

    private void Picture(SamplesDrawn drawn, string path)
    {
        try
        {
            if (_pictureBytes + new FileInfo(path).Length > MostPictureBytes) return;
            var png = File.ReadAllBytes(path);
            _pictureBytes += png.Length;
            _file.Append(TensorBoardRecord.Picture(Now, drawn.Step, "samples", drawn.Picture.Width, drawn.Picture.Height, drawn.Picture.Channels, png));
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            // The picture was written a moment ago; without it, the numbers go on.
        }
    }
}
