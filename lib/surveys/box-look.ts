import { FONTS, type Look, lookSchema, type Palette, paletteOf, schemesOf } from '@/lib/surveys/look';

/** In pixels: of the box, of buttons and points, of fields and choices; soft ones are the box's own. */
const RADII = { square: [0, 0, 0], round: [24, 22, 16] } as const;
const PRESET = lookSchema.parse({});

/**
 * What the style of the box (`lib/widget/box-style.ts`) says otherwise for this look; empty for the look that it has anyway, so
 * that such a survey weighs nothing more. Without colours of its own the box is as light or dark as the page around it.
 */
export function boxLook(look: Look): string {
  return [
    look.scheme !== 'auto' && `:host{color-scheme:${look.scheme}}`,
    hasOwnColours(look) && whereKnown(colours(look)),
    whereKnown(edge(look)),
    look.corners !== 'soft' && corners(RADII[look.corners]),
    look.font !== 'system' && `.box,button{font-family:${FONTS[look.font]}}`,
    look.logo && logo(look),
  ]
    .filter(Boolean)
    .join('');
}

/** Browsers from before 2024 do not know colours for light and dark: there the box keeps its own. */
function whereKnown(css: string): string {
  return css.includes('light-dark(') ? `@supports(color:light-dark(#000,#fff)){${css}}` : css;
}

function hasOwnColours(look: Look): boolean {
  return schemesOf(look).some((scheme) =>
    scheme === 'light'
      ? look.paper !== PRESET.paper || look.ink !== PRESET.ink
      : look.darkPaper !== PRESET.darkPaper || look.darkInk !== PRESET.darkInk,
  );
}

function colours(look: Look): string {
  const of = (part: keyof Palette) => inScheme(look, (palette) => palette[part]);
  return `:host{--m:${of('mute')};--l:1px solid ${of('line')}}.box{color:${of('ink')};background:${of('paper')}}.box label:hover{border-color:${of('ink')}!important}.box label:has(:focus-visible),.box :focus-visible{outline-color:${of('ink')}}.box select{background:${of('paper')}}`;
}

/** Where the accent does not stand out from the box, what is filled with it has an edge that does, and small shapes are filled with that: stars and marks. */
function edge(look: Look): string {
  const needed = schemesOf(look).some((scheme) => paletteOf(look, scheme).edge !== look.accent);
  return needed
    ? `:host{--e:${inScheme(look, (palette) => palette.edge)}}.box .go,.box label:has(:checked){border-color:var(--e)}`
    : '';
}

function corners([box, point, field]: readonly [number, number, number]): string {
  return `.box{border-radius:${box}px}button,.box button,.box .scale label{border-radius:${point}px}.box :is(.text,.choice,select){border-radius:${field}px}`;
}

function logo(look: Look): string {
  // As on the survey's page: drawn for a light ground, unless its owner has no other than a dark one.
  const plate =
    look.scheme === 'auto' ? whereKnown(`canvas{background:light-dark(#0000,${look.paper})}`) : '';
  return `.logo{height:32px;margin:0 0 12px;margin-inline-end:44px}canvas{height:32px;max-width:100%;object-fit:contain;border-radius:4px}${plate}`;
}

/** A colour of the scheme that holds: the page's where both may be. */
function inScheme(look: Look, pick: (palette: Palette) => string): string {
  const [one = '', other = one] = schemesOf(look).map((scheme) => pick(paletteOf(look, scheme)));
  return one === other ? one : `light-dark(${one},${other})`;
}
