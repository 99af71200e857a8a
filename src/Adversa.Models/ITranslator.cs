using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models;

/// <summary>A sampler that makes its samples of something: a picture to translate, a sentence to illustrate, a face to edit.</summary>
/// <remarks>What is given is a <see cref="Batch"/> with the fields of <see cref="Given"/>, a row for each seed. A batch carries its own schema, so that given pictures may have
/// another size than in training where <see cref="Stride"/> allows it; what is made then has the size that follows.</remarks>
public interface ITranslator : ISampler
{
    /// <summary>What must be given, as in training.</summary>
    IReadOnlyList<Field> Given { get; }

    /// <summary>Sides of given pictures may be any multiples of this; 0 where only the size of training will do.</summary>
    int Stride { get; }

    /// <summary>What is made has so many times the width and height of what is given; 1 or more.</summary>
    int Scale => 1;

    /// <summary>Up to how many pictures of one thing may be given for one answer, beside each other in a row; 1 as a rule.</summary>
    int MostViews => 1;

    /// <summary>How far a made pixel looks, in pixels of what is given: nothing beyond changes it. Null where a layer looks at the whole picture, as instance norm and attention do.</summary>
    int? Reach => null;

    /// <summary>Whether one thing given has many answers, among which seeds choose.</summary>
    bool HasNoise => false;

    /// <summary>Whether it can translate the other way too: <see cref="SampleRequest.Back"/>.</summary>
    bool GoesBack => false;

    /// <summary>Whether the image of a training sample is the one right answer to what <see cref="Give"/> takes of that sample; never where the two belong to collections without pairs.</summary>
    bool HasTruth => true;

    /// <summary>What seeds are given when a request brings nothing: the fields of <see cref="Given"/>, a row for each seed. Set by whoever has data.</summary>
    Func<IReadOnlyList<long>, Batch>? Examples { get; set; }

    /// <summary>What is given, taken of real samples: a super-resolver shrinks them, an inpainter cuts holes.</summary>
    /// <param name="real">Samples as the training data has them.</param>
    /// <returns>The fields of <see cref="Given"/>, a row for each sample.</returns>
    Batch Give(Batch real) => Translation.Fields(real, Given);
}

/// <summary>What translators share.</summary>
public static class Translation
{
    /// <summary>What a request gives to a translator, or its examples where it brings nothing.</summary>
    /// <param name="translator">Who is asked.</param>
    /// <param name="request">For what.</param>
    /// <returns>A row for each seed.</returns>
    /// <exception cref="ArgumentException">Nothing is given, a field is missing, or rows and seeds are of unequal number.</exception>
    public static Batch GivenTo(this ITranslator translator, SampleRequest request)
    {
        ArgumentNullException.ThrowIfNull(translator);
        ArgumentNullException.ThrowIfNull(request);
        var given = request.Given ?? translator.Examples?.Invoke(request.Seeds)
            ?? throw new ArgumentException($"This system makes samples of {Names()}: give a batch with them in SampleRequest.Given.", nameof(request));
        if (given.Count != request.Seeds.Count)
            throw new ArgumentException($"What is given has a row for each seed: {request.Seeds.Count}; got {given.Count}.", nameof(request));
        if (translator.Given.FirstOrDefault(field => !given.Has(field.Name)) is { } lacking)
            throw new ArgumentException($"What is given lacks the field {lacking.Name}.", nameof(request));
        return given;

        string Names() => string.Join(", ", translator.Given.Select(field => field.Name));
    }

    /// <summary>Makes samples of what a request gives, by the network that it names or the model's own, in evaluation mode.</summary>
    /// <param name="translator">Who is asked.</param>
    /// <param name="request">For what.</param>
    /// <param name="make">The network, and what is given, to samples.</param>
    internal static Tensor Make(this ITranslator translator, SampleRequest request, Func<Module, Batch, Tensor> make)
    {
        var given = translator.GivenTo(request);
        var network = request.Network ?? translator.SampledNetwork;
        using var mode = new Evaluating(network);
        using var recording = Autograd.NoGrad();
        return make(network, given);
    }

    /// <summary>Some fields of a batch.</summary>
    /// <param name="batch">It.</param>
    /// <param name="fields">Fields that it has; the order of the result.</param>
    public static Batch Fields(Batch batch, IReadOnlyList<Field> fields)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(fields);
        var part = new Batch(new([.. fields.Select(Own)]), batch.Count);
        for (var i = 0; i < batch.Count; i++) batch.Row(i).CopyTo(part.Row(i));
        return part;

        Field Own(Field field) => batch.Schema.Find(field.Name) ?? throw new ArgumentException($"The samples have no field {field.Name}.", nameof(batch));
    }
}
