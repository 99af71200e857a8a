using System.Text;
using System.Text.Json;
using Adversa.Data.Augmenting;

namespace Adversa.Training.Events;

/// <summary>An event as one line of JSON, the same in <c>events.jsonl</c> and under <c>--json</c>. English keys, point decimals, schema version <c>v</c>.</summary>
public static class EventJson
{
    private const int Version = 1;

    /// <summary>The line, without its end.</summary>
    /// <param name="happened">The event.</param>
    public static string Line(TrainEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            Write(json, happened);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter json, TrainEvent happened)
    {
        void Begin(string name)
        {
            json.WriteString("event", name);
            json.WriteNumber("step", happened.Step);
        }

        switch (happened)
        {
            case RunStarted e:
                Begin(e.Resumed ? "resume" : "start");
                json.WriteString("run", e.Folder);
                json.WriteString("variant", e.Variant);
                json.WriteString("data", e.Data);
                json.WriteString("shape", e.Schema.ToString());
                json.WriteNumber("steps", e.Steps);
                if (e.Minutes > 0) Number(json, "minutes", e.Minutes);
                json.WriteNumber("batch", e.Batch);
                json.WriteNumber("seed", e.Seed);
                json.WriteNumber("threads", e.Threads);
                foreach (var (player, count) in e.Parameters) json.WriteNumber($"params_{player}", count);
                if (e.AnswersByScores) json.WriteBoolean("d_scores", true);
                if (e.DoctorLacks.Count > 0) json.WriteString("doctor_lacks", string.Join(' ', e.DoctorLacks.Select(signal => signal.Snake())));
                if (e.From is not null) json.WriteString("from", e.From);
                if (e.Weights > 0)
                {
                    json.WriteNumber("weights", e.Weights);
                    json.WriteNumber("weights_taken", e.WeightsTaken);
                }

                if (e.Accumulate > 1) json.WriteNumber("accumulate", e.Accumulate);
                if (!e.Augment.IsOff) Augment(json, e.Augment);
                break;
            case StepCompleted e:
                Begin("step");
                json.WriteNumber("steps", e.Steps);
                json.WriteNumber("images", e.Images);
                Number(json, "img_s", Math.Round(e.ImagesPerSecond, 1));
                json.WriteNumber("eta_s", Math.Round(e.Eta.TotalSeconds));
                foreach (var (name, value) in e.Values) Number(json, name, value);
                break;
            case SamplesDrawn e:
                Begin("samples");
                json.WriteString("path", e.Path);
                break;
            case CheckpointSaved e:
                Begin("checkpoint");
                json.WriteString("path", e.Path);
                break;
            case TrainingWarning e:
                Begin("warning");
                json.WriteString("code", $"ADV{e.Code:D4}");
                json.WriteString("message", e.Text.English);
                break;
            case Examined e:
                Begin("examined");
                foreach (var (name, value) in e.Values) Number(json, name, value);
                break;
            case Diagnosed { Diagnosis: var finding }:
                Begin("finding");
                json.WriteString("code", $"ADV{finding.Code:D4}");
                json.WriteString("finding", finding.Name);
                json.WriteStartObject("evidence");
                foreach (var (name, value) in finding.Evidence) Number(json, name, value);
                json.WriteEndObject();
                json.WriteString("message", finding.Text.English);
                json.WriteString("remedy", finding.Remedy.English);
                break;
            case Treated e:
                Begin("treatment");
                json.WriteString("code", "ADV4012");
                json.WriteString("finding", Diagnosis.NameOf(e.Kind));
                json.WriteNumber("back_to", e.BackTo);
                json.WritePropertyName("change");
                json.WriteRawValue(e.Change);
                json.WriteString("message", e.Text.English);
                break;
            case RunEnded e:
                Begin("end");
                json.WriteString("state", e.State);
                json.WriteNumber("images", e.Images);
                json.WriteNumber("seconds", Math.Round(e.Elapsed.TotalSeconds, 1));
                Number(json, "img_s", Math.Round(e.ImagesPerSecond, 1));
                Number(json, "data_wait", Math.Round(e.DataWait, 4));
                break;
        }
    }

    private static void Augment(Utf8JsonWriter json, Augmentation augmentation)
    {
        json.WriteStartObject("augment");
        foreach (var part in Augmentation.Parts.Where(part => part.Of(augmentation) != 0)) json.WriteNumber(part.Name, part.Of(augmentation));
        json.WriteEndObject();
    }

    /// <summary>A number in single precision; null when it is not finite, which JSON cannot say.</summary>
    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (float.IsFinite((float)value)) json.WriteNumber(name, (float)value);
        else json.WriteNull(name);
    }
}
