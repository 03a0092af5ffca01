import { mix, textOn } from '@/lib/surveys/colour';
import { FONTS, type Look, paletteOf, type SchemeName, schemesOf } from '@/lib/surveys/look';

/** In rem: of the sheet, of buttons and points, of fields and choices. */
const RADII = { square: [0, 0, 0], soft: [0.75, 0.5, 0.5], round: [1.5, 1.375, 1] } as const;

/** The style of a survey's page, in the look of its owner. Eleven points stand in one line where they have room, else seven to a line. */
export function pageStyle(look: Look): string {
  const [first = 'light', second] = schemesOf(look);
  const [sheet, point, field] = RADII[look.corners];
  const font = look.font === 'page' ? FONTS.system : FONTS[look.font];
  // A logo is drawn for a light ground, unless its owner has no other than a dark one.
  const plate = second ? `.logo img{background:${look.paper};padding:.25rem;border-radius:.25rem}` : '';
  return `:root{color-scheme:${second ? 'light dark' : first};--accent:${look.accent};--on:${textOn(look.accent)};--sheet:${sheet}rem;--point:${point}rem;--field:${field}rem;${colours(look, first)}}
${second ? `@media(prefers-color-scheme:dark){:root{${colours(look, second)}}${plate}}` : ''}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:var(--ground);color:var(--ink);font:1rem/1.5 ${font};display:grid;place-items:center;padding:1rem}
main{width:100%;max-width:38rem;background:var(--paper);border-radius:var(--sheet);padding:1.5rem}
.logo{margin:0 0 1.25rem;line-height:0}
.logo img{height:2.5rem;max-width:100%;object-fit:contain;object-position:left}
[dir=rtl] .logo img{object-position:right}
h1,legend,.question{font-size:1.25rem;font-weight:600;line-height:1.35;margin:0 0 1rem;padding:0;overflow-wrap:anywhere}
fieldset{border:0;margin:0;padding:0;min-width:0}
.optional{font-size:.875rem;font-weight:400;color:var(--mute)}
.scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(clamp(1.8rem,(26rem - 100%)*99,12%),1fr));gap:.375rem}
.scale:has(>:nth-child(5):last-child){gap:.25rem}
.scale label,.choice{position:relative;display:flex;align-items:center;min-height:2.75rem;border:1px solid var(--line);border-radius:var(--point);cursor:pointer}
.choice{border-radius:var(--field)}
.scale label{justify-content:center}
.scale input{position:absolute;inset:0;opacity:0;margin:0;width:100%;height:100%;cursor:pointer}
.scale label:has(:checked){background:var(--accent);color:var(--on);border-color:var(--edge);font-weight:600}
.scale label:hover,.choice:hover{border-color:var(--ink)}
label:has(:focus-visible),a:focus-visible,button:focus-visible,input[type=text]:focus-visible,textarea:focus-visible,select:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.scale svg{width:1.75rem;height:1.75rem;fill:none;stroke:currentColor;stroke-width:1.5}
.stars label{border-color:transparent}
.stars label:has(:checked),.stars label:has(~label :checked){background:none;color:inherit;border-color:transparent}
.stars label:has(:checked) svg,.stars label:has(~label :checked) svg{fill:var(--edge)}
.ends{display:flex;justify-content:space-between;gap:1rem;margin:.5rem 0 0;font-size:.875rem;color:var(--mute)}
.choice{gap:.75rem;padding:.5rem .75rem;margin-bottom:.5rem}
.choice>:last-child{min-width:0;overflow-wrap:anywhere}
.choice input{flex:none;width:1.25rem;height:1.25rem;margin:0;accent-color:var(--edge)}
select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:var(--field);min-height:2.75rem;padding:0 .5rem;width:100%;min-width:0}
.place{display:flex;align-items:center;gap:.75rem;margin-bottom:.5rem}
.place span{min-width:1.25rem;text-align:end}
.row{margin-bottom:1.25rem}
.row legend{font-size:1rem;margin-bottom:.5rem}
.cells{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(7.5rem,100%),1fr));gap:.375rem}
.cells .choice{margin:0;padding:.5rem;gap:.5rem;overflow-wrap:anywhere}
input[type=text],textarea{width:100%;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:var(--field);padding:.625rem .75rem}
textarea{min-height:7rem;resize:vertical}
.bar{display:flex;align-items:center;gap:1rem;margin-top:1.5rem}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:0 1.25rem;border:1px solid var(--edge);border-radius:var(--point);background:var(--accent);color:var(--on);cursor:pointer}
.quiet{margin-top:1rem}
.quiet button{padding:0;border:0;background:none;color:var(--mute);font-weight:400;text-decoration:underline}
a{color:inherit;display:inline-block;padding:.5rem 0}
.step{margin-inline-start:auto;font-size:.875rem;color:var(--mute)}
.privacy{margin:1.5rem 0 0;font-size:.875rem;color:var(--mute);overflow-wrap:anywhere}
.privacy a{padding:.25rem 0}
.error{margin:0 0 1rem;padding:.625rem .75rem;border:2px solid #dc2626;border-radius:.5rem}
.mark{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media(max-width:26rem){main{padding:1rem}}
@media(forced-colors:active){.scale label:has(:checked){outline:3px solid Highlight}}`;
}

function colours(look: Look, scheme: SchemeName): string {
  const { paper, ink, mute, line, edge } = paletteOf(look, scheme);
  // Behind the sheet: a little darker than it.
  const ground = scheme === 'light' ? mix(ink, paper, 0.05) : mix('#000000', paper, 0.5);
  return `--ink:${ink};--mute:${mute};--line:${line};--paper:${paper};--edge:${edge};--ground:${ground}`;
}
