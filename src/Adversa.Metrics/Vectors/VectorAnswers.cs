using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Metrics.Vectors;

/// <summary>How each metric answers a case: a table.</summary>
internal static class VectorAnswers
{
    private static readonly Dictionary<string, Func<VectorCase, JsonObject>> Table = new(StringComparer.Ordinal)
    {
        ["frechet"] = Frechet,
        ["frechet_stats"] = one => new() { ["fid"] = FrechetDistance.Between(Double(one, "mu1"), Double(one, "sigma1"), Double(one, "mu2"), Double(one, "sigma2")).Value },
        ["fid_infinity"] = one => FrechetLimit.Fit([.. one.Numbers("ns").Select(n => (int)n)], one.Numbers("fids")) is var limit ? new() { ["intercept"] = limit.Intercept, ["slope"] = limit.Slope } : [],
        ["mmd_poly"] = one => Kernel(KernelDistance.Polynomial(one.Rows("real"), one.Rows("fake"))),
        ["mmd_rbf"] = one => Kernel(KernelDistance.Normal(one.Rows("real"), one.Rows("fake"), one.Parameter("sigma", 1))),
        ["kid_subsets"] = Subsets,
        ["inception_score"] = Inception,
        ["mode_score"] = one => ModeScore.Of(ClassProbabilities.Softmax(one.Rows("logits")), one.Numbers("train_marginal")) is var score ? new() { ["mode_score"] = score.Value, ["form_equal_to_is"] = score.OtherForm } : [],
        ["prdc"] = one => Balls(one, BallEdge.Outside, "_lt", Balls(one, BallEdge.Inside, "_le", [])),
        ["one_nn"] = one => TwoSampleNeighbours.Of(one.Rows("real"), one.Rows("fake")) is var test ? new() { ["accuracy"] = test.Accuracy, ["accuracy_real"] = test.Real, ["accuracy_fake"] = test.Fake } : [],
        ["authenticity"] = one => Authenticity.Of(one.Rows("train"), one.Rows("gen")) is var share ? new() { ["fraction"] = share, ["fld_authpct"] = 100 * share - 50 } : [],
        ["data_copying_zu"] = one => DataCopying.Of(one.Rows("train"), one.Rows("test"), one.Rows("gen")) is var test ? new() { ["u"] = test.U, ["z"] = test.Z, ["z_with_half"] = test.ZWithHalf } : [],
        ["mifid_distance"] = one => CosineDistance.Of(one.Rows("train"), one.Rows("gen"), one.Parameter("eps", 0.1)) is var cosine ? new() { ["mean_min_cosine"] = cosine.MeanLeast, ["thresholded"] = cosine.Thresholded } : [],
        ["pairwise_ratio"] = one => (PairwiseDistance.Mean(one.Rows("real")), PairwiseDistance.Mean(one.Rows("fake"))) is var (real, fake) ? new() { ["real"] = real, ["fake"] = fake, ["ratio"] = fake / real } : [],
        ["prd"] = Curve,
        ["ssim"] = one => Pictures(one, [("valid", SsimWindow.Gaussian), ("reflect", SsimWindow.GaussianReflected), ("uniform7_valid", SsimWindow.Uniform7)]),
        ["ms_ssim"] = MultiScale,
        ["psnr"] = one => Psnr.Of(one.Rows("a"), one.Rows("b"), one.Parameter("data_range", 255)) is var psnr ? new() { ["mean_of_images"] = psnr.MeanOfImages, ["per_image"] = List(psnr.PerImage), ["pooled"] = psnr.Pooled } : [],
        ["spectral_norm"] = Spectral,
        ["spectral_norm_conv"] = Convolution,
        ["wasserstein_1d"] = Line,
        ["sliced_w2"] = one => new() { ["mean_w2_squared"] = SlicedWasserstein.Squared(one.Rows("real"), one.Rows("fake"), one.Rows("directions")) },
        ["emd"] = one => Wasserstein.Exact(one.Rows("real"), one.Rows("fake")) is var (w1, w2) ? new() { ["w1"] = w1, ["w2_squared"] = w2 } : [],
        ["modes"] = Modes,
        ["class_hist"] = Classes,
        ["ndb"] = one => BinDifference.Of([.. one.Numbers("real_counts").Select(n => (int)n)], [.. one.Numbers("fake_counts").Select(n => (int)n)], one.Parameter("z", 1.96)) is var bins ? new() { ["ndb"] = bins.Different, ["ndb_over_k"] = bins.Share } : [],
        ["voxel_iou"] = Voxels,
        ["clouds"] = Clouds,
        ["stego_pe"] = one => new() { ["pe"] = Steganalysis.Error(one.Numbers("cover"), one.Numbers("stego")) },
        ["bits"] = one => MessageBits.Of(one.Rows("bits"), one.Rows("logits")) is var bits ? new() { ["bit_accuracy"] = bits.Accuracy, ["ber"] = bits.ErrorRate, ["exact_messages"] = bits.Exact } : [],
        ["ada"] = one => OverfittingSignals.Of(one.Numbers("real"), one.Numbers("val"), one.Numbers("fake")) is var signals ? new() { ["r_t"] = signals.Rt, ["r_v"] = signals.Rv } : [],
        ["mbstd"] = one => new() { ["group4_feat1"] = Deviations(one, 4, 1), ["group4_feat2"] = Deviations(one, 4, 2) },
    };

    internal static Func<VectorCase, JsonObject>? Find(string metric) => Table.GetValueOrDefault(metric);

    private static JsonObject Frechet(VectorCase one)
    {
        var (real, fake) = (one.Rows("real"), one.Rows("fake"));
        var distance = FrechetDistance.Between(real, fake);
        return new()
        {
            ["mean_term"] = distance.MeanTerm, ["trace1"] = distance.Trace1, ["trace2"] = distance.Trace2, ["trace_sqrt"] = distance.TraceRoot,
            ["fid"] = distance.Value, ["fid_ddof0"] = distance.OverN(real.Count, fake.Count).Value,
        };
    }

    private static JsonObject Kernel(KernelDistance distance)
    {
        var answer = new JsonObject { ["unbiased"] = distance.Unbiased, ["biased"] = distance.Biased };
        if (distance.UStatistic is { } u) answer["u_statistic"] = u;
        return answer;
    }

    private static JsonObject Subsets(VectorCase one)
    {
        static int[][] Indices(FeatureSet rows) => [.. Enumerable.Range(0, rows.Count).Select(i => rows[i].ToArray().Select(n => (int)n).ToArray())];
        var spread = KernelDistanceSubsets.Of(one.Rows("real"), one.Rows("fake"), [.. Indices(one.Rows("idx_real")).Zip(Indices(one.Rows("idx_fake")))]);
        return new() { ["values"] = List(spread.Values), ["mean"] = spread.Mean, ["std_ddof0"] = spread.Deviation, ["std_ddof1"] = spread.SampleDeviation };
    }

    private static JsonObject Inception(VectorCase one)
    {
        var probabilities = one.Has("logits") ? ClassProbabilities.Softmax(one.Rows("logits")) : one.Rows("probs");
        JsonObject Score(IReadOnlyList<(int, int)> parts)
        {
            var spread = InceptionScore.Of(probabilities, parts);
            var answer = new JsonObject { ["scores"] = List(spread.Values), ["mean"] = spread.Mean, ["std_ddof0"] = spread.Deviation };
            if (spread.SampleDeviation is { } deviation) answer["std_ddof1"] = deviation;
            return answer;
        }

        var n = probabilities.Count;
        var all = new JsonObject { ["splits1"] = Score(InceptionScore.Even(n, 1)) };
        if (n >= 10 && one.Asked?.ContainsKey("splits10_even") is true or null) all["splits10_even"] = Score(InceptionScore.Even(n, 10));
        if (n >= 10 && one.Asked?.ContainsKey("splits10_chunk") is true or null) all["splits10_chunk"] = Score(InceptionScore.Chunks(n, 10));
        return all;
    }

    private static JsonObject Balls(VectorCase one, BallEdge edge, string suffix, JsonObject into)
    {
        var overlap = PrecisionRecall.Of(one.Rows("real"), one.Rows("fake"), (int)one.Parameter("k", 5), edge);
        (into["precision" + suffix], into["recall" + suffix], into["density" + suffix], into["coverage" + suffix]) = (overlap.Precision, overlap.Recall, overlap.Density, overlap.Coverage);
        return into;
    }

    private static JsonObject Curve(VectorCase one)
    {
        var angles = (int)one.Parameter("num_angles", 1001);
        var curve = PrecisionRecallCurve.Of(one.Numbers("eval_hist"), one.Numbers("ref_hist"), angles, one.Parameter("epsilon", 1e-10));
        return new() { ["f8"] = curve.F8, ["f1_8"] = curve.FEighth, ["precision_at_angle_500"] = curve.Precision[Math.Min(500, angles - 1)], ["recall_at_angle_500"] = curve.Recall[Math.Min(500, angles - 1)] };
    }

    private static JsonObject Pictures(VectorCase one, (string Name, SsimWindow Window)[] windows)
    {
        var (a, b, shape, range) = (one.Rows("a"), one.Rows("b"), one.Array("a").Shape, one.Parameter("data_range", 255));
        return new(windows.Select(window => KeyValuePair.Create(window.Name,
            (JsonNode?)List(Enumerable.Range(0, a.Count).Select(i => Ssim.Of(a[i], b[i], shape[1], shape[2], shape[3], range, window.Window))))));
    }

    private static JsonObject MultiScale(VectorCase one)
    {
        var (a, b, shape) = (one.Rows("a"), one.Rows("b"), one.Array("a").Shape);
        MultiScaleSsim[] scores = [.. Enumerable.Range(0, a.Count).Select(i => MultiScaleSsim.Of(a[i], b[i], shape[1], shape[2], shape[3], one.Parameter("data_range", 255)))];
        return new() { ["valid_per_channel"] = scores.Average(score => score.PerChannel), ["valid_pooled"] = scores.Average(score => score.Pooled) };
    }

    private static JsonObject Spectral(VectorCase one)
    {
        using var scope = new TensorScope();
        var (weight, u0) = (one.Rows("weight"), one.Numbers("u0"));
        var answer = new JsonObject { ["sigma_max"] = SpectralNorms.Largest(weight.ToTensor()), ["frobenius"] = Math.Sqrt(weight.Values.ToArray().Sum(w => w * w)) };
        foreach (var steps in (int[])[1, 3, 20]) answer[string.Create(CultureInfo.InvariantCulture, $"sigma_after_{steps}")] = SpectralNorms.PowerIteration(weight, u0, steps).Sigma;
        var (u, v, _) = SpectralNorms.PowerIteration(weight, u0, 1);
        (answer["u_after_1"], answer["v_after_1"]) = (List(u), List(v));
        return answer;
    }

    private static JsonObject Convolution(VectorCase one)
    {
        using var scope = new TensorScope();
        var side = (int)one.Parameter("circular_grid", 16);
        var answer = new JsonObject { ["sigma_reshaped"] = SpectralNorms.Largest(one.Rows("weight").ToTensor()) };
        answer[string.Create(CultureInfo.InvariantCulture, $"sigma_circular_{side}")] = SpectralNorms.CircularConvolution(Double(one, "weight"), side);
        return answer;
    }

    private static JsonObject Line(VectorCase one)
    {
        var (u, v, isWeighted) = (one.Numbers("u"), one.Numbers("v"), one.Has("u_weights"));
        var answer = new JsonObject { ["w1"] = Wasserstein.W1(u, v, isWeighted ? one.Numbers("u_weights") : null, one.Has("v_weights") ? one.Numbers("v_weights") : null) };
        if (u.Length == v.Length && !isWeighted) answer["w2"] = Wasserstein.W2(u, v);
        return answer;
    }

    private static JsonObject Modes(VectorCase one)
    {
        var centres = one.Written("centers").StartsWith("radius", StringComparison.Ordinal)
            ? Enumerable.Range(0, 8).SelectMany(i => new[] { Math.Cos(2 * Math.PI * i / 8), Math.Sin(2 * Math.PI * i / 8) })
            : Enumerable.Range(0, 25).SelectMany(i => new double[] { 2 * (i / 5) - 4, 2 * (i % 5) - 4 });
        var modes = ModeCount.Near(one.Rows("points"), FeatureSet.From([.. centres], 2), one.Parameter("nsig", 3) * one.Parameter("std", 0.01));
        return new()
        {
            ["modes"] = modes.Drawn, ["high_quality"] = modes.HighQuality, ["kl_gen_uniform"] = modes.ReverseKl, ["jsd"] = modes.Jsd, ["entropy"] = modes.Entropy,
            ["counts"] = List(modes.Good.Select(n => (double)n)),
        };
    }

    private static JsonObject Classes(VectorCase one)
    {
        var histogram = ClassHistogram.Of(one.Numbers("labels").Select(label => (int)label), (int)one.Parameter("classes", 10));
        return new() { ["modes"] = histogram.Modes, ["kl"] = histogram.Kl(), ["entropy"] = histogram.Entropy, ["normalised_entropy"] = histogram.NormalisedEntropy };
    }

    private static JsonObject Voxels(VectorCase one)
    {
        var (a, b) = (one.Rows("a"), one.Rows("b"));
        const double threshold = 0.5;
        return new() { ["iou"] = List(Enumerable.Range(0, a.Count).Select(i => VoxelOverlap.Of(a[i], b[i], threshold))), ["threshold"] = threshold };
    }

    private static JsonObject Clouds(VectorCase one)
    {
        FeatureSet[] Sets(string role) => one.Rows(role) is var rows && one.Array(role).Shape[2] is var width
            ? [.. Enumerable.Range(0, rows.Count).Select(i => FeatureSet.From(rows[i].ToArray(), width))] : [];
        var (drawn, references) = (Sets("gen"), Sets("ref"));
        var (clouds, (squared, plain)) = (PointClouds.Of(drawn, references), PointClouds.Chamfer(drawn[0], references[0]));
        return new()
        {
            ["chamfer_0_0"] = new JsonObject { ["sq"] = squared, ["l1"] = plain },
            ["mmd_cd"] = clouds.MinimumMatching, ["cov_cd"] = clouds.Coverage, ["one_nna_cd"] = clouds.NeighbourAccuracy,
        };
    }

    private static JsonArray Deviations(VectorCase one, int group, int features)
    {
        using var scope = new TensorScope();
        using var layer = new MinibatchStddev(group, features);
        var x = Double(one, "x");
        var added = layer.Forward(x).Narrow(1, x.Size(1), features);                             // [N, F, H, W]: each plane is one number
        var values = Ops.Flatten(added, 2).Mean([2]).ToArray<double>();
        return [.. values.Chunk(features).Select(row => (JsonNode)List(row))];
    }

    private static Tensor Double(VectorCase one, string role) => Tensor.From(one.Numbers(role), [.. one.Array(role).Shape.Select(side => (long)side)]);

    private static JsonArray List(IEnumerable<double> values) => [.. values.Select(value => (JsonNode)value)];
}
