/**
 * The style of the box, with the colours of its survey. Light or dark as the page around it says it is: the browser's own
 * colours for paper and ink follow that. Eleven points stand in one line where they have room, else seven to a line. Where colours are not mixed (before 2023), lines and small words are of the ink's.
 */
export function boxStyle(accent: string, onAccent = '#fff'): string {
  return `:host{--a:${accent};--o:${onAccent};--m:color-mix(in srgb,CanvasText 75%,Canvas);--l:1px solid color-mix(in srgb,CanvasText 56%,Canvas)}\
*{box-sizing:border-box}\
.box{font:16px/1.5 system-ui,sans-serif;color:CanvasText;background:Canvas;border:var(--l);border-radius:12px;padding:16px;text-align:start;overflow:auto}\
.corner{position:fixed;z-index:2147483000;bottom:16px;inset-inline-end:16px;width:min(400px,100vw - 32px);max-height:calc(100vh - 32px);box-shadow:0 8px 30px #0003}\
h2,legend{font-size:17px;line-height:1.35;margin:0 0 12px;padding:0;overflow-wrap:anywhere;font-weight:600}\
fieldset{border:0;margin:0;padding:0;min-width:0}\
.scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(clamp(29px,(366px - 100%)*99,12%),1fr));gap:4px}\
label{position:relative}\
button,.scale label{font:inherit;color:inherit;background:none;border:var(--l);border-radius:8px;min-height:44px;cursor:pointer}\
button{min-width:44px;padding:0 14px}\
.scale label{display:grid;place-items:center}\
.scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}\
.go,.scale label:has(:checked){background:var(--a);border-color:var(--a);color:var(--o);font-weight:600}\
label:has(:focus-visible),:focus-visible{outline:3px solid CanvasText;outline-offset:2px}\
.bar,.ends{display:flex;gap:8px;flex-wrap:wrap}\
.bar,.ends,.wrong{margin:10px 0 0}\
.ends{justify-content:space-between}\
.ends,.quiet,.small{font-size:14px;font-weight:400;color:var(--m)}\
.x{position:absolute;top:4px;inset-inline-end:4px}\
.x,.quiet{border:0;padding:0 6px}\
.quiet{text-decoration:underline}\
.corner :is(h2,legend){padding-inline-end:36px}`;
}

/** What nobody sees before the question stands: comes with what follows it. */
export const LATER_STYLE = `.wrong{font-weight:600}label:hover{border-color:CanvasText!important}@media(forced-colors:active){label:has(:checked){outline:3px solid Highlight}}@media print{.corner{display:none}}`;
