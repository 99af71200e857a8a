namespace Adversa.DataTools.Fetching;

/// <summary>The data sets that <c>adversa data get</c> knows.</summary>
/// <remarks>
/// <para>Sizes and hashes are those of the published files. MNIST, Fashion-MNIST and the binary CIFAR-10: the checksum lists of tensorflow-datasets.
/// The pickled CIFAR-10: torchvision's prototype data sets and Keras. Contents of the gzip files: computed here; MD5 of the same bytes as published.</para>
/// <para>A hash here is never copied from what a mirror happens to send.</para>
/// </remarks>
public static class DownloadCatalog
{
    private static readonly string[] Mnist =
    [
        "https://ossci-datasets.s3.amazonaws.com/mnist/",
        "https://storage.googleapis.com/cvdf-datasets/mnist/",
        "http://yann.lecun.com/exdb/mnist/",                                     // the origin; it has not always served the files
    ];

    private static readonly string[] Fashion =
    [
        "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
        "https://fashion-mnist.s3.eu-central-1.amazonaws.com/",
        "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
    ];

    private static readonly string[] Toronto =
    [
        "https://cave.cs.toronto.edu/kriz/",                                     // where the next one leads, by way of plain http
        "https://www.cs.toronto.edu/~kriz/",
    ];

    private static readonly Text NoLicence = Words.NoneStatedByAuthors;

    /// <summary>All of them, the smallest first.</summary>
    public static IReadOnlyList<Download> All { get; } =
    [
        new("mnist", Words.MnistAbout,
            Words.NoneStatedByAuthorsAs,
            "Y. LeCun, L. Bottou, Y. Bengio, P. Haffner (1998): Gradient-based learning applied to document recognition. Data by Y. LeCun, C. Cortes and C. J. C. Burges",
            "http://yann.lecun.com/exdb/mnist/",
            [
                File(Mnist, "train-images-idx3-ubyte.gz", 9_912_422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                    47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
                File(Mnist, "train-labels-idx1-ubyte.gz", 28_881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                    60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
                File(Mnist, "t10k-images-idx3-ubyte.gz", 1_648_877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                    7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
                File(Mnist, "t10k-labels-idx1-ubyte.gz", 4_542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                    10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
            ]),
        new("fashion-mnist", Words.FashionAbout,
            Text.Same("MIT (Zalando SE)"),
            "H. Xiao, K. Rasul, R. Vollgraf (2017): Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning Algorithms. arXiv:1708.07747",
            "https://github.com/zalandoresearch/fashion-mnist",
            [
                File(Fashion, "train-images-idx3-ubyte.gz", 26_421_880, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
                    47_040_016, "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
                File(Fashion, "train-labels-idx1-ubyte.gz", 29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
                    60_008, "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
                File(Fashion, "t10k-images-idx3-ubyte.gz", 4_422_102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
                    7_840_016, "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
                File(Fashion, "t10k-labels-idx1-ubyte.gz", 5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
                    10_008, "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
            ]),
        new("cifar10", Words.CifarAbout,
            NoLicence, "A. Krizhevsky (2009): Learning Multiple Layers of Features from Tiny Images", "https://www.cs.toronto.edu/~kriz/cifar.html",
            [File(Toronto, "cifar-10-binary.tar.gz", 170_052_171, "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd")]),
        new("cifar10-python", Words.SameAsCifar10,
            NoLicence, "A. Krizhevsky (2009): Learning Multiple Layers of Features from Tiny Images", "https://www.cs.toronto.edu/~kriz/cifar.html",
            [File(Toronto, "cifar-10-python.tar.gz", 170_498_071, "6d958be074577803d12ecdefd02955f39262c83c16fe9348329d7fe0b5c001ce")]),
    ];

    /// <summary>The names of all of them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(download => download.Name)];

    /// <summary>The data set of a name, or null.</summary>
    /// <param name="name">Any text.</param>
    public static Download? Find(string name) => All.FirstOrDefault(download => download.Name == name);

    private static DownloadFile File(string[] mirrors, string name, long bytes, string sha256) => new(name, bytes, sha256, [.. mirrors.Select(mirror => mirror + name)]);

    private static DownloadFile File(string[] mirrors, string name, long bytes, string sha256, long contentBytes, string contentSha256) =>
        File(mirrors, name, bytes, sha256) with { Content = (contentBytes, contentSha256) };
}
