namespace Adversa.Imaging.Views;

/// <summary>The view of each kind of field.</summary>
public static class FieldViews
{
    private static readonly Dictionary<FieldKind, IFieldView> All = new()
    {
        [FieldKind.Image] = new ImageView(),
        [FieldKind.Points] = new PointsView(),
        [FieldKind.Mask] = new MaskView(),
        [FieldKind.Tokens] = new TokensView(),
        [FieldKind.Label] = new NumbersView(),
        [FieldKind.Attributes] = new NumbersView(),
    };

    /// <summary>The view of a field.</summary>
    /// <param name="field">The field.</param>
    public static IFieldView View(this Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return All[field.Kind];
    }

    /// <summary>The view of what is drawn.</summary>
    /// <param name="schema">The samples.</param>
    public static IFieldView View(this SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return All[schema.Kind];
    }
}
