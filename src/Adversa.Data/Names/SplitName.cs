using System.Text;

namespace Adversa.Data.Names;

/// <summary>What a folder's name says of the part of a set in it.</summary>
internal enum SplitWord
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is learned from.</summary>
    Train,

    /// <summary>A test part; the first choice to judge with, then the ones below.</summary>
    Test,

    /// <summary><c>eval</c>: a test part where there is no <c>test</c>.</summary>
    Evaluation,

    /// <summary><c>val</c>.</summary>
    Validation,

    /// <summary><c>dev</c>.</summary>
    Development,

    /// <summary>Neither: pictures without an answer, predictions, extras.</summary>
    Further,
}

/// <summary>A folder's name taken apart: <c>seg_train</c>, <c>TestImages</c>, <c>val2017</c>, <c>trainA</c>, <c>cars_test</c>.</summary>
/// <param name="Word">Which part it means.</param>
/// <param name="Rest">Its other words, without those that say nothing, such as <c>set</c> and <c>images</c>, and without numbers.</param>
/// <param name="IsPlain">The name is the one word and nothing else.</param>
internal readonly record struct SplitName(SplitWord Word, string Rest, bool IsPlain)
{
    private static readonly (SplitWord Word, string[] Spellings)[] Words =
    [
        (SplitWord.Train, ["train", "training", "trn", "xtrain", "trainval", "learn", "learning", "entrenamiento", "entrenar", "entreno", "treino", "treinamento", "entrainement", "addestramento"]),
        (SplitWord.Test, ["test", "testing", "tests", "tst", "xtest", "holdout", "heldout", "prueba", "pruebas", "teste"]),
        (SplitWord.Evaluation, ["eval", "evaluation", "evaluate", "evaluacion"]),
        (SplitWord.Validation, ["val", "valid", "validation", "validate", "validating", "validacion", "validacao"]),
        (SplitWord.Development, ["dev", "devel", "development", "desarrollo"]),
        (SplitWord.Further, ["pred", "preds", "predict", "prediction", "predictions", "unlabeled", "unlabelled", "extra", "extras"]),
    ];

    private static readonly HashSet<string> Fillers =
    [
        "set", "sets", "data", "dataset", "datasets", "daten", "image", "images", "img", "imgs", "pic", "pics", "picture", "pictures", "photo", "photos", "part", "split", "seg", "sample", "samples", "file", "files",
        "folder", "dir", "jpg", "jpeg", "png", "jpegs", "jpgs", "pngs", "x", "px", "small", "resized", "cropped", "crop", "final", "full", "all", "my", "the", "new", "raw", "processed",
        "de", "del", "la", "el", "los", "las", "conjunto", "datos", "imagen", "imagenes", "foto", "fotos", "parte", "muestra", "muestras",
    ];

    /// <summary>Takes a name apart.</summary>
    /// <param name="folder">The folder's own name.</param>
    public static SplitName Of(string folder)
    {
        var tokens = Tokens(folder);
        if (WordOf(string.Concat(tokens)) is not SplitWord.None and var whole) return new(whole, "", IsPlain: true);
        var word = SplitWord.None;
        List<string> rest = [];
        foreach (var token in tokens)
        {
            var (own, tail) = Glued(token);
            if (own != SplitWord.None && word == SplitWord.None) word = own;
            else tail = token;
            if (tail.Length > 0 && !char.IsAsciiDigit(tail[0]) && !Fillers.Contains(tail)) rest.Add(tail);
        }

        return new(word, string.Join(' ', rest), IsPlain: false);
    }

    /// <summary>Whether it is a part that judges.</summary>
    public bool IsTest => Word is SplitWord.Test or SplitWord.Evaluation or SplitWord.Validation or SplitWord.Development;

    /// <summary>The part that a name's last word may stand for in short, as in <c>imagesTr</c> and <c>imagesTs</c>; it may as well be something else.</summary>
    /// <param name="folder">The folder's own name.</param>
    public static SplitWord InShort(string folder) => Tokens(folder).LastOrDefault() switch { "tr" => SplitWord.Train, "te" or "ts" => SplitWord.Test, _ => SplitWord.None };

    /// <summary>A word, alone or with something glued to it that says nothing (<c>trainset</c>) or is the letter of a domain (<c>trainb</c>).</summary>
    private static (SplitWord Word, string Tail) Glued(string token)
    {
        if (WordOf(token) is not SplitWord.None and var whole) return (whole, "");
        foreach (var (word, spellings) in Words)
            foreach (var spelling in spellings)
                if (token.StartsWith(spelling, StringComparison.Ordinal) && token[spelling.Length..] is var tail && (Fillers.Contains(tail) || tail is "a" or "b")) return (word, tail);
        return (SplitWord.None, token);
    }

    private static SplitWord WordOf(string token) => Words.FirstOrDefault(pair => pair.Spellings.Contains(token)).Word;

    /// <summary>Small letters without accents, parted at other signs, at a capital behind a small letter and between letters and digits.</summary>
    private static List<string> Tokens(string name)
    {
        List<string> tokens = [];
        var token = new StringBuilder();
        var before = '\0';
        foreach (var c in name)
        {
            if (c is >= '\u0300' and <= '\u036F') continue;                    // accents of their own, as a Mac writes them
            if (!char.IsLetterOrDigit(c) || (char.IsUpper(c) && char.IsLower(before)) || char.IsDigit(c) != char.IsDigit(before)) End();
            if (char.IsLetterOrDigit(c)) token.Append(Plain(char.ToLowerInvariant(c)));
            before = c;
        }

        End();
        return tokens;

        void End()
        {
            if (token.Length > 0) tokens.Add(token.ToString());
            token.Clear();
        }
    }

    private static char Plain(char c) => "áàâãäéèêëíìîïóòôõöúùûüçñ".IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? "aaaaaeeeeiiiiooooouuuucn"[i] : c;
}
