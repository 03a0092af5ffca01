/** The style of the box, with the colours of its survey. Light or dark as the page around it says it is. */
export function boxStyle(accent: string, onAccent: string): string {
  return `:host{--accent:${accent};--on:${onAccent};--ink:#18181b;--mute:#52525b;--line:#85858f;--paper:#fff}
@supports(color:light-dark(red,red)){:host{--ink:light-dark(#18181b,#f4f4f5);--mute:light-dark(#52525b,#b4b4bd);--line:light-dark(#85858f,#8b8b95);--paper:light-dark(#fff,#18181b)}}
*{box-sizing:border-box}
.box{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:16px;text-align:start;overflow:auto}
.corner{position:fixed;z-index:2147483000;bottom:16px;inset-inline-end:16px;width:min(400px,calc(100vw - 32px));max-height:calc(100vh - 32px);box-shadow:0 8px 30px #0003}
h2,legend{font-size:17px;font-weight:600;line-height:1.35;margin:0 0 12px;padding:0;overflow-wrap:anywhere}
fieldset{border:0;margin:0;padding:0;min-width:0}
.scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(44px,1fr));gap:4px}
label{position:relative;cursor:pointer}
.scale label{display:flex;align-items:center;justify-content:center;min-height:44px;border:1px solid var(--line);border-radius:8px}
.scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.scale label:has(:checked){background:var(--accent);border-color:var(--accent);color:var(--on);font-weight:600}
label:hover{border-color:var(--ink)!important}
label:has(:focus-visible),button:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.ends{display:flex;justify-content:space-between;gap:16px;margin:6px 0 0;font-size:14px;color:var(--mute)}
button{font:inherit;min-height:44px;min-width:44px;padding:0 14px;border:1px solid var(--line);border-radius:8px;background:none;color:inherit;cursor:pointer}
a{color:inherit;display:inline-block;padding:10px 0}
.go{background:var(--accent);border-color:var(--accent);color:var(--on);font-weight:600}
.x{position:absolute;top:4px;inset-inline-end:4px;border:0;padding:0}
.corner :is(h2,legend){padding-inline-end:36px}
.bar{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin-top:12px}
.quiet{border:0;padding:0 6px;font-size:14px;color:var(--mute);text-decoration:underline}
.wrong{margin:8px 0 0;font-weight:600}
.small{font-size:14px;font-weight:400;color:var(--mute)}
@media print{.corner{display:none}}`;
}
