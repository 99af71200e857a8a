using Adversa.Metrics.Statistics;

namespace Adversa.Metrics.Evaluation;

/// <summary>Every metric that compares features, by the name that <c>--metrics</c> takes.</summary>
public static class MetricCatalog
{
    /// <summary>The only space in which a Fréchet distance is FID: the Inception weights of 2015-12-05, whose file's SHA-256 begins so.</summary>
    public const string PublishedInception = "inception-6726825d";

    private const int Subsets = 100, SubsetSize = 1000, Directions = 256, Bins = 50, Cells = 3, InceptionParts = 10, MostPairs = 1000;

    private static readonly Interval Share = new(0, 1), Positive = new(0, double.PositiveInfinity);

    /// <summary>All of them, in the order in which they are listed.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new("fd",
            new("Fréchet distance: how far the clouds of real and drawn features lie apart; low is good.", "Distancia de Fréchet: cuánto distan las nubes de características reales y generadas; bajo es bueno."),
            new("|m1-m2|^2 + tr(S1 + S2 - 2 sqrt(S1 S2)), float64, covariance over N-1; it falls with N", "|m1-m2|^2 + tr(S1 + S2 - 2 sqrt(S1 S2)), float64, covarianza sobre N-1; baja con N"),
            input => [new("fd", FrechetDistance.Between(input.Real, input.Drawn).Value)]) { Title = "FD", InceptionTitle = "FID", Range = Positive },
        new("fdlimit",
            new("The Fréchet distance of infinitely many samples.", "La distancia de Fréchet con infinitas muestras."),
            new("least squares of fd on 1/N at 15 values of N from a tenth to all, by lot, the intercept", "mínimos cuadrados de fd sobre 1/N con 15 valores de N desde una décima parte a todas, al azar, la ordenada en el origen"),
            input => [new("fdlimit", FrechetLimit.Between(input.Real, input.Drawn, input.Seed).Intercept)]) { Title = "FDlimit", InceptionTitle = "FID-infinity", WithoutInterval = ["fdlimit"] },
        new("kid",
            new("Kernel distance: like fd, right on average at any number of samples; 0 is ideal.", "Distancia de núcleo: como fd, correcta en promedio con cualquier número de muestras; 0 es lo ideal."),
            new("(x.y/D + 1)^3, unbiased, cross term over all pairs; mean and standard deviation (over N) of 100 subsets of min(1000, N/2) without replacement; not times 1000",
                "(x.y/D + 1)^3, insesgada, término cruzado sobre todos los pares; media y desviación típica (sobre N) de 100 subconjuntos de min(1000, N/2) sin reemplazo; no multiplicada por 1000"),
            Kid) { Title = "KD", InceptionTitle = "KID", Quick = input => [new("kid", KernelDistance.Polynomial(input.Real, input.Drawn).Unbiased)] },
        new("pr",
            new("Precision (are the drawn real-like) and recall (is all of the real drawn).", "Precisión (lo generado parece real) y exhaustividad (se genera todo lo real)."),
            new("balls to the 3rd neighbour in the own set, itself excluded; distance <= radius", "bolas hasta el 3.er vecino del propio conjunto, sin contarse; distancia <= radio"),
            input => PrecisionRecall.Of(input.Real, input.Drawn, k: 3) is var overlap ? [new("precision", overlap.Precision), new("recall", overlap.Recall)] : []) { Numbers = ["precision", "recall"], Range = Share },
        new("dc",
            new("Density and coverage: the same questions, robust to outliers.", "Densidad y cobertura: las mismas preguntas, robustas a valores atípicos."),
            new("balls to the 5th neighbour among the reals, itself excluded; distance <= radius", "bolas hasta el 5.º vecino entre las reales, sin contarse; distancia <= radio"),
            input => PrecisionRecall.Of(input.Real, input.Drawn, k: 5) is var overlap ? [new("density", overlap.Density), new("coverage", overlap.Coverage)] : []) { Numbers = ["density", "coverage"], Range = Positive },
        new("prd",
            new("Precision and recall of distributions: F8 weighs what is missing, F1/8 what is wrong.", "Precisión y exhaustividad de distribuciones: F8 pondera lo que falta, F1/8 lo que está mal."),
            new("20 clusters of the union, 10 clusterings, 1001 angles", "20 grupos de la unión, 10 agrupamientos, 1001 ángulos"),
            input => PrecisionRecallCurve.Of(input.Real, input.Drawn, input.Seed) is var curve ? [new("prd_f8", curve.F8), new("prd_f_eighth", curve.FEighth)] : []) { Numbers = ["prd_f8", "prd_f_eighth"], Range = Share, WithoutInterval = ["prd_f8", "prd_f_eighth"] },
        new("is",
            new("Sure answers over many classes; the mode score also compares the classes' shares with the data's.", "Respuestas seguras sobre muchas clases; la puntuación modal compara además las proporciones de clases con las de los datos."),
            new("exp(mean KL(p(y|x) || p(y))) over 10 even parts by lot, spread over N; not the Inception score unless the space is Inception; mode_score over all at once",
                "exp(media de KL(p(y|x) || p(y))) en 10 partes iguales al azar, desviación sobre N; no es el Inception score salvo en el espacio de Inception; mode_score con todas a la vez"),
            Scores) { NeedsClasses = true, Numbers = ["is", "mode_score"] },
        new("swd",
            new("Sliced Wasserstein distance: how far the sets must be carried; 0 is ideal.", "Distancia de Wasserstein por cortes: cuánto hay que mover los conjuntos; 0 es lo ideal."),
            new("mean of the squared W2 over 256 random directions", "media de W2 al cuadrado en 256 direcciones al azar"),
            input => [new("swd", SlicedWasserstein.Squared(input.Real, input.Drawn, SlicedWasserstein.Directions(input.Real.Width, Directions, input.Seed)))]) { Range = Positive },
        new("nn",
            new("Can a nearest neighbour tell real from drawn? 0.5 is ideal, 1 is a mismatch.", "¿Distingue un vecino más cercano lo real de lo generado? 0.5 es lo ideal, 1 es un desacuerdo."),
            new("leave-one-out accuracy on the union of equal sizes", "acierto dejando una fuera en la unión de tamaños iguales"),
            input => TwoSampleNeighbours.Of(input.Real, input.Drawn) is var test ? [new("nn_accuracy", test.Accuracy), new("nn_real", test.Real), new("nn_fake", test.Fake)] : []) { Numbers = ["nn_accuracy", "nn_real", "nn_fake"], Range = Share },
        new("ndb",
            new("In how many bins of the data the share differs beyond chance.", "En cuántas celdas de los datos la proporción difiere más de lo que da el azar."),
            new("50 bins by k-means on the reals, pooled two-proportion z at 1.96; equal distributions differ in about 5 %", "50 celdas por k-means de las reales, z de dos proporciones conjunta a 1.96; distribuciones iguales difieren en un 5 %"),
            input => BinDifference.Of(input.Real, input.Drawn, Bins, input.Seed) is var bins ? [new("ndb", bins.Different), new("ndb_share", bins.Share, Range: Share)] : []) { Numbers = ["ndb", "ndb_share"], Range = new(0, Bins), WithoutInterval = ["ndb", "ndb_share"] },
        new("diversity",
            new("How much samples differ among themselves, as a share of what reals do; near 0 is a collapse.", "Cuánto difieren las muestras entre sí, como proporción de las reales; cerca de 0 es un colapso."),
            new("mean Euclidean distance over all pairs of 1000 by lot, drawn over real", "distancia euclídea media entre todos los pares de 1000 al azar, generadas entre reales"),
            Diversity) { Range = Positive, Lot = MostPairs },
        new("memorization",
            new("Does it copy? Nearest training samples of drawn against unseen reals.", "¿Copia? Muestras de entrenamiento más cercanas a lo generado frente a las de reales no vistas."),
            new("authenticity: share farther from its nearest training sample than that one from its own (not calibrated: read it beside the floor); copying_z and copying_ct (3 cells): Mann-Whitney Z, -3 and below is copying; " +
                "birthday: draws until two are nearer than the 0.1 percentile of real neighbours, with probability 1/2",
                "authenticity: proporción más lejos de su muestra de entrenamiento más cercana que esta de la suya (sin calibrar: léala junto al suelo); copying_z y copying_ct (3 celdas): Z de Mann-Whitney, -3 o menos es copia; " +
                "birthday: muestras hasta que dos estén más cerca que el percentil 0.1 de los vecinos reales, con probabilidad 1/2"),
            Memorization) { NeedsTrain = true, Numbers = ["authenticity", "copying_z", "copying_ct", "birthday"], WithoutInterval = ["birthday"] },
    ];

    /// <summary>The metric of a name, or null.</summary>
    /// <param name="name">Such as <c>fd</c>.</param>
    public static Metric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);

    private static List<Number> Kid(MetricInput input)
    {
        var size = Math.Min(SubsetSize, Math.Min(input.Real.Count, input.Drawn.Count) / 2);
        var spread = KernelDistanceSubsets.Of(input.Real, input.Drawn, Subsets, size, input.Seed);
        return [new("kid", spread.Mean, spread.Deviation)];
    }

    private static List<Number> Scores(MetricInput input)
    {
        if (input is not { DrawnProbabilities: { } drawn, RealProbabilities: { } real }) throw MetricException.Undefined(
            "This space knows no classes.", "Este espacio no conoce clases.");
        var spread = InceptionScore.Of(drawn.Drawn(drawn.Count, input.Seed), InceptionScore.Even(drawn.Count, InceptionParts));
        return [new("is", spread.Mean, spread.Deviation), new("mode_score", ModeScore.Of(drawn, Histograms.Mean(real, 0, real.Count)).Value)];
    }

    private static List<Number> Diversity(MetricInput input)
    {
        var real = PairwiseDistance.Mean(input.Real);
        return real > 0 ? [new("diversity", PairwiseDistance.Mean(input.Drawn) / real)]
            : throw MetricException.Undefined("All reals are equal.", "Todas las reales son iguales.");
    }

    private static List<Number> Memorization(MetricInput input)
    {
        if (input.Train is not { } train) throw MetricException.Undefined(
            "It takes the training samples and unseen reals: this data has no test part, or never runs out of fresh samples.",
            "Hacen falta las muestras de entrenamiento y reales no vistas: estos datos no tienen parte de prueba, o sus muestras nuevas no se acaban.");
        var birthday = BirthdayParadox.Of(input.Drawn, BirthdayParadox.AlikeDistance(input.Real), input.Seed);
        return
        [
            new("authenticity", Authenticity.Of(train, input.Drawn)),
            new("copying_z", DataCopying.Of(train, input.Real, input.Drawn).Z),
            InCells(input, train),
            new("birthday", birthday.Draws, Missing: birthday.Draws is null ? new($"no two of {birthday.Pool} are alike", $"no hay dos parecidas entre {birthday.Pool}") : null),
        ];
    }

    private static Number InCells(MetricInput input, FeatureSet train)
    {
        try
        {
            return new("copying_ct", DataCopying.InCells(train, input.Real, input.Drawn, Cells, input.Seed));
        }
        catch (MetricException e)
        {
            return new("copying_ct", null, Missing: e.Text);
        }
    }
}
