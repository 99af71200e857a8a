using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Formats.Disk;
using Adversa.Torch.Disk;
using Adversa.Torch.Nn;

namespace Adversa.Training.Judges;

/// <summary>Networks that can be trained again, kept with some facts in a folder named by a hash of what they were trained on; a damaged one counts as none.</summary>
internal static class NetworkCache
{
    private const string WeightsFile = "model.safetensors", FactsFile = "judge.json";

    /// <summary>Thirty-two hexadecimal digits that change with any part.</summary>
    internal static string Key(params ReadOnlySpan<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', parts.ToArray()))))[..32];

    /// <summary>Loads the weights, and gives the facts; null leaves the network as it was.</summary>
    internal static JsonNode? TryLoad(string folder, Module network)
    {
        try
        {
            if (!File.Exists(Path.Join(folder, FactsFile))) return null;
            var facts = JsonNode.Parse(File.ReadAllText(Path.Join(folder, FactsFile)))!;
            var (sum, weightsPath) = (facts["sha256"]!.GetValue<string>(), Path.Join(folder, WeightsFile));
            if (sum != SumOf(weightsPath, facts)) return null;
            using var weights = SafeTensors.Read(weightsPath);
            network.LoadStateDict(weights.Tensors);
            return facts;
        }
        catch (Exception e) when (DiskTrouble.Is(e) || e is AdversaException or JsonException or NullReferenceException or InvalidOperationException or InvalidCastException or FormatException)
        {
            return null;                         // it is made anew
        }
    }

    /// <summary>Keeps a network; where nothing can be written it is trained again next time.</summary>
    internal static void TrySave(string folder, Module network, JsonObject facts)
    {
        var temporary = $"{folder}.tmp-{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(temporary);
            using (var file = File.Create(Path.Join(temporary, WeightsFile))) SafeTensors.Write(file, network.StateDict());
            facts["sha256"] = SumOf(Path.Join(temporary, WeightsFile), facts);
            File.WriteAllText(Path.Join(temporary, FactsFile), facts.ToJsonString());
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            Directory.Move(temporary, folder);
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            // It was only a cache.
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
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            // It is in nobody's way.
        }
    }
}
