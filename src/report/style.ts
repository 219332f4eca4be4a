/** The report's looks: a few tokens, light and dark, and a print style. */
import { Html } from "./html.ts";

export const STYLE = new Html(`
:root{--ground:#fbfaf7;--paper:#fff;--ink:#1d2a33;--soft:#51616d;--line:#d9dee2;--lot:#1f6f5c;--look:#b5651d;--none:#7b8790;--bad:#a3262e;--key:#1b5e9b}
@media (prefers-color-scheme:dark){:root{--ground:#12181d;--paper:#1a2229;--ink:#e6ebee;--soft:#a5b2bb;--line:#33404a;--lot:#58b79d;--look:#e0a060;--none:#8d9aa3;--bad:#f08a8f;--key:#7db8ee}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,"Segoe UI",Roboto,sans-serif}
main,header,footer{max-width:1080px;margin:0 auto;padding:0 24px}header{padding-top:36px}h1{font-size:26px;margin:0 0 4px;letter-spacing:-.01em}h2{font-size:18px;margin:40px 0 8px;padding-top:14px;border-top:1px solid var(--line)}h3{font-size:15px;margin:22px 0 6px}
p{margin:4px 0 10px}.soft,figcaption{color:var(--soft);font-size:13px}.notice{font-size:12px;color:var(--soft);margin:30px 0 50px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(180px,1fr));gap:12px;margin:18px 0}.card{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:12px 14px}.card b{display:block;font-size:26px;line-height:1.1}.card.lot b{color:var(--lot)}.card.look b{color:var(--look)}
.advice{border-left:4px solid var(--key);background:var(--paper);padding:10px 14px;margin:16px 0}
table{border-collapse:collapse;width:100%;background:var(--paper);font-size:13.5px}th,td{text-align:left;padding:5px 9px;border-bottom:1px solid var(--line);vertical-align:top}th{font-weight:600;color:var(--soft)}td.number{text-align:right;font-variant-numeric:tabular-nums}
code,.code{font-family:ui-monospace,Consolas,monospace;font-size:12.5px}
details{background:var(--paper);border:1px solid var(--line);border-radius:6px;margin:6px 0}details[open]{border-color:var(--key)}summary{cursor:pointer;padding:7px 11px;display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr) 70px;gap:10px;align-items:baseline}summary:focus-visible{outline:3px solid var(--key);outline-offset:1px}.inside{padding:2px 11px 12px}
.wide>summary{grid-template-columns:1fr}.facts{color:var(--soft);font-size:12.5px}.supports{color:var(--lot)}.assumed{color:var(--soft)}.contradicts{color:var(--bad);font-weight:600}.question{font-weight:600;color:var(--key)}
.chart{margin:10px 0;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:12px}.chart svg{width:100%;height:auto;font:12.5px system-ui,sans-serif}.chart text{fill:var(--ink)}.chart .tick,.chart .total{fill:var(--soft)}.axis{stroke:var(--line)}
.band-auto{fill:var(--lot)}.band-review{fill:url(#hatch);stroke:var(--look);stroke-width:1}.band-none{fill:none;stroke:var(--none);stroke-dasharray:3 2}.hatch-ground{fill:var(--paper)}.hatch-line{stroke:var(--look);stroke-width:4}.bar{fill:var(--key)}.chart .inside-auto{fill:var(--paper);font-weight:600}.chart .inside-review{font-weight:600;paint-order:stroke;stroke:var(--paper);stroke-width:4px}
.legend{display:flex;gap:18px;flex-wrap:wrap}.legend svg{width:18px;height:12px;vertical-align:-1px}
.error{color:var(--bad);font-weight:600}.warning{color:var(--look);font-weight:600}
@media print{body{background:#fff}details{break-inside:avoid}h2{break-after:avoid}}
`);
