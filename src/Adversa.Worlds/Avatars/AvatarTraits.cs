namespace Adversa.Worlds.Avatars;

/// <summary>Colour of hair, brows and beard in <see cref="AvatarsWorld"/>.</summary>
public enum AvatarHairColour
{
    /// <summary>Nearly black.</summary>
    Black,

    /// <summary>Dark brown.</summary>
    Brown,

    /// <summary>Blond.</summary>
    Blond,

    /// <summary>Copper red.</summary>
    Red,

    /// <summary>Silver grey, at any age.</summary>
    Grey,

    /// <summary>Dyed blue.</summary>
    Blue,
}

/// <summary>How the hair is worn.</summary>
public enum AvatarHairStyle
{
    /// <summary>No hair; brows remain.</summary>
    Bald,

    /// <summary>A short crop.</summary>
    Short,

    /// <summary>Short with a side parting.</summary>
    Parted,

    /// <summary>To the jaw, with a fringe.</summary>
    Bob,

    /// <summary>Over the shoulders.</summary>
    Long,

    /// <summary>Large curls.</summary>
    Curly,

    /// <summary>Drawn back into a bun on the crown.</summary>
    Bun,

    /// <summary>A crest, the sides shaved.</summary>
    Mohawk,
}

/// <summary>What the face expresses.</summary>
public enum AvatarExpression
{
    /// <summary>At rest.</summary>
    Neutral,

    /// <summary>Closed lips, corners up.</summary>
    Smile,

    /// <summary>Open mouth with teeth, narrowed eyes.</summary>
    Laugh,

    /// <summary>Corners down, brows raised in the middle.</summary>
    Sad,

    /// <summary>Round mouth, wide eyes, high brows.</summary>
    Surprised,
}

/// <summary>Hair on the face, in the colour of the hair.</summary>
public enum AvatarBeard
{
    /// <summary>Shaven.</summary>
    None,

    /// <summary>A moustache.</summary>
    Moustache,

    /// <summary>A full beard with a moustache.</summary>
    Full,
}

/// <summary>What is worn at the neck.</summary>
public enum AvatarClothes
{
    /// <summary>A round neckline.</summary>
    Round,

    /// <summary>A shirt with a collar.</summary>
    Shirt,

    /// <summary>A high rolled collar.</summary>
    Turtleneck,
}

/// <summary>The parts of which every pixel has a share.</summary>
public enum AvatarPart
{
    /// <summary>Behind everything.</summary>
    Background,

    /// <summary>Clothes.</summary>
    Clothes,

    /// <summary>Head, ears and neck, with their shading and wrinkles.</summary>
    Skin,

    /// <summary>The nose's own lines and light.</summary>
    Nose,

    /// <summary>Lips, teeth, the open mouth.</summary>
    Mouth,

    /// <summary>Eyes and lashes.</summary>
    Eyes,

    /// <summary>Eyebrows.</summary>
    Brows,

    /// <summary>Beard and moustache.</summary>
    Beard,

    /// <summary>Hair of the head.</summary>
    Hair,

    /// <summary>Glasses.</summary>
    Glasses,
}
