using System.Globalization;
using Adversa.Metrics;
using Adversa.Metrics.Evaluation;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Worlds.Captions;

namespace Adversa.Training.Judges;

/// <summary>Whether pictures show what their sentences say, on the world of captions: sentences are parsed, pictures are read by <see cref="CaptionReader"/>.</summary>
public static class CaptionExam
{
    private const int AtOnce = 50, Most = 5000;
    private const string Agreement = "caption_agreement", Withheld = "withheld_agreement", Entropy = "unnamed_entropy", OfReal = "real_agreement", OfReader = "judge_accuracy", Of = "agreement_";

    /// <summary>The world whose sentences can be parsed.</summary>
    private const string World = "captions";

    /// <summary>The numbers that an examination may have.</summary>
    public static IReadOnlyList<string> Numbers { get; } = [Agreement, Withheld, Entropy, OfReal, .. CaptionClaims.Attributes.Select(one => Of + one.Name), OfReader];

    /// <summary>Whether there is anything to ask of a translator.</summary>
    /// <param name="translator">The model.</param>
    /// <param name="data">Its data, as <c>--data</c> names it.</param>
    public static bool CanTake(ITranslator translator, string data)
    {
        ArgumentNullException.ThrowIfNull(translator);
        return data == World && translator.Given.Any(field => field.Name == Field.Caption);
    }

    /// <summary>Examines it.</summary>
    /// <param name="translator">The model.</param>
    /// <param name="network">Its network, or its average.</param>
    /// <param name="examples">Real portraits with sentences, best unseen in training.</param>
    /// <param name="reader">Reads the pictures.</param>
    /// <param name="wanted">Sentences, at most 5,000.</param>
    /// <param name="shuffled">Whether each picture is held against the sentence of another: what chance gives.</param>
    /// <returns><c>caption_agreement</c>: the share of named attributes that the pictures show, and of each attribute <c>agreement_hair_colour</c> and so on. <c>withheld_agreement</c>: of hair colour and
    /// style in sentences that name a pair which training never shows. <c>real_agreement</c>: what the real portraits get. <c>unnamed_entropy</c>: of what is read where a sentence says nothing, as a share
    /// of what is read of the real portraits with the same sentences; of the attribute that keeps least.</returns>
    public static JudgeReport Take(ITranslator translator, Module? network, Examples examples, CaptionReader reader, int wanted, bool shuffled = false)
    {
        ArgumentNullException.ThrowIfNull(translator);
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(reader);
        List<CaptionClaims> said = [], shown = [], real = [];
        foreach (var seeds in SampleSheet.Seeds(0, (int)Math.Min(Math.Min(wanted, Most), examples.Count)).Chunk(AtOnce))
        {
            using var scope = new TensorScope();
            var batch = examples.Real(seeds);
            var given = translator.Give(batch);
            said.AddRange(Enumerable.Range(0, seeds.Length).Select(i => CaptionGrammar.Parse(Sentence(given, i))));
            shown.AddRange(reader.Read(translator.Sample(new SampleRequest(seeds, network) { Given = given }).ToArray<float>()));
            real.AddRange(reader.Read(batch.Values));
        }

        if (shuffled) said = [.. said.Skip(1), said[0]];
        var all = Right(said, shown, _ => true);
        List<Measured> values = [Measured.MeanOf(Agreement, [.. all.Select(one => one.Right)])];
        if (Right(said, shown, one => one.IsWithheld).Where(one => one.Attribute is CaptionClaims.HairColour or CaptionClaims.HairStyle).ToList() is { Count: > 0 } unseen)
            values.Add(Measured.MeanOf(Withheld, [.. unseen.Select(one => one.Right)]));
        var varied = Enumerable.Range(0, CaptionClaims.Attributes.Count).Where(k => Unnamed(said, real, k) > 0).ToList();      // of few sentences, some attribute may never go unsaid
        if (varied.Count > 0) values.Add(new(Entropy, varied.Min(k => Unnamed(said, shown, k) / Unnamed(said, real, k))));
        values.Add(Measured.MeanOf(OfReal, [.. Right(said, real, _ => true).Select(one => one.Right)]));
        values.AddRange(all.GroupBy(one => one.Attribute).OrderBy(group => group.Key).Select(group => Measured.MeanOf(Of + CaptionClaims.Attributes[group.Key].Name, [.. group.Select(one => one.Right)])));
        values.Add(new(OfReader, reader.Accuracies.Average()));
        return new(said.Count, values, Words.PicturesShowWhatIsSaid(Percent(values[0].Value), Percent(values.First(one => one.Name == OfReal).Value)),
            Words.CaptionProtocol(string.Join(", ", CaptionClaims.Attributes.Zip(reader.Accuracies, (one, right) => $"{one.Name} {Percent(1 - right)}"))));
    }

    private static List<(int Attribute, double Right)> Right(List<CaptionClaims> said, List<CaptionClaims> shown, Func<CaptionClaims, bool> counts) =>
        [.. said.Zip(shown).Where(pair => counts(pair.First)).SelectMany(pair => pair.First.Named.Select(k => (k, pair.First[k] == pair.Second[k] ? 1.0 : 0)))];

    /// <summary>Entropy, in nats, of what is read of an attribute where nothing is said of it.</summary>
    private static double Unnamed(List<CaptionClaims> said, List<CaptionClaims> shown, int attribute)
    {
        var read = said.Zip(shown).Where(pair => pair.First[attribute] == CaptionClaims.Unsaid).Select(pair => pair.Second[attribute]).ToList();
        return -read.GroupBy(value => value).Select(group => group.Count() / (double)read.Count).Sum(share => share * Math.Log(share));
    }

    private static string Sentence(Batch given, int row)
    {
        var words = given.Schema.Find(Field.Caption)!.Vocabulary;
        return string.Join(' ', given.Row(row).Ints(Field.Caption).ToArray().Where(number => number > 0).Select(number => words[(int)number]));
    }

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
