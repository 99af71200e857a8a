using Adversa.Torch;

namespace Adversa.Models.Networks;

/// <summary>What networks are told of attributes: a choice among K is K numbers of which one is 1, a yes or no is 1 or 0, an amount is its place in its range, 0 to 1.</summary>
/// <remarks>The only place where attributes become numbers for a network and a head's logits become attributes again. A batch holds all attributes of its schema; a code only those that are edited.</remarks>
public sealed class AttributeCode
{
    /// <summary>In place of names: all attributes that are no amounts, or all where there are none.</summary>
    public const string Categories = "categories";

    private readonly Part[] _parts;

    /// <summary>A code of some attributes.</summary>
    /// <param name="schema">Samples with attributes.</param>
    /// <param name="names">Those that are coded, by name, with commas between; or <see cref="Categories"/>.</param>
    public AttributeCode(SampleSchema schema, string names = Categories)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(names);
        var chosen = Chosen(schema, names);
        _parts = new Part[chosen.Count];
        foreach (var (i, attribute) in chosen.Index())
        {
            _parts[i] = new(attribute, schema.Attributes.Index().First(pair => pair.Item == attribute).Index, Size);
            Size += _parts[i].Size;
        }
    }

    /// <summary>D, the numbers of a code.</summary>
    public int Size { get; }

    /// <summary>What is coded, in order.</summary>
    public IReadOnlyList<SampleAttribute> Attributes => [.. _parts.Select(part => part.Attribute)];

    /// <summary>The attributes that names stand for; a name that no attribute has is left out.</summary>
    /// <param name="schema">Samples with attributes.</param>
    /// <param name="names">With commas between; or <see cref="Categories"/>.</param>
    public static IReadOnlyList<SampleAttribute> Chosen(SampleSchema schema, string names)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var wanted = Names(names);
        if (wanted is not [Categories]) return [.. wanted.SelectMany(name => schema.Attributes.Where(attribute => attribute.Name == name))];
        var choices = schema.Attributes.Where(attribute => attribute.Categories > 0).ToList();
        return choices.Count > 0 ? choices : schema.Attributes;
    }

    /// <summary>What is wrong with a list of names for some samples.</summary>
    /// <param name="schema">The samples.</param>
    /// <param name="names">With commas between.</param>
    public static IEnumerable<Problem> Problems(SampleSchema schema, string names)
    {
        ArgumentNullException.ThrowIfNull(schema);
        const string path = "options.attributes";
        var (wanted, known) = (Names(names), schema.Attributes.Select(attribute => attribute.Name).ToList());
        if (wanted is [Categories]) yield break;
        if (wanted.Count == 0) yield return new(path, Words.OptionsAttributesEmpty(string.Join(", ", known)));
        foreach (var name in wanted.Where(name => !known.Contains(name)).Distinct())
            yield return new(path, Words.OptionsAttributesUnknown(name, string.Join(", ", known)));
        foreach (var twice in wanted.CountBy(name => name).Where(pair => pair.Value > 1)) yield return new(path, Words.OptionsAttributesTwice(twice.Key));
    }

    /// <summary>The code of samples.</summary>
    /// <param name="values">All attributes of the schema, <c>[N, A]</c>.</param>
    /// <returns><c>[N, D]</c> in [0, 1].</returns>
    public Tensor Of(Tensor values) => Tensor.Cat([.. _parts.Select(part => part.Code(values.Narrow(1, part.Column, 1)))], 1);

    /// <summary>How wrong a head's logits are: cross entropy for each attribute, and their mean, so that its size does not depend on how many there are.</summary>
    /// <param name="logits">A head's, <c>[N, D]</c>.</param>
    /// <param name="code">The truth, <c>[N, D]</c>.</param>
    /// <returns>A scalar. An amount counts as a yes to a degree: its loss is least, and not 0, where the sigmoid is the amount.</returns>
    public Tensor Loss(Tensor logits, Tensor code) =>
        _parts.Select(part => part.Loss(part.In(logits), part.In(code))).Aggregate((a, b) => a + b) / _parts.Length;

    /// <summary>What a head's logits say.</summary>
    /// <param name="logits"><c>[N, D]</c>.</param>
    /// <returns>The coded attributes in their own units, a category by its number: <c>[N, attributes]</c>.</returns>
    public Tensor Read(Tensor logits) => Tensor.Cat([.. _parts.Select(part => part.Read(part.In(logits)))], 1);

    /// <summary>Asks for another value of one attribute: the next category, or the other end of a range. Which one depends on the sample's own numbers alone.</summary>
    /// <param name="values">All attributes of a sample in the schema's order; overwritten.</param>
    public void Turn(Span<float> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += Math.Abs(value);
        _parts[(int)((long)(sum * 1000) % _parts.Length)].Turn(values);
    }

    /// <summary>The share of categories that logits name rightly; of amounts, the share within a tenth of their range.</summary>
    /// <param name="logits">A head's, <c>[N, D]</c>.</param>
    /// <param name="code">The truth, <c>[N, D]</c>.</param>
    public double Accuracy(Tensor logits, Tensor code) => _parts.Average(part => part.Right(part.In(logits), part.In(code)));

    private static List<string> Names(string names) => [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>An attribute, its column in a batch and where its numbers stand in a code.</summary>
    private sealed record Part(SampleAttribute Attribute, int Column, int Start)
    {
        private bool IsChoice => Attribute.Categories > 2;

        // A number of unknown range is told as it is.
        private (double Least, double Range) Scale => Attribute.HasRange ? (Attribute.Least, Attribute.Most - Attribute.Least) : (0, 1);

        public int Size => IsChoice ? Attribute.Categories : 1;

        public Tensor In(Tensor numbers) => numbers.Narrow(1, Start, Size);

        public Tensor Code(Tensor values) => IsChoice ? Ops.OneHot(values.Flatten().To(DType.Int64), Size).To(DType.Float32)
            : Ops.Clamp((values - Scale.Least) / Scale.Range, 0, 1);

        public Tensor Loss(Tensor logits, Tensor code) =>
            IsChoice ? Ops.CrossEntropyLoss(logits, Ops.Argmax(code, 1)) : Ops.BinaryCrossEntropyWithLogits(logits, code);

        public Tensor Read(Tensor logits) => IsChoice ? Ops.Argmax(logits, 1, keepdim: true).To(DType.Float32)
            : Attribute.Categories > 0 ? Ops.Gt(logits, 0).To(DType.Float32) : logits.Sigmoid() * Scale.Range + Scale.Least;

        public void Turn(Span<float> values)
        {
            ref var value = ref values[Column];
            value = Attribute.Categories > 0 ? (value + 1) % Attribute.Categories : (float)(2 * Scale.Least + Scale.Range - value);
        }

        public double Right(Tensor logits, Tensor code)
        {
            if (IsChoice) return Ops.Eq(Ops.Argmax(logits, 1), Ops.Argmax(code, 1)).To(DType.Float32).Mean().Item();
            return Ops.Gt(0.1 - (logits.Sigmoid() - code).Abs() + (Attribute.Categories > 0 ? 0.4 : 0), 0).To(DType.Float32).Mean().Item();
        }
    }
}
