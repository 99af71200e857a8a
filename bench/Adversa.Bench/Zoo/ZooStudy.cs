using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Torch;

namespace Adversa.Bench.Zoo;

/// <summary>Trains every case of the zoo with every seed; what is in the results already is not trained again.</summary>
internal static class ZooStudy
{
    private const string DefaultFile = "artifacts/zoo/results.jsonl";

    internal static int Run(string[] args)
    {
        string Of(string name, string otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;
        if (args.Contains("--report")) return ZooReport.Print(Path.GetFullPath(Of("--out", DefaultFile)));
        var file = Path.GetFullPath(Of("--out", DefaultFile));
        var arms = Of("--arms", $"{ZooRun.Healthy},{ZooRun.Broken},{ZooRun.Treated},{ZooRun.Long},{ZooRun.Insured}").Split(',');
        var names = Of("--cases", string.Join(',', FailureZoo.Cases.Select(c => c.Name))).Split(',');
        var seeds = Seeds(Of("--seeds", "5-9"));
        Engine.Start(int.Parse(Of("--threads", "1"), CultureInfo.InvariantCulture));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var done = Results(file);
        foreach (var zooCase in FailureZoo.Cases.Where(c => names.Contains(c.Name)))
            foreach (var seed in seeds)
                foreach (var arm in arms.Where(zooCase.Has))
                {
                    if (done.Any(line => line["case"]!.ToString() == zooCase.Name && line["arm"]!.ToString() == arm && line["seed"]!.GetValue<long>() == seed)) continue;
                    var result = ZooRun.Train(zooCase, arm, seed, $"{file}.{zooCase.Name}-{arm}-{seed}");
                    File.AppendAllText(file, result.ToJsonString() + "\n");
                    done.Add(result);
                    Console.WriteLine($"{zooCase.Name,-16} {arm,-8} seed {seed,3}  {result["steps"],5} steps {result["seconds"],6} s  exit {result["exit"]}  {string.Join(' ', result["findings"]!.AsArray().Select(f => $"{f!["finding"]}@{f["step"]}"))}");
                }

        return 0;
    }

    internal static List<JsonObject> Results(string file)
    {
        if (!File.Exists(file)) return [];
        return [.. File.ReadLines(file).Select(TryParse).OfType<JsonObject>()];
    }

    private static JsonObject? TryParse(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null;                         // cut off by a crash
        }
    }

    private static long[] Seeds(string text)
    {
        var ends = text.Split('-').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return [.. Enumerable.Range(0, (int)(ends[^1] - ends[0] + 1)).Select(i => ends[0] + i)];
    }
}
