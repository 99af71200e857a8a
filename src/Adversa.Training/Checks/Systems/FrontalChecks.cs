using Adversa.Data;

namespace Adversa.Training.Checks.Systems;

/// <summary>The proof of the system that turns heads to the front: on people of the test split, whose frontal view is known.</summary>
public static class FrontalChecks
{
    /// <summary>The frontal view is nearer to the true one than the turned head is, and than the mean of all frontal views, at every angle; and a profile tells less than a head that is turned a little.</summary>
    public static SystemCheck TpGan { get; } = new("tp-gan", "views", Words.TpGanIsNearerToTheFrontThanInputAndMean,
        [
            new("trained", """{ "variant": "tp-gan", "data": "avatar-views", "size": 32, "steps": 3000 }""", Errors,
                Bar.AtMost("near_over_input", 0.8), Bar.AtMost("far_over_input", 0.6), Bar.AtMost("near_over_mean", 0.5), Bar.AtMost("far_over_mean", 0.5), Bar.AtLeast("far_over_near", 1)),
        ],
        new(Words.HardlyTrained, """{ "steps": 20 }""", "near_over_input", "far_over_input", "near_over_mean", "far_over_mean"));

    /// <summary>Mean absolute errors to the true frontal view, up to 45 degrees (near) and beyond (far).</summary>
    private static IReadOnlyList<(string Name, double Value)> Errors(CheckRun run)
    {
        var (real, given, made) = RestorationChecks.Made(run);
        var (values, truth) = (real.Schema.Values, real.Values);
        var mean = new float[values];
        for (var i = 0; i < truth.Length; i++) mean[i % values] += truth[i] / real.Count;      // of the very people that are judged: the best that any one picture can be
        List<int> near = [.. Enumerable.Range(0, real.Count).Where(i => Math.Abs(real.Row(i).Floats(Field.Known)[0]) <= 45)], far = [.. Enumerable.Range(0, real.Count).Except(near)];
        return
        [
            ("mae", Error(made, [.. near, .. far])),
            .. Of("near", near), .. Of("far", far),
            ("far_over_near", Error(made, far) / Error(made, near)),
        ];

        IEnumerable<(string Name, double Value)> Of(string name, List<int> rows)
        {
            yield return ($"{name}_over_input", Error(made, rows) / Error(given.Floats(Field.Input), rows));
            yield return ($"{name}_over_mean", Error(made, rows) / Error(null, rows));
        }

        double Error(float[]? pictures, List<int> rows) => rows.Average(row => Enumerable.Range(row * values, values)
            .Average(at => Math.Abs((double)(pictures is null ? mean[at % values] : pictures[at]) - truth[at])));
    }
}
