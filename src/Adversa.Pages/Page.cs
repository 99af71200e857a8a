using System.Security.Cryptography;
using System.Text;
using static Adversa.Pages.PageText;

namespace Adversa.Pages;

/// <summary>A page that needs nothing else: no network, pictures inside, and of scripts only the one that moves its films.</summary>
public static class Page
{
    private const int LongValue = 8;

    /// <summary>Writes the whole page.</summary>
    /// <param name="page">Receives HTML; stays open.</param>
    /// <param name="title">Plain text.</param>
    /// <param name="header">HTML above the line.</param>
    /// <param name="main">HTML of the page itself.</param>
    /// <param name="footer">HTML of its end; empty for none.</param>
    /// <remarks>The page forbids itself everything but its own style, pictures and that script, named by its hash: text from files cannot become code even if an escape
    /// were forgotten.</remarks>
    public static void Write(TextWriter page, string title, string header, string main, string footer = "")
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Write($"""
            {Head(title, $"; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Film.Script)))}'; base-uri 'none'; form-action 'none'")}
            <body>
            <header>
            {header}
            </header>
            <main>
            {main}
            </main>
            <footer>
            {footer}
            </footer>
            <script>{Film.Script}</script>
            </body>
            </html>

            """);
    }

    /// <summary>All that stands before the body: language, style, and what the page forbids itself.</summary>
    /// <param name="title">Plain text.</param>
    /// <param name="policy">More of the policy, behind one that allows style and pictures of the page's own and nothing else; begins with a semicolon.</param>
    public static string Head(string title, string policy = "") => $"""
        <!doctype html>
        <html lang="{Words.LanguageTag}">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:{policy}">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <title>{Html(title)}</title>
        <style>{PageStyle.Css}</style>
        </head>
        """;

    /// <summary>A number with what it counts, for the row at the top.</summary>
    /// <param name="value">Text of the number.</param>
    /// <param name="what">What it is.</param>
    /// <param name="style">Empty, or <c>good</c>, <c>look</c>, <c>bad</c>.</param>
    /// <param name="beside">What it compares with; empty for nothing.</param>
    public static string Card(string value, string what, string style = "", string beside = "") =>
        $"<li class=\"card\"><b class=\"{style}{(value.Length > LongValue ? " long" : "")}\">{Html(value)}</b><span>{Html(what)}</span>{(beside.Length > 0 ? $"<em>{Html(beside)}</em>" : "")}</li>\n";

    /// <summary>A table with a caption; wide ones scroll in themselves.</summary>
    /// <param name="caption">Plain text.</param>
    /// <param name="heads">Plain text of each column; one that begins with <c>#</c> holds numbers.</param>
    /// <param name="rows">HTML of each cell; the first of a row names it.</param>
    public static string Table(string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(heads);
        ArgumentNullException.ThrowIfNull(rows);
        string Style(int i) => heads[i].StartsWith('#') ? " class=\"n\"" : "";
        var html = new StringBuilder($"<div class=\"wide\"><table><caption>{Html(caption)}</caption><thead><tr>");
        for (var i = 0; i < heads.Count; i++) html.Append($"<th scope=\"col\"{Style(i)}>{Html(heads[i].TrimStart('#'))}</th>");
        html.Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Count; i++) html.Append(i == 0 ? $"<th scope=\"row\"{Style(i)}>{row[i]}</th>" : $"<td{Style(i)}>{row[i]}</td>");
            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }
}
