using Adversa.Data;
using Adversa.Metrics;
using Adversa.Metrics.Evaluation;
using Adversa.Metrics.Statistics;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Worlds.Avatars;

namespace Adversa.Training.Judges;

/// <summary>How well an editor edits avatars, against the exact picture of the same person with one value changed. Nobody learned from these persons.</summary>
public static class EditExam
{
    private const int People = 64, DialPeople = 16, DialSteps = 11;
    private const double Changed = 0.05;               // a pixel belongs to the edit when any of its colours differs by more, of 2

    /// <summary>The numbers that an examination has.</summary>
    public static IReadOnlyList<string> Numbers { get; } = ["asked", "kept", "edit", "identity"];

    /// <summary>Whether there is anything to ask: of editors of avatars that edit one of hair colour, expression and glasses.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">Its data, as <c>--data</c> names it.</param>
    public static bool CanTake(Model model, string data) => data == "avatars" && model is IEditor editor && AskedOf(editor).Any();

    /// <summary>Examines an editor: see <see cref="Edits"/>.</summary>
    /// <param name="model">The editor.</param>
    /// <param name="network">Its network, or its average.</param>
    public static JudgeReport Take(Model model, Module? network)
    {
        var values = Edits(model, network).ToDictionary(one => one.Name, one => one.Value);
        return new(People, [.. values.Select(one => new Measured(one.Key, one.Value))], Words.EditsAreRead(values["asked"], values["kept"]), Words.EditProtocol(People));
    }

    private static readonly string[] Asked = ["hair_colour", "expression", "glasses"];
    private static readonly string[] Measures = ["face_width", "jaw", "eye_distance", "eye_size", "eye_colour", "nose_length", "mouth_width", "brow_thickness"];

    /// <summary><c>asked</c>: edits that are read as asked. <c>kept</c>: other attributes that are read as they were. <c>edit</c>: error where the edit belongs, as a share of that of
    /// a copy of the input. <c>identity</c>: how far the measures of the face move, as a share of their range.</summary>
    /// <param name="model">The editor.</param>
    /// <param name="network">Its network, or its average.</param>
    /// <param name="people">How many people are edited.</param>
    internal static IReadOnlyList<(string Name, double Value)> Edits(Model model, Module? network, int people = People)
    {
        var (editor, size) = (new EditedAvatars(model, network), model.Schema.Height);
        var (reader, truth, copy) = (new AvatarReader(size), new float[3 * size * size], new float[3 * size * size]);
        string[] all = [.. AskedOf((IEditor)model)];
        var (asked, kept, moved) = (new List<double>(), new List<double>(), new List<double>());
        var (error, still) = (0.0, 0.0);
        for (var person = 0; person < people; person++)
        {
            var before = editor.World.Truth(person);
            AvatarsWorld.Render(before, size, copy);
            foreach (var attribute in all)
            {
                var value = Other(before, attribute, person);
                var after = AvatarReader.With(before, attribute, value);
                AvatarsWorld.Render(after, size, truth);
                var made = editor.Edit(before, copy, attribute, value);
                asked.Add(reader.Read(made, after, attribute) == value ? 1 : 0);
                kept.AddRange(Asked.Where(other => other != attribute)
                    .Select(other => reader.Read(made, after, other) == AvatarReader.Of(after, other) ? 1.0 : 0));
                if (person % 4 == 0) moved.Add(Measures.Average(measure => Math.Abs(reader.Read(made, after, measure) - AvatarReader.Of(after, measure)) / 2));
                for (var i = 0; i < truth.Length; i++)
                {
                    if (Math.Abs(truth[i] - copy[i]) <= Changed) continue;
                    error += Math.Abs(made[i] - truth[i]);
                    still += Math.Abs(copy[i] - truth[i]);
                }
            }
        }

        return [("asked", asked.Average()), ("kept", kept.Average()), ("edit", error / still), ("identity", moved.Average())];
    }

    /// <summary><c>age</c>: rank correlation of the age asked for, in eleven steps, with the one that is read, the mean over persons. <c>hair</c>: the share of those pictures whose hair kept its colour.
    /// <c>psnr</c>: of pictures that are asked for what they show, in dB.</summary>
    /// <param name="model">The editor.</param>
    /// <param name="network">Its network, or its average.</param>
    internal static IReadOnlyList<(string Name, double Value)> Dial(Model model, Module? network)
    {
        var (editor, size) = (new EditedAvatars(model, network), model.Schema.Height);
        var (reader, picture) = (new AvatarReader(size), new float[3 * size * size]);
        var (ranks, hair, squares) = (new List<double>(), new List<double>(), new List<double>());
        for (var person = 0; person < DialPeople; person++)
        {
            var before = editor.World.Truth(person);
            AvatarsWorld.Render(before, size, picture);
            var same = editor.Edit(before, picture, "age", before.Age);
            squares.Add(same.Zip(picture, (a, b) => (a - b) * (double)(a - b)).Average());
            double[] read = [.. Enumerable.Range(0, DialSteps).Select(step =>
            {
                var age = 10 + 70.0 * step / (DialSteps - 1);
                var (made, after) = (editor.Edit(before, picture, "age", age), before with { Age = age });
                hair.Add(reader.Read(made, after, "hair_colour") == (int)before.HairColour ? 1 : 0);
                return reader.Read(made, after, "age");
            })];
            ranks.Add(RankCorrelation(read, [.. Enumerable.Range(0, DialSteps).Select(step => (double)step)]));
        }

        return [("age", ranks.Average()), ("hair", hair.Average()), ("psnr", 10 * Math.Log10(4 / squares.Average()))];      // the range is 2
    }

    private static IEnumerable<string> AskedOf(IEditor editor) => Asked.Where(name => editor.Edited.Any(one => one.Name == name));

    /// <summary>Another value than a person's own, each as often as the others.</summary>
    private static double Other(AvatarTruth before, string attribute, int person)
    {
        var (values, own) = (AvatarReader.Values(attribute), AvatarReader.Of(before, attribute));
        return values[((int)own + 1 + person % (values.Count - 1)) % values.Count];
    }

    /// <summary>Spearman's ρ, and 0 for who reads the same age in every picture.</summary>
    private static double RankCorrelation(double[] read, double[] asked) => read.Distinct().Count() == 1 ? 0 : Correlation.Spearman(read, asked);

    /// <summary>An editor that is asked for one attribute of a person whose other attributes are known.</summary>
    private sealed class EditedAvatars(Model model, Module? network)
    {
        private readonly IEditor _editor = (IEditor)model;

        public AvatarsWorld World { get; } = new(0, model.Schema.Height, Split.Test);

        public float[] Edit(AvatarTruth before, float[] picture, string attribute, double value)
        {
            using var scope = new TensorScope();
            var given = new Batch(new(_editor.Given), 1);
            var (row, after) = (given.Row(0), AvatarReader.With(before, attribute, value));
            picture.CopyTo(row.Floats(Field.Input));
            foreach (var (i, known) in model.Schema.Attributes.Index()) row.Floats(Field.Known)[i] = (float)AvatarReader.Of(after, known.Name);
            return _editor.Sample(new SampleRequest([0], network) { Given = given }).ToArray<float>();
        }
    }
}
