using Adversa.Data;
using Adversa.Data.Packed;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Loop;

namespace Adversa.Training.Tests;

/// <summary>A system of ten lines for each kind of field: what a source yields arrives in the turn, as a tensor of its own kind, and trains.</summary>
public sealed class FieldTests
{
    private static readonly SampleSchema All = new(new Field(Field.Image, FieldKind.Image, 1, 4, 4), new Field(Field.Input, FieldKind.Image, 1, 4, 4), Field.OfLabel(3),
        Field.OfAttributes([new("age"), new("smiles", 2)]), new Field(Field.Mask, FieldKind.Mask, 1, 4, 4), Field.OfTokens(Field.Caption, 5, ["", "?", "dog", "cat"]));

    public static TheoryData<string> Kinds => [.. All.Fields.Select(one => one.Name), Field.Words, Field.Points];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_system_that_reads_the_field_learns_from_it(string field)
    {
        ISampleSource source = new Everything(field is Field.Words ? new(Field.OfTokens(Field.Words, 5, ["", "?", "dog", "cat"])) : field is Field.Points ? new(FieldKind.Points, 2) : All);
        using var noise = new Generator(1);
        using var model = new Reader(source.Schema, field);
        using var stream = new BatchStream(source, 8, seed: 1, workers: 0);
        using var trainer = new Trainer(model, stream, noise);

        var losses = Enumerable.Range(0, 40).Select(_ => trainer.Update(read: true)["loss_r"]).ToList();

        Assert.True(losses[^1] < 0.95 * losses[0], string.Join(' ', losses));
    }

    // The same numbers through a file: nothing is dropped on the way.
    [Fact]
    public void A_packed_set_trains_as_its_source_does()
    {
        using var folder = new TemporaryFolder();
        var source = new Everything(All);
        PackedSet.Write(source, source.Count, Path.Join(folder.Root, "set.safetensors"), workers: 1);
        using var packed = PackedSource.Open(Path.Join(folder.Root, "set.safetensors"));

        foreach (var field in All.Fields.Where(field => field.Kind != FieldKind.Image)) Assert.Equal(Loss(source, field.Name), Loss(packed, field.Name));
    }

    [Fact]
    public void A_loss_that_reads_what_is_not_there_says_what_there_is()
    {
        using var noise = new Generator(1);
        var turn = new TurnContext(new Batch(All, 1), 1, noise, 0);
        var none = new TurnContext(null, 1, noise, 0);

        Assert.Contains("smell, but the data has image, input, label", Assert.Throws<InvalidOperationException>(() => turn["smell"]).Message, StringComparison.Ordinal);
        Assert.Contains("NeedsData", Assert.Throws<InvalidOperationException>(() => none.Data).Message, StringComparison.Ordinal);
        Assert.Equal((DType.Int64, DType.UInt8, DType.Float32), (turn[Field.Caption].DType, turn[Field.Mask].DType, turn[Field.Known].DType));
        Assert.Equal([1L, 1, 4, 4], turn[Field.Mask].Shape);
        Assert.Equal([1L], turn.Classes.Shape);
    }

    private static double Loss(ISampleSource source, string field)
    {
        using var noise = new Generator(1);
        using var model = new Reader(source.Schema, field);
        using var stream = new BatchStream(source, 8, seed: 1, workers: 0);
        using var trainer = new Trainer(model, stream, noise);
        trainer.Update(read: false);
        return trainer.Update(read: true)["loss_r"];
    }

    /// <summary>Learns the mean of a field: the ten lines.</summary>
    private sealed class Reader(SampleSchema schema, string name) : Model
    {
        private readonly Player _player = new("r", new Linear(1, schema.Find(name)!.Size, new Generator(2)), new(OptimizerKind.Adam, 0.05, 0.9, 0.999));

        public override SampleSchema Schema => schema;

        public override IReadOnlyList<Player> Players => [_player];

        public override IReadOnlyList<Turn> Turns =>
            [new(_player, turn => new LossTerms { ["mean"] = (_player.Network.Forward(Tensor.Ones([turn.BatchSize, 1])) - turn[name].To(DType.Float32).Reshape(turn.BatchSize, -1)).Square().Mean() })];
    }

    /// <summary>Samples whose every field is far from 0.</summary>
    private sealed class Everything(SampleSchema schema) : ISampleSource
    {
        public string Name => "everything";

        public SampleSchema Schema => schema;

        public long Count => 24;

        public string Fingerprint => "everything";

        public void Read(long index, SampleRow row)
        {
            foreach (var field in row.Schema.Fields)
                if (field.Kind == FieldKind.Label) row.Label = (int)(index % field.Classes);
                else if (field.Element == ElementType.Float) row.Floats(field.Name).Fill(index % 2 == 0 ? 1 : 0.5f);
                else if (field.Element == ElementType.Byte) row.Bytes(field.Name).Fill(1);
                else row.Ints(field.Name).Fill((int)(1 + index % 2));
        }
    }
}
