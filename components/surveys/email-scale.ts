import { directionOf } from '@/lib/surveys/direction';
import { html } from '@/lib/surveys/html';
import { FONTS, type Look, paletteOf, schemesOf } from '@/lib/surveys/look';
import { type Question, scaleOf } from '@/lib/widget/definition';
import { pipe } from '@/lib/widget/flow';

/** In pixels. */
const RADII = { square: 0, soft: 6, round: 16 } as const;

/** What the scale speaks. */
export interface ScaleLanguage {
  code: string;
  /** The link says so, for the page goes on in it; without, the page speaks what the reader's browser asks for. */
  isFixed: boolean;
  /** "of", as in "3 of 10". */
  of: string;
}

/**
 * A scale for an e-mail, one link for each score, as mail programs draw it: with its styles written out, in the light colours
 * of the survey's look; where a phone is narrow it takes two lines. Empty where the first question is no scale.
 */
export function emailScale(
  link: string,
  question: Question | undefined,
  look: Look,
  language: ScaleLanguage,
): string {
  const scale = question && scaleOf[question.kind];
  if (!scale) return '';
  const { paper, ink, mute, line } = paletteOf(look, schemesOf(look)[0] ?? 'light');
  const font = (look.font === 'page' ? FONTS.system : FONTS[look.font]).replaceAll("'", '');
  const scores = Array.from({ length: scale[1] - scale[0] + 1 }, (_, index) => scale[0] + index);
  const links = scores.map((score) => {
    const end = score === scale[0] ? question.lowLabel : score === scale[1] ? question.highLabel : '';
    const name = `${score} ${language.of} ${scale[1]}${end && `, ${end}`}`;
    return html`<a href="${link}?via=email&c=TOKEN_OF_THE_PERSON${language.isFixed && html`&lang=${language.code}`}&answer=${score}" aria-label="${name}" style="display:inline-block;width:34px;margin:0 2px 4px 0;padding:9px 0;border:1px solid ${line};border-radius:${RADII[look.corners]}px;color:${ink};text-align:center;text-decoration:none">${score}</a>`;
  });
  const ends = html`<p style="margin:4px 0 0;font-size:13px;color:${mute}">${scale[0]}: ${question.lowLabel}, ${scale[1]}: ${question.highLabel}</p>`;
  // Nothing is known when an e-mail is written: what a text says of answers and people is left out.
  const text = pipe(question.text, { questions: [] }, {});
  return html`<div lang="${language.code}" dir="${directionOf(language.code)}" style="padding:12px;background:${paper};color:${ink};font:16px/1.4 ${font}">
  <p style="margin:0 0 8px">${text}</p>
  <p style="margin:0;line-height:1.2">
${links.map((each) => html`    ${each}\n`)}  </p>${question.lowLabel && question.highLabel && html`\n  ${ends}`}
</div>`.text;
}
