using Adversa.Models.Networks;
using Adversa.Torch.Nn;

namespace Adversa.Models.Variants;

/// <summary>The bodies that two-player games share.</summary>
public enum GameBody
{
    /// <summary>DCGAN's: strided and transposed convolutions. For pictures.</summary>
    Strided,

    /// <summary>Three hidden dense layers with ReLU in both networks, as in the toy experiments of Gulrajani et al., 2017. For points; the conditional GAN has them for small pictures too.</summary>
    Mlp,
}

/// <summary>Builds the shared bodies and checks what they can be built for.</summary>
internal static class GameBodies
{
    private const int SmallestFirstPicture = 3, LargestFirstPicture = 16;

    internal static Module Generator(GameBody body, BuildContext build, int latent, int width, int levels) => body == GameBody.Strided
        ? new DcganGenerator(build.Schema, latent, width, levels, Models.Output.Tanh, build.Init)
        : new Mlp([.. Dense(latent, width, build), .. Dense(width, width, build), .. Dense(width, width, build), new Linear(width, build.Schema.Values, build.Init),
            .. build.Schema.Kind == FieldKind.Image ? [new Tanh()] : Array.Empty<Module>()], build.Schema.BatchShape(1)[1..]);

    internal static Module Discriminator(GameBody body, BuildContext build, int width, int levels, Norm norm, bool scoreBias = true) => build.Discriminator<Module>(body == GameBody.Strided
        ? new DcganDiscriminator(build.SeenSchema, width, levels, build.Init, norm, build.Techniques.MinibatchStddev, scoreBias: scoreBias)
        : new Mlp([.. Dense(build.SeenSchema.Values, width, build), .. Dense(width, width, build), .. Dense(width, width, build), .. Score(width, build, scoreBias)], 1));

    /// <summary>The last layer of a dense discriminator, told the spread of a group where that is asked for.</summary>
    internal static IEnumerable<Module> Score(int width, BuildContext build, bool bias = true) => build.Techniques.MinibatchStddev > 0
        ? [new MinibatchStddev(build.Techniques.MinibatchStddev), new Linear(width + 1, 1, build.Init, bias)]
        : [new Linear(width, 1, build.Init, bias)];

    /// <summary>tanh for pictures, nothing for points.</summary>
    internal static Output Output(GameBody body) => body == GameBody.Strided ? Models.Output.Tanh : Models.Output.None;

    internal static IEnumerable<Problem> Check(GameBody body, SampleSchema schema, int levels) =>
    [
        .. Adversa.Check.That("options.body", schema.Kind == FieldKind.Points == (body == GameBody.Mlp), Words.OptionsBody(body == GameBody.Mlp ? "mlp" : "strided", schema)),
        .. body == GameBody.Strided && schema.Kind == FieldKind.Image ? Sides(schema, levels) : [],
    ];

    /// <summary>Whether both sides can be halved so often and leave a picture that one kernel covers.</summary>
    internal static IEnumerable<Problem> Sides(SampleSchema schema, int levels)
    {
        var unit = 1 << Math.Clamp(levels, 1, 6);
        foreach (var side in new[] { schema.Height, schema.Width }.Distinct())
            if (side % unit != 0 || side / unit is < SmallestFirstPicture or > LargestFirstPicture)
                yield return new("options.levels", Words.LevelsFitSidesAreMultiples(levels, unit, SmallestFirstPicture * unit, LargestFirstPicture * unit, schema));
    }

    /// <summary>Whether both sides can be halved so often.</summary>
    internal static IEnumerable<Problem> Halved(SampleSchema schema, int levels)
    {
        var unit = 1 << Math.Clamp(levels, 1, 6);
        return Adversa.Check.That("options.levels", schema.Height % unit == 0 && schema.Width % unit == 0, Words.OptionsLevelsHalve(levels, unit, schema));
    }

    private static Module[] Dense(int from, int to, BuildContext build) => [new Linear(from, to, build.Init), new ReLU()];
}
