using System.Globalization;

namespace Adversa.Training.Events;

/// <summary>The words of each finding: what was seen, and the one thing to try first.</summary>
internal static class DiagnosisTexts
{
    internal static Text Of(Diagnosis f) => f.Kind switch
    {
        DiagnosisKind.Explosion when f["largest_score"] > Diagnosis.LargestScore => new(
            $"The numbers explode: the largest score is {G(f["largest_score"])}; gradient norm {G(f["gradient_norm"])}.",
            $"Los números explotan: la mayor puntuación es {G(f["largest_score"])}; norma del gradiente {G(f["gradient_norm"])}."),
        DiagnosisKind.Explosion => new(
            $"The numbers explode: gradient norm {G(f["gradient_norm"])} where {G(f["usual_gradient_norm"])} is usual, largest score {G(f["largest_score"])}.",
            $"Los números explotan: norma del gradiente {G(f["gradient_norm"])} cuando lo habitual es {G(f["usual_gradient_norm"])}, mayor puntuación {G(f["largest_score"])}."),
        DiagnosisKind.DiscriminatorTooStrong => new(
            $"The discriminator is too strong: it tells {P(f["accuracy"])} of the samples apart, the generator's gradient is {G(f["gradient_ratio"])} times what it was, and its samples have not improved for {N(f["stalled_steps"])} steps.",
            $"El discriminador es demasiado fuerte: distingue el {P(f["accuracy"])} de las muestras, el gradiente del generador es {G(f["gradient_ratio"])} veces el que era y sus muestras no mejoran desde hace {N(f["stalled_steps"])} pasos."),
        DiagnosisKind.ModeCollapse => new(
            $"Mode collapse: the samples differ among themselves {P(f["pairwise_ratio"])} as much as the data, reach {P(f["coverage"])} of it, and {P(f["duplicates"])} of them are near duplicates of each other.",
            $"Colapso de modos: las muestras difieren entre sí un {P(f["pairwise_ratio"])} de lo que difieren los datos, alcanzan el {P(f["coverage"])} de ellos, y el {P(f["duplicates"])} son casi duplicados unas de otras."),
        DiagnosisKind.DiscriminatorTooWeak => new(
            $"The discriminator is too weak: it tells {P(f["accuracy"])} of the samples right, where guessing gives 50 %, while the samples are {G(f["sliced"])} times as far from the data as other data is.",
            $"El discriminador es demasiado débil: acierta el {P(f["accuracy"])} de las muestras, cuando al azar se acierta el 50 %, mientras que las muestras están {G(f["sliced"])} veces más lejos de los datos que otros datos."),
        DiagnosisKind.DiscriminatorOverfits => new(
            $"The discriminator knows its training samples by heart: held-out ones have fallen {P(f["r_v"])} of the way from the training samples to the generated ones.",
            $"El discriminador se sabe de memoria las muestras de entrenamiento: las reservadas han caído un {P(f["r_v"])} del camino entre las de entrenamiento y las generadas."),
        DiagnosisKind.Oscillation => new(
            $"The players run in circles: the samples of fixed seeds have moved by {P(f["drift"])} of the data's width since the last look and have come no nearer for {N(f["stalled_steps"])} steps.",
            $"Los jugadores giran en círculos: las muestras de semillas fijas se han movido un {P(f["drift"])} del ancho de los datos desde la última mirada y no se acercan desde hace {N(f["stalled_steps"])} pasos."),
        DiagnosisKind.Checkerboard => new(
            $"The pictures carry a checkerboard: the pattern of the generator's stride is {G(f["checkerboard"])} times as strong as in the data.",
            $"Las imágenes llevan un patrón de tablero: la huella del paso del generador es {G(f["checkerboard"])} veces más fuerte que en los datos."),
        DiagnosisKind.Memorisation => new(
            $"The samples are near copies: they lie {P(f["copy_ratio"])} as far from the training samples as unseen data does.",
            $"Las muestras son casi copias: están a un {P(f["copy_ratio"])} de la distancia a la que los datos no vistos están de los de entrenamiento."),
        DiagnosisKind.LipschitzViolation => new(
            $"The critic is too steep: the norm of its gradient between data and samples is {G(f["gradient_mean"])} on average and {G(f["gradient_p95"])} at the 95th percentile; {G(f["lipschitz"])} is allowed.",
            $"El crítico es demasiado empinado: la norma de su gradiente entre datos y muestras es {G(f["gradient_mean"])} de media y {G(f["gradient_p95"])} en el percentil 95; se admite {G(f["lipschitz"])}."),
        _ => new(
            $"There is too little data: {N(f["samples"])} samples, each shown {G(f["epochs"])} times already.",
            $"Hay muy pocos datos: {N(f["samples"])} muestras, cada una mostrada ya {G(f["epochs"])} veces."),
    };

    internal static Text RemedyOf(DiagnosisKind kind) => kind switch
    {
        DiagnosisKind.Explosion => new("Start again with a tenth of the learning rate (--lr).", "Empiece de nuevo con una décima parte de la tasa de aprendizaje (--lr)."),
        DiagnosisKind.DiscriminatorTooStrong => new("Penalise its gradient at real samples: --set r1=1.", "Penalice su gradiente en las muestras reales: --set r1=1."),
        DiagnosisKind.ModeCollapse => new("Show it two samples at once: --set pack=2.", "Muéstrele dos muestras a la vez: --set pack=2."),
        DiagnosisKind.DiscriminatorTooWeak => new("Give it a higher rate: --set discriminatorLearningRate=X, four times the generator's.", "Dele una tasa mayor: --set discriminatorLearningRate=X, cuatro veces la del generador."),
        DiagnosisKind.DiscriminatorOverfits => new("Augment what it sees: --set diffAugment=all for pictures, --set instanceNoise=0.1 for points.", "Aumente lo que ve: --set diffAugment=all para imágenes, --set instanceNoise=0.1 para puntos."),
        DiagnosisKind.Oscillation => new("Penalise the discriminator's gradient: --set r1=1.", "Penalice el gradiente del discriminador: --set r1=1."),
        DiagnosisKind.Checkerboard => new("Train on: it often fades. If it stays, take a generator whose kernel is a multiple of its stride.", "Siga entrenando: a menudo se desvanece. Si persiste, use un generador cuyo núcleo sea múltiplo de su paso."),
        DiagnosisKind.Memorisation => new("Get more data, or stop here and use an earlier checkpoint.", "Consiga más datos, o pare aquí y use un punto de control anterior."),
        DiagnosisKind.LipschitzViolation => new("Raise the weight of its penalty: --set penaltyWeight=10.", "Suba el peso de su penalización: --set penaltyWeight=10."),
        _ => new("Get more data; until then augment it: --set diffAugment=all, --augment flip.", "Consiga más datos; mientras tanto auméntelos: --set diffAugment=all, --augment flip."),
    };

    private static string G(double value) => double.IsNaN(value) ? "?"
        : Math.Abs(value) is >= 1e3 and < 1e9 ? value.ToString("F0", CultureInfo.InvariantCulture) : value.ToString("G3", CultureInfo.InvariantCulture);

    private static string N(double value) => double.IsNaN(value) ? "?" : value.ToString("F0", CultureInfo.InvariantCulture);

    private static string P(double value) => double.IsNaN(value) ? "?" : string.Create(CultureInfo.InvariantCulture, $"{100 * value:F0} %");
}
