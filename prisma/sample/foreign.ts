import type { RandomSource } from '@/lib/core/random';
import type { Context, PhraseBook } from './grammar';
import type { Language, Point, Touch } from './model';
import { foreignTexts } from './theme-texts';

/** Languages other than English that the sample speaks. */
export type ForeignLanguage = Exclude<Language, 'en'>;

/** Points that this language has no words for become praise for how easy it all is, or plain complaints. */
export function translatePoints(language: ForeignLanguage, points: Point[]): Point[] {
  const text = foreignTexts[language];
  const translated = points.map((point): Point => {
    if (point.stance !== 'praise') return { ...point, stance: 'complaint' };
    return text.praise[point.theme] === undefined ? { theme: 'ease-of-use', stance: 'praise' } : point;
  });
  return translated.filter(
    (point, index) => translated.findIndex(({ theme }) => theme === point.theme) === index,
  );
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const finish = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`);

/** The words of a touch by somebody who writes in another language. */
export function composeForeign(
  book: PhraseBook,
  random: RandomSource,
  language: ForeignLanguage,
  touch: Touch,
  context: Context,
): string {
  const text = foreignTexts[language];
  const [first, second] = touch.points;
  if (first === undefined) return book.say(text.nothing, context);
  const say = ({ theme, stance }: Point) =>
    book.say((stance === 'praise' ? text.praise[theme] : undefined) ?? text.complaints[theme], context);
  const isTicket = touch.channel === 'ticket';
  let body = say(first);
  if (second !== undefined) {
    const turns = first.stance !== second.stance;
    body = turns
      ? `${body}${book.say(text.but, context).replace(/^(?![,;])/, ' ')} ${say(second)}`
      : `${finish(body)} ${capitalise(`${book.say(text.also, context)} ${say(second)}`)}`;
  } else if (isTicket || random() < 0.25) {
    const closings = first.stance === 'praise' ? text.positiveClosings : text.negativeClosings;
    body = `${finish(body)} ${capitalise(book.say(random() < 0.5 && isTicket ? text.followUps : closings, context))}`;
  }
  const written = capitalise(isTicket || random() < 0.5 ? finish(body) : body);
  if (!isTicket) return written;
  return `${book.say(text.greetings, context)}\n\n${written}\n\n${book.say(text.signOffs, context)}\n${touch.contact?.givenName ?? ''}`;
}

/** A remark about nothing in particular. */
export function composeForeignVaguely(
  book: PhraseBook,
  random: RandomSource,
  language: ForeignLanguage,
  tone: 'good' | 'middling' | 'bad',
  context: Context,
): string {
  const text = foreignTexts[language];
  if (tone === 'middling' || random() < 0.35) return book.say(text.nothing, context);
  return book.say(tone === 'good' ? text.vaguePraise : text.vagueComplaints, context);
}
