/**
 * The style of the box, with the colours of its survey. Light or dark as the page around it says it is: the browser's own
 * colours for paper and ink follow that. Where colours are not mixed (before 2023), lines and small words are of the ink's.
 */
export function boxStyle(accent: string, onAccent: string): string {
  return `:host{--a:${accent};--o:${onAccent};--m:color-mix(in srgb,CanvasText 75%,Canvas);--l:1px solid color-mix(in srgb,CanvasText 56%,Canvas)}
*{box-sizing:border-box}
.box{font:16px/1.5 system-ui,sans-serif;color:CanvasText;background:Canvas;border:var(--l);border-radius:12px;padding:16px;text-align:start;overflow:auto}
.corner{position:fixed;z-index:2147483000;bottom:16px;inset-inline-end:16px;width:min(400px,100vw - 32px);max-height:calc(100vh - 32px);box-shadow:0 8px 30px #0003}
h2,legend{font-size:17px;font-weight:600;line-height:1.35;margin:0 0 12px;padding:0;overflow-wrap:anywhere}
fieldset{border:0;margin:0;padding:0;min-width:0}
.scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(44px,1fr));gap:4px}
label{position:relative;cursor:pointer}
button,.scale label{font:inherit;color:inherit;background:none;border:var(--l);border-radius:8px;min-height:44px;min-width:44px;cursor:pointer}
button{padding:0 14px}
.scale label{display:grid;place-items:center}
.scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.go,.scale label:has(:checked){background:var(--a);border-color:var(--a);color:var(--o);font-weight:600}
label:hover{border-color:CanvasText!important}
label:has(:focus-visible),:focus-visible{outline:3px solid CanvasText;outline-offset:2px}
.bar{display:flex;gap:8px;margin:12px 0 0;flex-wrap:wrap}
.ends{display:flex;gap:16px;margin:6px 0 0;justify-content:space-between}
.ends,.quiet,.small{font-size:14px;font-weight:400;color:var(--m)}
a{color:inherit;display:inline-block;padding:10px 0}
.x{position:absolute;top:4px;inset-inline-end:4px}
.x,.quiet{border:0;padding:0 6px}
.quiet{text-decoration:underline}
.corner :is(h2,legend){padding-inline-end:36px}
.wrong{margin:8px 0 0;font-weight:600}
@media(forced-colors:active){label:has(:checked){outline:3px solid Highlight}}
@media print{.corner{display:none}}`;
}
