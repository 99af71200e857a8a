namespace Adversa.Imaging.Views;

/// <summary>Classes and attributes: numbers beside what is shown, and nothing to look at themselves.</summary>
internal sealed class NumbersView : IFieldView;
