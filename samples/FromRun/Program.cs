// Draws from a trained run: dotnet run --project samples/FromRun -- [RUN] [FILE.png]
using Adversa;
using Adversa.Formats.Png;
using Adversa.Imaging.Pictures;
using Adversa.Models;
using Adversa.Training;
using Adversa.Training.Folders;
using Adversa.Training.Plans;

try
{
    var run = RunFolder.Find("runs", args.Length > 0 ? args[0] : "latest");             // a folder, the beginning of a name, or latest
    using var trained = new TrainedModel(run, (code, text) => Console.Error.WriteLine($"ADV{code}: {text}"));
    var (model, schema) = (trained.Model, trained.Model.Schema);
    if (model is not ISampler) throw new ArgumentException($"{trained.Plan.Variant.Id} draws no samples; a generator such as dcgan does.");

    // 64 samples one after another, pictures in [-1, 1]. The sample of a seed is always the same.
    float[] samples = SampleSheet.Values(model, trained.SamplingNetwork, SampleSheet.Seeds(0, 64));
    var picture = schema.Kind == FieldKind.Image ? ImageGrid.Draw(samples, schema) : ScatterPlot.Draw([], samples);

    var path = args.Length > 1 ? args[1] : "samples.png";
    using (var png = File.Create(path)) PngWriter.Write(png, picture);
    Console.WriteLine($"64 samples of step {trained.Manifest.Step} are in {path}");
    return 0;
}
catch (AdversaException e)                                      // a code, words for people, and an exit code for programs
{
    Console.Error.WriteLine($"ADV{e.Code}: {e.Text}");
    return (int)e.Exit;
}
