using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using static Adversa.Pages.PageText;

namespace Adversa.Pages;

/// <summary>Pictures of one thing over time.</summary>
/// <param name="Name">Plain text; empty where there is one film alone.</param>
/// <param name="Frames">PNG files with their steps, in order.</param>
public sealed record Film(string Name, IReadOnlyList<(long Step, byte[] Png)> Frames)
{
    /// <summary>Moves the films: the slider shows of each film its last picture up to a step.</summary>
    internal const string Script = """
        for (const group of document.querySelectorAll('.films')) {
          const steps = group.dataset.steps.split(',').map(Number), bar = group.querySelector('input');
          const said = group.querySelector('output'), play = group.querySelector('button');
          const show = () => {
            const step = steps[bar.value];
            for (const film of group.querySelectorAll('.film')) {
              let best = null;
              for (const img of film.querySelectorAll('img')) { img.hidden = true; if (!best || +img.dataset.step <= step) best = img; }
              if (best) best.hidden = false;
            }
            said.textContent = group.dataset.word + ' ' + step.toLocaleString(document.documentElement.lang);
            bar.setAttribute('aria-valuetext', said.textContent);
          };
          let timer = 0;
          const halt = () => { clearInterval(timer); timer = 0; play.textContent = '▶'; play.setAttribute('aria-pressed', 'false'); };
          bar.addEventListener('input', () => { halt(); show(); });
          play.addEventListener('click', () => {
            if (timer) return halt();
            if (+bar.value >= steps.length - 1) bar.value = 0;
            play.textContent = '⏸'; play.setAttribute('aria-pressed', 'true');
            timer = setInterval(() => { bar.value = +bar.value + 1; show(); if (+bar.value >= steps.length - 1) halt(); }, 250);
          });
          group.querySelector('.bar').hidden = steps.length < 2;
          show();
        }
        """;

    /// <summary>The films side by side under one slider.</summary>
    /// <param name="films">One or more; those without frames are left out.</param>
    /// <param name="smooth">Whether enlarged pixels may be blurred: for drawings, not for small pictures.</param>
    public static string Html(IReadOnlyList<Film> films, bool smooth)
    {
        ArgumentNullException.ThrowIfNull(films);
        var shown = films.Where(film => film.Frames.Count > 0).ToList();
        if (shown.Count == 0) return "";
        var steps = shown.SelectMany(film => film.Frames.Select(frame => frame.Step)).Distinct().Order().ToList();
        var html = new StringBuilder($"<div class=\"films{(films.Count == 1 ? " one" : "")}\" data-word=\"{Words.Step}\" data-steps=\"{string.Join(',', steps.Select(step => step.ToString(CultureInfo.InvariantCulture)))}\">\n<div class=\"row\">\n");
        foreach (var film in shown)
        {
            html.Append($"<figure class=\"film{(smooth ? " smooth" : "")}{(IsWide(film.Frames[^1].Png) ? " wide" : "")}\">");
            if (film.Name.Length > 0) html.Append($"<figcaption>{PageText.Name(film.Name)}</figcaption>");
            foreach (var (step, png) in film.Frames)
                html.Append(CultureInfo.InvariantCulture, $"<img data-step=\"{step}\"{(step == film.Frames[^1].Step ? "" : " hidden")} src=\"data:image/png;base64,{Convert.ToBase64String(png)}\" alt=\"{PageText.Html(film.Name)} {Words.SamplesAtStep} {step}\">\n");
            html.Append("</figure>\n");
        }

        return html.Append(CultureInfo.InvariantCulture, $"</div>\n<div class=\"bar\" hidden><button type=\"button\" aria-label=\"{Words.Play}\" aria-pressed=\"false\">▶</button><input type=\"range\" min=\"0\" max=\"{steps.Count - 1}\" value=\"{steps.Count - 1}\" aria-label=\"{Words.MomentOfTraining}\"><output></output></div>\n</div>\n").ToString();
    }

    /// <summary>Whether a picture is so wide that it needs a page's whole width, as a sheet with a column for each of many classes.</summary>
    private static bool IsWide(ReadOnlySpan<byte> png) => png.Length >= 24 && BinaryPrimitives.ReadInt32BigEndian(png[16..]) > 2L * BinaryPrimitives.ReadInt32BigEndian(png[20..]);
}
