namespace Adversa.Pages;

/// <summary>The style sheet of a report's page: light or dark as the reader's system is, one column on a phone.</summary>
public static class PageStyle
{
    /// <summary>The rules.</summary>
    public const string Css = """
        :root{color-scheme:light dark;--ground:#f6f7f9;--card:#fff;--ink:#1c2330;--soft:#5b6577;--line:#dfe3ea;--good:#00795a;--look:#a05a00;--bad:#b3400a;--note:#00629b;--fill:#e9edf3;--c0:#0072b2;--c1:#b34700;--c2:#007a5e;--c3:#8f4b7a;--c4:#806000;--c5:#4a5568}
        @media(prefers-color-scheme:dark){:root{--ground:#12151b;--card:#1b2029;--ink:#e7eaf0;--soft:#a0a9b8;--line:#2e3542;--good:#3ecfa3;--look:#f0b042;--bad:#ff8a4c;--note:#6cbcf0;--fill:#262d39;--c0:#56b4e9;--c1:#ff8f3f;--c2:#2fc99b;--c3:#e29bc6;--c4:#e6c84a;--c5:#b3bccb}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
        main,header,footer{max-width:1120px;margin:0 auto;padding:0 24px}
        header{padding-top:36px}
        h1{font-size:30px;line-height:1.2;margin:0 0 4px;overflow-wrap:anywhere}
        h2{font-size:21px;margin:40px 0 12px}
        pre{margin:0}
        pre code{white-space:pre;overflow-x:auto}
        h3{font-size:17px;margin:0;display:flex;gap:10px;align-items:center;flex-wrap:wrap}
        p{margin:4px 0 0}
        .soft{color:var(--soft)}
        .path{overflow-wrap:anywhere;font-size:14px}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:14px;margin:22px 0 0;padding:0;list-style:none}
        .card,section.kind,.panel{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:16px 18px}
        .card b{display:block;font-size:28px;line-height:1.15;font-variant-numeric:tabular-nums}
        .card b.long{font-size:20px;padding:4px 0}
        .card span{color:var(--soft);font-size:14px}
        .share{display:flex;height:12px;border-radius:6px;overflow:hidden;background:var(--fill);margin-top:18px;gap:2px}
        .share i{display:block;min-width:3px}
        .good{color:var(--good)}.look{color:var(--look)}.bad{color:var(--bad)}.note{color:var(--note)}
        i.good{background:var(--good)}i.look{background:var(--look)}i.bad{background:var(--bad)}
        .badge{font-size:12px;font-weight:600;border:1px solid currentColor;border-radius:99px;padding:1px 10px}
        .count{font-variant-numeric:tabular-nums}
        section.kind{margin:0 0 14px}
        .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(132px,1fr));gap:12px;margin:14px 0 0}
        .sample{grid-template-columns:repeat(auto-fill,minmax(96px,1fr))}
        figure{margin:0;font-size:12.5px;line-height:1.35}
        figure img{display:block;width:100%;max-width:160px;aspect-ratio:1;object-fit:contain;border-radius:8px;background:#0003;border:1px solid var(--line)}
        figcaption{margin-top:5px;overflow-wrap:anywhere}
        bdi{unicode-bidi:isolate}
        .groups{display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:12px;margin-top:14px}
        .group{display:flex;flex-wrap:wrap;gap:10px;padding:10px;border:1px solid var(--line);border-radius:10px;align-items:flex-start}
        .group figure{width:96px}
        .none{display:grid;place-items:center;width:96px;aspect-ratio:1;border-radius:8px;background:var(--fill);color:var(--soft)}
        table{border-collapse:collapse;width:100%;font-size:14px;margin-top:10px}
        caption{text-align:left;color:var(--soft);padding-bottom:4px}
        th,td{text-align:left;padding:6px 10px 6px 0;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
        td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;overflow-wrap:normal}
        a{color:inherit}
        details{margin-top:12px}
        summary{cursor:pointer;color:var(--soft);font-size:14px}
        :focus-visible{outline:3px solid var(--note);outline-offset:2px}
        svg{display:block;width:100%;height:auto;margin-top:8px}
        svg text{fill:var(--ink);font-size:13px;font-family:inherit}
        svg .quiet{fill:var(--soft)}
        svg rect{fill:var(--note)}
        svg rect.under{fill:var(--look)}
        .two{display:grid;grid-template-columns:repeat(auto-fit,minmax(340px,1fr));gap:14px}
        code{display:block;background:var(--fill);border-radius:8px;padding:12px 14px;margin-top:8px;font:14px/1.5 ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
        img[hidden]{display:none}
        .films{display:grid;gap:12px}
        .row{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,280px),1fr));gap:14px}
        .film figcaption{margin:0 0 6px;font-size:14px}
        .film img{max-width:100%;aspect-ratio:auto;background:none;image-rendering:pixelated}
        .neighbours img{max-width:100%;image-rendering:pixelated}
        .film.smooth img{image-rendering:auto}
        .one .film img{width:min(100%,620px)}
        .one .film.wide img{width:100%}
        .bar{display:flex;gap:12px;align-items:center;flex-wrap:wrap}
        .bar[hidden]{display:none}
        .bar input{flex:1 1 200px;min-height:44px;accent-color:var(--note)}
        .bar output{font-variant-numeric:tabular-nums;min-width:9em}
        button{font:inherit;min-width:44px;min-height:44px;border-radius:10px;border:1px solid var(--line);background:var(--fill);color:var(--ink);cursor:pointer}
        .chart{border-radius:8px}
        .chart.dots{max-width:760px}
        .panel+.panel{margin-top:14px}
        .two>.panel+.panel{margin-top:0}
        .chart path{fill:none;stroke-width:2;stroke-linejoin:round}
        .chart .raw{stroke-width:1;opacity:.3}
        .chart .band{stroke:none;opacity:.15}
        .chart .rule{stroke:var(--line);stroke-width:1}
        .c0{stroke:var(--c0);color:var(--c0)}.c1{stroke:var(--c1);color:var(--c1)}.c2{stroke:var(--c2);color:var(--c2)}.c3{stroke:var(--c3);color:var(--c3)}.c4{stroke:var(--c4);color:var(--c4)}.c5{stroke:var(--c5);color:var(--c5)}
        .chart .band{fill:currentColor}
        .chart circle{fill:currentColor}
        .legend{display:flex;flex-wrap:wrap;gap:4px 16px;margin:6px 0 0;padding:0;list-style:none;font-size:14px}
        .legend svg{display:inline-block;width:26px;height:10px;margin:0 6px 0 0}
        .chart .reach{stroke:var(--ink);stroke-width:1.5}
        .chart.bars{max-width:760px}
        .chart.bars text{paint-order:stroke;stroke:var(--card);stroke-width:4px}
        .wide+h3{margin-top:18px}
        .key{color:var(--soft);font:12.5px ui-monospace,"DejaVu Sans Mono",monospace;white-space:nowrap}
        .card em{display:block;font-style:normal;font-size:13px;color:var(--soft)}
        .verdict{margin:14px 0 0;padding-left:20px;font-size:18px}
        .wide{overflow-x:auto}
        h2+p{margin:0 0 12px}
        .wide th{overflow-wrap:normal}
        .two>.panel{min-width:0}
        td.n b,th.n b{font-weight:600}
        footer{padding-top:8px;padding-bottom:48px}
        @media(max-width:600px){main,header,footer{padding-left:14px;padding-right:14px}.two,.groups{grid-template-columns:1fr}}
        @media print{body{background:#fff}.card,section.kind,.panel{break-inside:avoid}}
        """;
}
