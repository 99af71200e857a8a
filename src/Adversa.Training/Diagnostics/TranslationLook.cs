using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Training.Diagnostics;

/// <summary>What a few pictures show of a translator: whether it changes what it is given, heeds it, has more than one answer, and comes home honestly.</summary>
/// <remarks>As <see cref="Examiner"/> it draws no random number of the run and changes nothing in it. A question that does not fit a system is not asked.</remarks>
internal sealed class TranslationLook
{
    private const int Pictures = 16, OfCycle = 8;
    private const long FirstSeed = 7_100_000;
    private readonly ITranslator _translator;
    private readonly Examples _examples;
    private readonly Field? _wish;               // what is asked for, beside a picture or without one
    private Batch? _real;
    private Batch? _given;
    private Batch? _wishes;                      // the true ones of the pictures

    /// <param name="translator">What is trained.</param>
    /// <param name="examples">What it is given.</param>
    internal TranslationLook(ITranslator translator, Examples examples)
    {
        (_translator, _examples) = (translator, examples);
        _wish = translator.Given.FirstOrDefault(field => field.Kind is FieldKind.Attributes or FieldKind.Tokens);
    }

    /// <summary>Measures.</summary>
    /// <param name="network">Makes the pictures.</param>
    /// <param name="reading">Gets numbers by name.</param>
    internal void Look(Module? network, Dictionary<string, double> reading)
    {
        using var scope = new TensorScope();
        using var recording = Autograd.NoGrad();
        _real ??= _examples.Real(SampleSheet.Seeds(FirstSeed, Pictures));
        _given ??= _translator.Give(_real);
        if (_wish is not null) _wishes ??= Translation.Fields(_real, [_wish]);
        var made = Make(wish: 1);
        if (!made.ToArray<float>().All(float.IsFinite)) return;      // the loss will say so
        var (image, whole) = (_real.TensorOf(Field.Image), Ops.OnesLike(made.Narrow(1, 0, 1)));
        if (_wish is not null) reading["heeded"] = Ratio(Pixels.Distance(made, Make(wish: 0), whole), Pixels.Among(made, whole));
        if (!_given.Has(Field.Input)) return;

        var input = _given.TensorOf(Field.Input);
        var where = _given.Has(Field.Mask) ? _given.TensorOf(Field.Mask).To(DType.Float32) : whole;
        var (isAlike, truth) = (input.Shape.SequenceEqual(made.Shape), _examples.HaveTruth ? image : null);
        reading["answers_ratio"] = Ratio(Pixels.Among(made, where), Pixels.Among(image, where));
        if (truth is not null) reading["matching"] = Pixels.Matching(made, truth, where);
        if (truth is not null || isAlike) reading["polarity"] = Pixels.Likeness(made, truth ?? input, where);
        var other = _wish is null ? image : Pixels.Next(image, 1);      // one that has what was wished for
        if (isAlike && Pixels.Distance(other, input, where) is > 1e-6 and var due) reading["input_change"] = Pixels.Distance(made, input, where) / due;
        if (_translator.GoesBack) Ways(Cycle(input, x => Make(x), y => Make(y, back: true)), Cycle(image, y => Make(y, back: true), x => Make(x)));
        else if (_wish is not null && isAlike) Ways(Cycle(input, x => Make(x, wish: 1), y => Make(y, wish: 0)));

        Tensor Make(Tensor? pictures = null, int wish = 0, bool back = false)
        {
            var given = Given(pictures, wish);
            return _translator.Sample(new SampleRequest(SampleSheet.Seeds(FirstSeed, given.Count), network) { Given = given, Back = back });
        }

        void Ways(params IEnumerable<(double Error, double Kept)> all)      // the one that suffers most
        {
            var (error, kept) = all.MaxBy(way => way.Kept - way.Error);
            (reading["cycle_l1"], reading["cycle_noise"]) = (error, Ratio(kept, error));
        }
    }

    /// <summary>There and back: how far from home one ends, and how far when the picture in the middle was kept in a file.</summary>
    private static (double Error, double Kept) Cycle(Tensor pictures, Func<Tensor, Tensor> there, Func<Tensor, Tensor> back)
    {
        pictures = pictures.Narrow(0, 0, OfCycle);
        var (middle, all) = (there(pictures), Ops.OnesLike(pictures));
        return (Of(middle), Of(Tensor.From(KeptPictures.Of(middle.ToArray<float>(), KeptPictures.NewNoise()), middle.Shape)));

        double Of(Tensor between) => Pixels.Distance(back(between), pictures, all);
    }

    /// <summary>What is given: these pictures, or the examples', and the wish of the example so many places further.</summary>
    private Batch Given(Tensor? pictures, int wish)
    {
        var fields = _given!.Schema.Fields.Select(field => field.Name == Field.Input && pictures is not null ? Shaped(field, pictures) : field);
        var given = new Batch(new([.. fields]), (int)(pictures?.Size(0) ?? Pictures));
        for (var i = 0; i < given.Count; i++)
        {
            _given.Row(i).CopyTo(given.Row(i), except: pictures is null ? "" : Field.Input);
            _wishes?.Row((i + wish) % Pictures).CopyTo(given.Row(i));
        }

        pictures?.ToArray<float>().CopyTo(given.Floats(Field.Input), 0);
        return given;
    }

    private static double Ratio(double a, double b) => a / Math.Max(1e-9, b);

    private static Field Shaped(Field field, Tensor pictures) => new(field.Name, field.Kind, [.. pictures.Shape.Skip(1).Select(side => (int)side)]);
}
