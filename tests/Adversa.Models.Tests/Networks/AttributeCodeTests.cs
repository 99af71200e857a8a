using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Networks;

public sealed class AttributeCodeTests : IDisposable
{
    private static readonly SampleSchema Faces = new(FieldKind.Image, 3, 32, 32)
    {
        Attributes = [new("hair", 3), new("yaw"), new("glasses", 2), new("age") { Least = 10, Most = 80 }],
    };

    private readonly TensorScope _scope = new();

    [Fact]
    public void A_choice_is_one_of_its_numbers_a_flag_is_0_or_1_and_an_amount_its_place_in_its_range()
    {
        var code = new AttributeCode(Faces, "age,hair,glasses").Of(Tensor.From([2f, 9, 1, 45, 0, 9, 0, 10], 2, 4));

        Assert.Equal([0.5, 0, 0, 1, 1, 0, 1, 0, 0, 0], code.Doubles());
    }

    [Fact]
    public void Nobody_names_attributes_then_all_that_are_no_amounts_are_coded()
    {
        Assert.Equal(["hair", "glasses"], new AttributeCode(Faces).Attributes.Select(attribute => attribute.Name));
        Assert.Equal(["age"], new AttributeCode(Faces with { Attributes = [new("age")] }).Attributes.Select(attribute => attribute.Name));
    }

    [Theory]
    [InlineData("hair,agee", "options.attributes names agee; the data has hair, yaw, glasses, age")]
    [InlineData(" ,", "options.attributes names nothing; the data has hair, yaw, glasses, age")]
    [InlineData("hair,age,hair", "options.attributes names hair twice")]
    public void A_list_that_cannot_be_is_refused(string names, string says) =>
        Assert.Equal(says, Assert.Single(AttributeCode.Problems(Faces, names)).Text.ToString());

    // Three terms by hand: log 3 for a choice nobody knows, log 2 for a flag nobody knows, and for an amount the entropy of its truth where the head is right.
    [Fact]
    public void The_loss_is_the_mean_over_attributes_whatever_their_number()
    {
        var values = Tensor.From([2f, 0, 1, 45], 1, 4);
        var (one, all) = (new AttributeCode(Faces, "glasses"), new AttributeCode(Faces, "hair,glasses,age"));

        Assert.Equal(Math.Log(2), one.Loss(Tensor.Zeros([1, 1]), one.Of(values)).Item(), 1e-6);
        Assert.Equal((Math.Log(3) + Math.Log(2) + Math.Log(2)) / 3, all.Loss(Tensor.Zeros([1, 5]), all.Of(values)).Item(), 1e-6);
    }

    [Fact]
    public void What_a_sure_head_says_is_read_in_the_attributes_own_units()
    {
        var code = new AttributeCode(Faces, "hair,glasses,age");

        var read = code.Read(Tensor.From([-9f, -9, 9, 9, 0], 1, 5));

        Assert.Equal([2, 1, 45], read.Doubles());
        Assert.Equal(1, code.Accuracy(Tensor.From([-9f, -9, 9, 9, 0], 1, 5), code.Of(Tensor.From([2f, 0, 1, 45], 1, 4))), 1e-6);
        Assert.Equal(0, code.Accuracy(Tensor.From([-9f, -9, 9, 9, 0], 1, 5), code.Of(Tensor.From([1f, 0, 0, 60], 1, 4))), 1e-6);
    }

    [Fact]
    public void A_turn_asks_for_one_other_value_that_can_be_and_depends_on_the_sample_alone()
    {
        var code = new AttributeCode(Faces, "hair,glasses,age");
        var turned = new HashSet<int>();
        for (var age = 10; age < 80; age++)
        {
            float[] own = [2, 0.3f, 1, age];
            float[] first = [.. own], second = [.. own];
            code.Turn(first);
            code.Turn(second);
            Assert.Equal(first, second);
            var at = Assert.Single(Enumerable.Range(0, 4), i => first[i] != own[i]);
            turned.Add(at);
            Assert.True(at switch { 0 => first[0] == 0, 2 => first[2] == 0, _ => first[3] == 90 - age }, $"{at}: {first[at]}");
        }

        Assert.Equal([0, 2, 3], turned.Order());
    }

    public void Dispose() => _scope.Dispose();
}
