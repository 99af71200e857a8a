using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Torch.Disk;

namespace Adversa.Training.Judges;

// How a trained judge is kept, so that it is trained once.
public sealed partial class ClassJudge
{
    private const string WeightsFile = "model.safetensors", FactsFile = "judge.json";

    private bool TryLoad(string folder)
    {
        try
        {
            if (!File.Exists(Path.Join(folder, FactsFile))) return false;
            var facts = JsonNode.Parse(File.ReadAllText(Path.Join(folder, FactsFile)));
            var (sum, weightsPath) = (facts!["sha256"]!.GetValue<string>(), Path.Join(folder, WeightsFile));
            if (sum != SumOf(weightsPath, facts)) return false;
            using var weights = SafeTensors.Read(weightsPath);
            (Accuracy, RealReadable, _heldOut) = (facts["accuracy"]!.GetValue<double>(), facts["realReadable"]!.GetValue<double>(), facts["heldOut"]!.GetValue<int>());
            _classifier.Players[0].Network.LoadStateDict(weights.Tensors);       // last: a judge that is made anew begins from its own weights
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or AdversaException or JsonException or NullReferenceException or InvalidOperationException or InvalidCastException or FormatException)
        {
            return false;                        // a damaged cache is made anew
        }
    }

    private void TrySave(string folder, int steps)
    {
        var temporary = $"{folder}.tmp-{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(temporary);
            using (var file = File.Create(Path.Join(temporary, WeightsFile))) SafeTensors.Write(file, _classifier.Players[0].Network.StateDict());
            var facts = new JsonObject { ["accuracy"] = Accuracy, ["realReadable"] = RealReadable, ["heldOut"] = _heldOut, ["steps"] = steps };
            facts["sha256"] = SumOf(Path.Join(temporary, WeightsFile), facts);
            File.WriteAllText(Path.Join(temporary, FactsFile), facts.ToJsonString());
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            Directory.Move(temporary, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without a cache the judge is trained again next time.
        }
        finally
        {
            Discard(temporary);
        }
    }

    /// <summary>One SHA-256 over the weights' file and the facts beside it.</summary>
    private static string SumOf(string weights, JsonNode facts)
    {
        using var file = File.OpenRead(weights);
        var stated = (JsonObject)facts.DeepClone();
        stated.Remove("sha256");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Convert.ToHexString(SHA256.HashData(file)) + stated.ToJsonString())));
    }

    private static void Discard(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is in nobody's way.
        }
    }
}
