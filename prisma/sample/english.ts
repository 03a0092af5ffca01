import type { RandomSource } from '@/lib/core/random';
import type { Context, PhraseBook } from './grammar';
import type { Point, Touch, Voice } from './model';
import { general } from './text/general';
import { paymentData, personalData } from './text/personal-data';
import { framesOf, praisePrevails, themeTexts } from './theme-texts';
import { writeSentence } from './voice';

function sayTersely(book: PhraseBook, point: Point, context: Context): string {
  const text = themeTexts[point.theme];
  if (point.stance === 'request') return book.say(text.requests, context);
  return book.say(point.stance === 'praise' ? text.tersePraise : text.terse, context);
}

/** A few words, joined by a comma or "but". */
function composeTersely(book: PhraseBook, random: RandomSource, points: Point[], context: Context): string {
  return points
    .map((point) => sayTersely(book, point, context))
    .reduce((all, next, index) => {
      const turns = points[index]?.stance !== points[index - 1]?.stance;
      return turns && random() < 0.7
        ? `${all}${random() < 0.5 ? ', but ' : ' but '}${next}`
        : `${all}${random() < 0.5 ? ', ' : '. '}${next}`;
    });
}

/** What the person says of one point beyond the first sentence. */
function elaborate(
  book: PhraseBook,
  random: RandomSource,
  point: Point,
  context: Context,
  eagerness: number,
): string[] {
  const text = themeTexts[point.theme];
  const sentences: string[] = [];
  if (point.stance === 'request') return random() < eagerness * 0.4 ? [book.say(text.requests, context)] : [];
  if (praisePrevails(text) !== (point.stance === 'praise')) {
    return random() < eagerness * 0.5 ? [book.say(framesOf(point), context)] : [];
  }
  if (random() < eagerness) sentences.push(book.say(text.details, context));
  if (random() < eagerness - 0.5) sentences.push(book.say(framesOf(point), context));
  if (random() < eagerness * 0.6) sentences.push(book.say(text.effects, context));
  if (random() < eagerness - 0.65) sentences.push(book.say(text.details, context));
  return sentences;
}

function joinPoints(
  book: PhraseBook,
  random: RandomSource,
  voice: Voice,
  points: Point[],
  context: Context,
): string[] {
  const eagerness = voice.length === 'wordy' ? 0.95 : voice.length === 'normal' ? 0.42 : 0.1;
  const sentences: string[] = [];
  for (const [index, point] of points.entries()) {
    const previous = points[index - 1];
    let text = book.say(framesOf(point), context);
    if (previous !== undefined) {
      const turns = (previous.stance === 'praise') !== (point.stance === 'praise');
      const last = sentences.at(-1) ?? '';
      if (turns && random() < 0.5 && !/[?!.:]$/.test(last) && last.length < 110) {
        sentences[sentences.length - 1] =
          `${last}${book.say(general.butJoins, context).replace(/^(?![,;])/, ' ')} ${text}`;
        text = '';
      } else if (!/^(can|could|is|are|any|how|when|please)\b/.test(text) && random() < 0.7) {
        const starts = turns
          ? point.stance === 'praise'
            ? general.negativeToPositive
            : general.positiveToNegative
          : general.sameDirection;
        text = `${book.say(starts, context)} ${text}`;
      }
    }
    if (text !== '') sentences.push(text);
    sentences.push(
      ...elaborate(book, random, point, context, points.length > 1 ? eagerness * 0.6 : eagerness),
    );
  }
  return sentences;
}

/** The words of a touch by somebody who writes English. Touches without points say something vague, or nothing. */
export function composeEnglish(
  book: PhraseBook,
  random: RandomSource,
  voice: Voice,
  touch: Touch,
  context: Context,
): string {
  const { points, channel } = touch;
  const first = points[0];
  if (first === undefined) return book.say(general.nothing, context);
  const isTicket = channel === 'ticket';
  const isTerse = voice.length === 'terse' || (voice.length === 'normal' && random() < 0.16);
  if (isTerse && !isTicket && channel !== 'business_review' && random() < 0.75)
    return composeTersely(book, random, points, context);

  const praises = first.stance === 'praise';
  const chattiness = voice.length === 'wordy' ? 0.42 : voice.length === 'normal' ? 0.16 : 0.04;
  const sentences = joinPoints(book, random, voice, points, context);
  if (first.stance !== 'request' && random() < chattiness) {
    sentences.unshift(book.say(praises ? general.positiveOpenings : general.negativeOpenings, context));
  }
  if (isTicket && random() < 0.45) {
    sentences.push(book.say(first.stance === 'complaint' ? general.pleas : general.thanksAhead, context));
  }
  const last = points.at(-1) ?? first;
  if (last.stance !== 'request' && random() < chattiness * (isTicket ? 0.6 : 1)) {
    sentences.push(
      book.say(last.stance === 'praise' ? general.positiveClosings : general.negativeClosings, context),
    );
  }
  const isAboutMoney = points.some(
    ({ theme }) => theme === 'billing-invoices' || theme === 'closing-account',
  );
  if (isTicket && random() < (isAboutMoney ? 0.2 : 0.045)) {
    sentences.push(book.say(isAboutMoney ? paymentData : personalData, context));
  } else if (random() < 0.012) sentences.push(book.say(personalData, context));

  const gap = isTicket && voice.length === 'wordy' && sentences.length > 3 ? '\n' : ' ';
  const body = sentences
    .map((text) => writeSentence(random, voice, text))
    .join(gap === ' ' || random() < 0.5 ? ' ' : gap);
  if (!isTicket) return body;
  const greeting = voice.greets ? `${book.say(general.greetings, context)}\n\n` : '';
  if (!voice.signs) return greeting + body;
  const phone = random() < 0.12 ? `\n${context.phoneNumber}` : '';
  const name =
    random() < 0.4
      ? `${touch.contact?.record.name ?? ''}\n${context.account}`
      : (touch.contact?.givenName ?? '');
  return `${greeting}${body}\n\n${book.say(general.signOffs, context)}${random() < 0.6 ? ',' : ''}\n${name}${phone}`;
}

/** A remark about nothing in particular, as fits the score. */
export function composeVaguely(
  book: PhraseBook,
  random: RandomSource,
  tone: 'good' | 'middling' | 'bad',
  context: Context,
): string {
  if (random() < 0.42) return book.say(general.nothing, context);
  if (tone === 'good') {
    const text = book.say(general.vaguePraise, context);
    return random() < 0.3 ? `${text}, ${book.say(general.positiveClosings, context)}` : text;
  }
  return book.say(tone === 'bad' ? general.vagueComplaints : general.vagueMiddling, context);
}
