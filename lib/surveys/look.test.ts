import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boxLook } from '@/lib/surveys/box-look';
import { contrastOf, mix } from '@/lib/surveys/colour';
import {
  checkContrasts,
  findLookProblem,
  lookSchema,
  paletteOf,
  SHAPE_CONTRAST,
  TEXT_CONTRAST,
} from '@/lib/surveys/look';
import { pageStyle } from '@/lib/surveys/page-style';

const lookOf = (changes: object) => lookSchema.parse(changes);
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

it('mixes two colours by their shares', () => {
  expect(mix('#ffffff', '#000000', 0.5)).toBe('#808080');
  expect(mix('#ff0000', '#0000ff', 0.25)).toBe('#4000bf');
});

it('refuses text that cannot be read, in the schemes that people see', () => {
  const pale = { ink: '#cccccc' };
  expect(findLookProblem(lookOf({}))).toBeNull();
  expect(findLookProblem(lookOf(pale))).toBe(
    'Text on the background, light: the contrast is 1.6 to 1, and to be read by everybody it must be 4.5 to 1. Make one of the two colours lighter or darker.',
  );
  expect(findLookProblem(lookOf({ ...pale, scheme: 'dark' }))).toBeNull();
  expect(findLookProblem(lookOf({ darkInk: '#333333' }))).toMatch(/^Text on the background, dark/);
});

it('lets every look that it takes be read whole: small words, lines, and what is filled with the colour', () => {
  fc.assert(
    fc.property(colour, colour, colour, (accent, paper, ink) => {
      const look = lookOf({ accent, paper, ink, scheme: 'light' });
      fc.pre(findLookProblem(look) === null);
      const { mute, line, edge } = paletteOf(look, 'light');
      expect(contrastOf(mute, paper)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
      expect(contrastOf(line, paper)).toBeGreaterThanOrEqual(SHAPE_CONTRAST);
      expect(contrastOf(edge, paper)).toBeGreaterThanOrEqual(SHAPE_CONTRAST);
      expect(checkContrasts(look)[0]?.ratio).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    }),
  );
});

it('adds nothing to the box for the look that it has anyway, and colours of both schemes for others', () => {
  expect(boxLook(lookOf({}))).toBe('');
  expect(boxLook(lookOf({ accent: '#ffe000' }))).toBe(
    '@supports(color:light-dark(#000,#fff)){:host{--e:light-dark(#18181b,#ffe000)}.box .go,.box label:has(:checked){border-color:var(--e)}}',
  );
  const own = boxLook(
    lookOf({ paper: '#fff7ed', ink: '#431407', scheme: 'light', corners: 'square', font: 'serif' }),
  );
  expect(own).toMatch(/^:host{color-scheme:light}/);
  expect(own).toContain('.box{color:#431407;background:#fff7ed}');
  expect(own).toContain('.box{border-radius:0px}');
  expect(own).toContain('Charter');
  expect(own).not.toContain('light-dark');
});

it('fills stars with what stands out from their ground, in the box and on the page', () => {
  const pale = lookOf({ accent: '#fff8c4', scheme: 'light' });
  const { edge, paper } = paletteOf(pale, 'light');
  expect(contrastOf(edge, paper)).toBeGreaterThanOrEqual(SHAPE_CONTRAST);
  expect(boxLook(pale)).toContain(`:host{--e:${edge}}`);
  expect(readFileSync('lib/widget/kinds.ts', 'utf8')).toMatch(/:checked\) svg{fill:var\(--e,var\(--a\)\)}/);
  expect(pageStyle(pale)).toMatch(/:checked\) svg{fill:var\(--edge\)}/);
  expect(pageStyle(pale)).toContain(`--edge:${edge}`);
});
