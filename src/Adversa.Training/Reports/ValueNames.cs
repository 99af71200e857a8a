using System.Globalization;

namespace Adversa.Training.Reports;

/// <summary>What people call the numbers that files, gates and events know by short stable keys.</summary>
public static class ValueNames
{
    private static readonly Dictionary<string, Text> Known = new(StringComparer.Ordinal)
    {
        // what judges say
        ["readable"] = new("read with confidence", "leídas con confianza"),
        ["real_readable"] = new("real samples read with confidence", "muestras reales leídas con confianza"),
        ["classes"] = new("classes drawn", "clases dibujadas"),
        ["rarest_class"] = new("rarest class", "clase más rara"),
        ["rarest_share"] = new("share of the rarest", "proporción de la más rara"),
        ["class_entropy"] = new("evenness of classes", "igualdad entre clases"),
        ["rkl"] = new("unevenness (reverse KL)", "desigualdad (KL inversa)"),
        ["fd_j"] = new("Fréchet distance of the judge", "distancia de Fréchet del juez"),
        ["real_fd_j"] = new("Fréchet distance of real halves", "distancia de Fréchet entre mitades reales"),
        ["judge_accuracy"] = new("the judge's accuracy", "acierto del juez"),
        ["modes"] = new("modes found", "modos hallados"),
        ["real_modes"] = new("modes of real samples", "modos de las muestras reales"),
        ["high_quality"] = new("samples near a mode", "muestras cerca de un modo"),
        ["on_roll"] = new("points on the roll", "puntos en el rollo"),
        ["distance"] = new("distance", "distancia"),
        ["accuracy"] = new("accuracy", "acierto"),
        ["strange_auc"] = new("strange samples told apart (AUC)", "muestras extrañas distinguidas (AUC)"),

        // metrics
        ["fd"] = new("Fréchet distance", "distancia de Fréchet"),
        ["fdlimit"] = new("Fréchet distance without limit of samples", "distancia de Fréchet con muestras sin límite"),
        ["kid"] = new("kernel distance", "distancia de núcleo"),
        ["precision"] = new("precision", "precisión"),
        ["recall"] = new("recall", "exhaustividad"),
        ["density"] = new("density", "densidad"),
        ["coverage"] = new("coverage", "cobertura"),
        ["prd_f8"] = new("recall of distributions (F8)", "exhaustividad de distribuciones (F8)"),
        ["prd_f_eighth"] = new("precision of distributions (F1/8)", "precisión de distribuciones (F1/8)"),
        ["is"] = new("class score", "puntuación de clases"),
        ["mode_score"] = new("mode score", "puntuación modal"),
        ["swd"] = new("sliced Wasserstein distance, squared", "distancia de Wasserstein por cortes, al cuadrado"),
        ["nn_accuracy"] = new("told apart by a neighbour", "distinguidas por un vecino"),
        ["nn_real"] = new("real ones told by a neighbour", "reales distinguidas por un vecino"),
        ["nn_fake"] = new("drawn ones told by a neighbour", "generadas distinguidas por un vecino"),
        ["ndb"] = new("bins that differ", "celdas que difieren"),
        ["ndb_share"] = new("share of bins that differ", "proporción de celdas que difieren"),
        ["diversity"] = new("variety beside real samples", "variedad respecto a las reales"),
        ["authenticity"] = new("authenticity", "autenticidad"),
        ["copying_z"] = new("copying (Z)", "copia (Z)"),
        ["copying_ct"] = new("copying in cells (Z)", "copia por celdas (Z)"),
        ["birthday"] = new("draws until two are alike", "muestras hasta repetir"),
        ["ssim"] = new("likeness of reconstructions (SSIM)", "parecido de las reconstrucciones (SSIM)"),
        ["ms_ssim"] = new("likeness of reconstructions (MS-SSIM)", "parecido de las reconstrucciones (MS-SSIM)"),
        ["psnr"] = new("reconstructions, decibels (PSNR)", "reconstrucciones, decibelios (PSNR)"),
        ["ssim_pairs"] = new("likeness among samples (SSIM)", "parecido entre muestras (SSIM)"),
        ["ms_ssim_pairs"] = new("likeness among samples (MS-SSIM)", "parecido entre muestras (MS-SSIM)"),
        ["gan_train"] = new("classifier taught by samples (GAN-train)", "clasificador enseñado con muestras (GAN-train)"),
        ["gan_test"] = new("samples read by a classifier (GAN-test)", "muestras leídas por un clasificador (GAN-test)"),

        // curves
        ["loss_g"] = new("loss of G", "pérdida de G"),
        ["loss_d"] = new("loss of D", "pérdida de D"),
        ["loss_classifier"] = new("loss of the classifier", "pérdida del clasificador"),
        ["loss_autoencoder"] = new("loss of the autoencoder", "pérdida del autocodificador"),
        ["w_distance"] = new("estimated distance (W)", "distancia estimada (W)"),
        ["d_real"] = new("D on real samples", "D ante muestras reales"),
        ["d_fake"] = new("D on drawn samples", "D ante muestras generadas"),
        ["images_per_second"] = new("images a second", "imágenes por segundo"),
        ["ada_p"] = new("strength of ADA (p)", "intensidad de ADA (p)"),
        ["alpha"] = new("share of the new level (alpha)", "peso del nivel nuevo (alfa)"),
        ["side"] = new("side in pixels", "lado en píxeles"),
        ["k"] = new("BEGAN's k", "k de BEGAN"),
        ["measure"] = new("BEGAN's convergence measure", "medida de convergencia de BEGAN"),
        ["ratio"] = new("BEGAN's balance", "equilibrio de BEGAN"),
        ["class_accuracy"] = new("classes named right", "clases acertadas"),
        ["active_latents"] = new("active latents", "latentes activos"),

        // what the doctor measures
        ["d_train"] = new("D on training samples", "D ante las de entrenamiento"),
        ["d_held_out"] = new("D on held-out samples", "D ante las reservadas"),
        ["r_v"] = new("way of held-out to drawn", "camino de reservadas a generadas"),
        ["r_v_errors"] = new("its standard errors", "sus errores estándar"),
        ["sliced"] = new("distance to the data, in those of other data", "distancia a los datos, en veces la de otros datos"),
        ["pairwise_ratio"] = new("variety beside the data", "variedad respecto a los datos"),
        ["duplicates"] = new("near duplicates", "casi duplicadas"),
        ["drift"] = new("move of fixed seeds", "movimiento de semillas fijas"),
        ["stalled_steps"] = new("steps without progress", "pasos sin mejora"),
        ["checkerboard"] = new("checkerboard beside the data", "tablero respecto a los datos"),
        ["copy_ratio"] = new("distance to copies", "distancia a las copias"),
        ["gradient_mean"] = new("critic's gradient, mean", "gradiente del crítico, media"),
        ["gradient_p95"] = new("critic's gradient, 95th percentile", "gradiente del crítico, percentil 95"),
        ["gradient_norm"] = new("gradient norm", "norma del gradiente"),
        ["usual_gradient_norm"] = new("usual gradient norm", "norma habitual del gradiente"),
        ["gradient_ratio"] = new("gradient of G beside its first", "gradiente de G respecto al inicial"),
        ["largest_score"] = new("largest score", "mayor puntuación"),
        ["lipschitz"] = new("slope that is allowed", "pendiente admitida"),
        ["samples"] = new("samples", "muestras"),
        ["epochs"] = new("times each was shown", "veces que se mostró cada una"),
        ["reach"] = new("reach", "alcance"),
        ["miss"] = new("distance to the data", "distancia a los datos"),

        // where a run was made
        ["adversa"] = new("Adversa", "Adversa"),
        ["libtorch"] = new("libtorch", "libtorch"),
        ["dotnet"] = new(".NET", ".NET"),
        ["os"] = new("operating system", "sistema operativo"),
        ["device"] = new("computes on", "calcula en"),
        ["threads"] = new("threads", "hilos"),
        ["instructions"] = new("instruction set", "juego de instrucciones"),
        ["started"] = new("begun (UTC)", "comienzo (UTC)"),

        // how pictures are varied
        ["flip"] = new("flip", "volteo"),
        ["shift"] = new("shift", "desplazamiento"),
        ["scale"] = new("scale", "escala"),
        ["rotate"] = new("rotation", "giro"),
        ["brightness"] = new("brightness", "brillo"),
        ["contrast"] = new("contrast", "contraste"),
        ["saturation"] = new("saturation", "saturación"),
        ["cutout"] = new("cutout", "recorte"),
    };

    private static readonly (string Start, Text Words)[] Beginnings =
    [
        ("FD-", new("Fréchet distance", "distancia de Fréchet")), ("FDlimit-", new("Fréchet distance without limit of samples", "distancia de Fréchet con muestras sin límite")), ("KD-", new("kernel distance", "distancia de núcleo")),
        ("class_", new("class", "clase")), ("recall_", new("right in class", "acierto en la clase")), ("loss_", new("loss of", "pérdida de")),
    ];

    /// <summary>The name of a number; one that is not known keeps its key, with blanks.</summary>
    /// <param name="key">Such as <c>fd_j</c>, or a title such as <c>FD-points</c>.</param>
    public static Text Of(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (Known.TryGetValue(key, out var words)) return words;
        foreach (var (start, text) in Beginnings)
            if (key.StartsWith(start, StringComparison.Ordinal) && key.Length > start.Length) return IsSpace(start)
                ? new($"{text.English} ({key[start.Length..]})", $"{text.Spanish} ({key[start.Length..]})")
                : new($"{text.English} {key[start.Length..]}", $"{text.Spanish} {key[start.Length..]}");
        var plain = key.Replace('_', ' ');
        return new(plain, plain);
    }

    /// <summary>Whether a key has words of its own.</summary>
    /// <param name="key">Such as <c>fd_j</c>.</param>
    public static bool IsKnown(string key) => Of(key).English is var words && words != key.Replace('_', ' ') || Known.ContainsKey(key);

    /// <summary>The name in the user's language, with its key behind it where that is another word: gates and files want the key.</summary>
    /// <param name="key">Such as <c>fd_j</c>.</param>
    internal static string Html(string key) => Of(key).ToString() is var words && words == key ? Pages.PageText.Html(key) : $"{Pages.PageText.Html(words)} <span class=\"key\">{Pages.PageText.Html(key)}</span>";

    private static bool IsSpace(string start) => start.EndsWith('-');
}
