// The style of the report of `winnow site add`.
#pragma once

#include <string_view>

namespace winnow::app {

inline constexpr std::string_view kReportStyle = R"(
:root{color-scheme:light dark;--page:#f4f5f7;--card:#fff;--ink:#1c2128;--soft:#5b6470;--line:#d9dde3;--accent:#0b5cad;
--good:#1a7f37;--bad:#b3261e;--chip:#e8edf4}
@media (prefers-color-scheme:dark){:root{--page:#12151a;--card:#1b2027;--ink:#e6e9ee;--soft:#9aa4b2;--line:#323a45;
--accent:#7ab7ff;--good:#5ec27a;--bad:#ff8a80;--chip:#2a323d}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:4rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",sans-serif}
.frame{max-width:1680px;margin:0 auto;padding:0 clamp(12px,2.5vw,40px)}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
.skip{position:absolute;inset-inline-start:-999rem}
.skip:focus{inset-inline-start:8px;top:8px;z-index:2;background:var(--card);padding:8px 14px}
header.frame{padding-top:28px;padding-bottom:8px}
header p{margin:4px 0;color:var(--soft)}
h1{margin:0;font-size:clamp(1.5rem,3.5vw,2.1rem);line-height:1.2;overflow-wrap:anywhere}
h2{margin:36px 0 12px;font-size:1.25rem}
h3{margin:0;font-size:1rem}
nav{position:sticky;top:0;z-index:1;background:var(--page);border-bottom:1px solid var(--line)}
nav ul{display:flex;flex-wrap:wrap;gap:4px 22px;margin:0;padding:10px 0;list-style:none}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:18px 0 24px;padding:0;
list-style:none}
.figures li{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:12px 16px;color:var(--soft)}
.figures b{display:block;color:var(--ink);font-size:1.6rem;line-height:1.2;font-variant-numeric:tabular-nums}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:0 0 16px;overflow:hidden}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.94rem}
th,td{padding:8px 14px;text-align:start;vertical-align:top;border-top:1px solid var(--line);overflow-wrap:anywhere}
thead th{border-top:0;color:var(--soft);font-weight:600;white-space:nowrap}
td.number,th.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap;overflow-wrap:normal}
td.key{white-space:nowrap;overflow-wrap:normal}
td.title{min-width:16rem}
td.address{min-width:14rem;font-size:.88rem}
code,pre{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;font-size:.87rem}
pre{margin:0;padding:14px 16px;overflow-x:auto;line-height:1.5;tab-size:2}
summary{cursor:pointer;padding:12px 16px;font-weight:600}
summary .when{color:var(--soft);font-weight:400;font-variant-numeric:tabular-nums;margin-inline-end:10px}
details[open]>summary{border-bottom:1px solid var(--line)}
.address-line{margin:0;scroll-margin-top:7.5rem;padding:8px 16px;font-size:.88rem;overflow-wrap:anywhere}
.pair{display:grid;grid-template-columns:1fr 1fr}
.pair>div{min-width:0;padding:14px 16px}
.pair>div+div{border-inline-start:1px solid var(--line)}
.pair h3{margin-bottom:10px;color:var(--soft);font-size:.82rem;font-weight:600;letter-spacing:.06em;
text-transform:uppercase}
iframe{display:block;width:100%;height:78vh;min-height:420px;border:1px solid var(--line);border-radius:6px;
background:#fff;
color-scheme:light}
.stored{max-height:calc(78vh + 40px);overflow-y:auto}
dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 16px;margin:0 0 14px;padding:0 0 14px;
border-bottom:1px solid var(--line);font-size:.92rem}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
.missing{color:var(--bad)}
.text{max-width:46rem;overflow-wrap:anywhere}
.text p,.text blockquote,.text ul,.text ol{margin:0 0 .8em}
.text blockquote{padding-inline-start:14px;border-inline-start:3px solid var(--line);color:var(--soft)}
.text h4,.text h5,.text h6{margin:1.1em 0 .4em;font-size:1.02rem}
.media{color:var(--soft);font-size:.88rem}
.media b,.chip{display:inline-block;padding:0 8px;border-radius:9px;background:var(--chip);color:var(--soft);
font-size:.78rem;font-weight:600}
.removed{margin:10px 0 0;padding:0;list-style:none;font-size:.88rem;color:var(--soft)}
.removed li{margin:3px 0;overflow-wrap:anywhere}
.stored details summary{padding:8px 0;font-size:.9rem;border:0}
.note{padding:14px 16px;color:var(--soft)}
footer{margin:40px 0 24px;color:var(--soft);font-size:.88rem}
@media (max-width:900px){.pair{grid-template-columns:1fr}.pair>div+div{border-inline-start:0;
border-top:1px solid var(--line)}
iframe{height:60vh}.stored{max-height:none}th,td{padding:7px 10px}}
@media print{nav,iframe{display:none}.card{break-inside:avoid}}
)";

}  // namespace winnow::app
