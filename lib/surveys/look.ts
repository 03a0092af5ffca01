import { z } from 'zod';
import { contrastOf, mix, textOn } from '@/lib/surveys/colour';

/** Light or dark as the browser wishes, or always the one. */
export const schemes = ['auto', 'light', 'dark'] as const;
export const cornerNames = ['square', 'soft', 'round'] as const;

/** Fonts that devices bring along, so that nothing is fetched. Source of the stacks: modernfontstacks.com, 2024. */
export const FONTS = {
  system: 'system-ui,sans-serif',
  page: 'inherit',
  humanist: "Seravek,'Gill Sans Nova',Ubuntu,Calibri,'DejaVu Sans',sans-serif",
  geometric: "Avenir,Montserrat,Corbel,'URW Gothic',sans-serif",
  rounded: "ui-rounded,'Hiragino Maru Gothic ProN',Quicksand,'Arial Rounded MT',Calibri,sans-serif",
  serif: "Charter,'Bitstream Charter','Sitka Text',Cambria,serif",
  mono: "ui-monospace,'Cascadia Code',Menlo,Consolas,'DejaVu Sans Mono',monospace",
} as const;
export type Font = keyof typeof FONTS;
export const fonts = Object.keys(FONTS) as [Font, ...Font[]];

/** What text on its ground must reach, and what tells a control from its ground. Source: WCAG 2.2, 1.4.3 and 1.4.11. */
export const TEXT_CONTRAST = 4.5;
export const SHAPE_CONTRAST = 3;

const colour = (preset: string) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'A colour such as #1d4ed8.')
    .default(preset);

/** How a survey looks: its owner's brand. */
export const lookSchema = z.object({
  accent: colour('#2563eb'),
  scheme: z.enum(schemes).default('auto'),
  paper: colour('#ffffff'),
  ink: colour('#18181b'),
  darkPaper: colour('#18181b'),
  darkInk: colour('#f4f4f5'),
  corners: z.enum(cornerNames).default('soft'),
  font: z.enum(fonts).default('system'),
  /** Id of a stored picture; empty: none. */
  logo: z.union([z.literal(''), z.uuid()]).default(''),
  /** What the logo says to those who do not see it. */
  logoText: z.string().trim().max(100).default(''),
});

export type Look = z.infer<typeof lookSchema>;

/** The colours of one scheme. */
export interface Palette {
  paper: string;
  ink: string;
  /** Small words. */
  mute: string;
  /** Around controls. */
  line: string;
  /** Around what is filled with the accent, and of stars and marks: the accent itself where it stands out, else the ink. */
  edge: string;
}

export type SchemeName = 'light' | 'dark';

/** The schemes that people may see. */
export function schemesOf({ scheme }: Pick<Look, 'scheme'>): SchemeName[] {
  return scheme === 'auto' ? ['light', 'dark'] : [scheme];
}

/** Colours that are read: what the owner chose, and what follows from it so that it is read, too. */
export function paletteOf(look: Look, scheme: SchemeName): Palette {
  const [paper, ink] = scheme === 'light' ? [look.paper, look.ink] : [look.darkPaper, look.darkInk];
  const orInk = (share: number, least: number) => {
    const mixed = mix(ink, paper, share);
    return contrastOf(mixed, paper) >= least ? mixed : ink;
  };
  const stands = contrastOf(look.accent, paper) >= SHAPE_CONTRAST;
  return {
    ...{ paper, ink, mute: orInk(0.75, TEXT_CONTRAST), line: orInk(0.56, SHAPE_CONTRAST) },
    edge: stands ? look.accent : ink,
  };
}

/** A contrast that a look must have, or that is made to hold. */
export interface ContrastCheck {
  name: string;
  first: string;
  second: string;
  /** 1..21 */
  ratio: number;
  least: number;
  /** What is done where it is not reached; null: the look is refused. */
  remedy: string | null;
}

/** Every contrast of a look, as the screen shows it and as it is checked before it is saved. */
export function checkContrasts(look: Look): ContrastCheck[] {
  const check = (name: string, first: string, second: string, least: number, remedy: string | null) => ({
    ...{ name, first, second, least, remedy },
    ratio: contrastOf(first, second),
  });
  return [
    check(
      `${textOn(look.accent) === '#ffffff' ? 'White' : 'Black'} text on the colour`,
      textOn(look.accent),
      look.accent,
      TEXT_CONTRAST,
      null,
    ),
    ...schemesOf(look).flatMap((scheme) => {
      const { paper, ink } = paletteOf(look, scheme);
      return [
        check(`Text on the background, ${scheme}`, ink, paper, TEXT_CONTRAST, null),
        check(
          `Colour on the background, ${scheme}`,
          look.accent,
          paper,
          SHAPE_CONTRAST,
          'outlined in the colour of the text',
        ),
      ];
    }),
  ];
}

/** Why a look cannot be read, or null. */
export function findLookProblem(look: Look): string | null {
  const failed = checkContrasts(look).find(({ ratio, least, remedy }) => ratio < least && remedy === null);
  if (!failed) return null;
  return `${failed.name}: the contrast is ${failed.ratio.toFixed(1)} to 1, and to be read by everybody it must be ${failed.least} to 1. Make one of the two colours lighter or darker.`;
}
