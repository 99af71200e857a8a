using Adversa.Data.Names;
using Adversa.Formats;
using Adversa.Worlds.Digits;

namespace Adversa.Data.Tests.Names;

public class ClassListTests
{
    [Theory]
    [InlineData("cat dog s4", "s4", 2)]
    [InlineData("cat dog s4", " s4 ", 2)]
    [InlineData("cat dog s4", "1", 1)]
    [InlineData("cat dog s4", "3", null)]
    [InlineData("cat dog s4", "S4", null)]
    [InlineData("1 2 10", "1", 0)]               // the name wins over the number
    [InlineData("1 2 10", "10", 2)]
    [InlineData("1 2 10", "01", 0)]
    [InlineData("1 2 10", "2.0", 1)]
    [InlineData("1 2 10", "0", 0)]               // no class has that name
    [InlineData("1 2 10", "3", null)]
    [InlineData("01 1", "1", 1)]
    [InlineData("-1 0 1", "-1", 0)]
    public void A_class_is_found_by_its_name_or_else_by_its_number(string names, string asked, int? expected) => Assert.Equal(expected, ClassList.Find(names.Split(' '), asked));

    [Fact]
    public void Numbers_are_the_names_where_nothing_else_is()
    {
        Assert.Equal(["0", "1", "2"], ClassList.Numbers(3));
        Assert.Empty(ClassList.Numbers(0));
        Assert.Equal("999", ClassList.Numbers(1000)[^1]);
        Assert.Equal(Enumerable.Range(0, 10).Select(k => $"{k}"), ((ISampleSource)new DigitsWorld()).ClassNames);
    }

    [Theory]
    [InlineData("0", "-0.00", "0")]
    [InlineData("100", "1e2", "100")]
    [InlineData("-0.5", "-.5", "-0.5")]
    [InlineData("1e300", "10E+299", "1e300")]
    [InlineData("12345678901234567890123", "12345678901234567890123.0", "12345678901234567890123")]
    public void Equal_numbers_have_one_shortest_form(string one, string other, string form)
    {
        Assert.Equal(form, WrittenNumber.Read(one).ToString());
        Assert.Equal(WrittenNumber.Read(one), WrittenNumber.Read(other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1e")]
    [InlineData("e1")]
    [InlineData("1,5")]
    [InlineData("0x1")]
    [InlineData("NaN")]
    [InlineData("1 2")]
    [InlineData("1e999999999999")]
    public void Other_texts_are_no_numbers(string text) => Assert.Null(WrittenNumber.Read(text));
}
