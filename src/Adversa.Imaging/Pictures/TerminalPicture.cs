using System.Globalization;
using System.Text;
using Adversa.Formats.Png;

namespace Adversa.Imaging.Pictures;

/// <summary>Shows a picture in a terminal: each character stands for two pixels, one above the other.</summary>
public static class TerminalPicture
{
    private const string Ramp = " .:-=+*#%@";
    private const char UpperHalf = '▀';
    private const string Reset = "\u001b[0m";

    /// <summary>Turns a picture into lines of text.</summary>
    /// <param name="picture">The picture; shrunk by a whole factor, averaging, when it is wider than the terminal.</param>
    /// <param name="maxColumns">Characters in a line; 1 or more.</param>
    /// <param name="colours">What the terminal can show. Without colour the lines are plain ASCII, free of escape sequences.</param>
    public static IReadOnlyList<string> Lines(Raster picture, int maxColumns, TerminalColours colours)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxColumns, 1);
        var factor = (picture.Width + maxColumns - 1) / maxColumns;
        var (width, height) = ((picture.Width + factor - 1) / factor, (picture.Height + factor - 1) / factor);
        var lines = new List<string>((height + 1) / 2);
        for (var y = 0; y < height; y += 2)
        {
            var line = new StringBuilder();
            var last = "";
            for (var x = 0; x < width; x++)
            {
                var top = Mean(picture, x, y, factor);
                var bottom = y + 1 < height ? Mean(picture, x, y + 1, factor) : (0, 0, 0);
                if (colours == TerminalColours.None)
                {
                    line.Append(Ramp[(Grey(top) + Grey(bottom)) * Ramp.Length / 511]);
                    continue;
                }

                var style = colours == TerminalColours.TrueColour ? True(top, bottom) : Indexed(top, bottom);
                if (style != last) line.Append(style);
                last = style;
                line.Append(UpperHalf);
            }

            lines.Add(colours == TerminalColours.None ? line.ToString().TrimEnd() : line.Append(Reset).ToString());
        }

        return lines;
    }

    private static (int R, int G, int B) Mean(Raster picture, int column, int row, int factor)
    {
        var (r, g, b, count) = (0L, 0L, 0L, 0L);
        for (var y = row * factor; y < Math.Min((row + 1) * factor, picture.Height); y++)
            for (var x = column * factor; x < Math.Min((column + 1) * factor, picture.Width); x++)
            {
                var colour = picture.At(x, y);
                (r, g, b, count) = (r + colour.R, g + colour.G, b + colour.B, count + 1);
            }

        return ((int)(r / count), (int)(g / count), (int)(b / count));
    }

    private static int Grey((int R, int G, int B) c) => (299 * c.R + 587 * c.G + 114 * c.B) / 1000;

    private static string True((int R, int G, int B) top, (int R, int G, int B) bottom) => string.Create(CultureInfo.InvariantCulture,
        $"\u001b[38;2;{top.R};{top.G};{top.B};48;2;{bottom.R};{bottom.G};{bottom.B}m");

    private static string Indexed((int R, int G, int B) top, (int R, int G, int B) bottom) => string.Create(CultureInfo.InvariantCulture,
        $"\u001b[38;5;{Index(top)};48;5;{Index(bottom)}m");

    /// <summary>The nearest of xterm's 24 greys, black and white, or of its 6x6x6 colours.</summary>
    private static int Index((int R, int G, int B) c)
    {
        if (c.R != c.G || c.G != c.B) return 16 + 36 * Cube(c.R) + 6 * Cube(c.G) + Cube(c.B);
        return c.R < 4 ? 16 : c.R > 246 ? 231 : 232 + Math.Clamp((c.R - 3) / 10, 0, 23);
    }

    private static int Cube(int level) => level < 48 ? 0 : level < 115 ? 1 : (level - 35) / 40;
}
