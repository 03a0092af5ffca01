import type { RandomSource } from '@/lib/core/random';
import { formatMoment } from './days';
import { drawInteger, drawOne } from './draw';
import { composeVaguely } from './english';
import { composeForeignVaguely, translatePoints } from './foreign';
import type { Point, Touch, Voice } from './model';
import { type Scorer, scoreOf, toneOf } from './scores';
import { dialogue } from './text/dialogue';
import { general } from './text/general';
import { foreignTexts } from './theme-texts';
import type { ThemeSlug } from './themes';
import type { SampleResponse, SampleReview, SampleWorkspace } from './types';
import { applyVoice, writeSentence } from './voice';
import type { Writer } from './writer';

const scales = { nps: [0, 10, 7.7, 1.9], csat: [1, 5, 3.9, 0.8], ces: [1, 7, 5.2, 1.2] } as const;

/** Keeps which themes each statement speaks of. */
export class LabelBook {
  readonly labels: Record<string, ThemeSlug[]> = {};
  readonly problemLabels: Record<string, ThemeSlug[]> = {};

  record(statementId: string, points: readonly Point[]): void {
    this.labels[statementId] = points.map(({ theme }) => theme);
    const problems = points.filter(({ stance }) => stance === 'complaint').map(({ theme }) => theme);
    if (problems.length > 0) this.problemLabels[statementId] = problems;
  }
}

/** A moment of the working day, or now and then of the evening. */
export function drawMoment(random: RandomSource, day: number): string {
  const hour = random() < 0.85 ? drawInteger(random, 8, 17) : drawInteger(random, 18, 22);
  return formatMoment(day, hour * 3600 + drawInteger(random, 0, 3599));
}

/** The same touch with the points that its writer's language has words for. */
export function inOwnLanguage(touch: Touch, voice: Voice): Touch {
  return voice.language === 'en'
    ? touch
    : { ...touch, points: translatePoints(voice.language, touch.points) };
}

/** An answer to a survey, in a score and perhaps in words. */
export function renderResponse(
  writer: Writer,
  labels: LabelBook,
  planned: Touch,
  surveyKey: 'nps' | 'csat' | 'ces',
  scorer: Scorer,
  externalId: string,
): SampleResponse | null {
  const { contact } = planned;
  if (contact === null) return null;
  const { random } = writer;
  const touch = inOwnLanguage(planned, contact.voice);
  const contentment = scorer(touch);
  const [low, high, centre, step] = scales[surveyKey];
  let comment: string | null = null;
  if (touch.commented) {
    const tone = toneOf(contentment);
    const context = writer.contextOf(touch);
    const { language } = contact.voice;
    const mood = tone === 'middling' ? 'none' : tone;
    comment =
      touch.points.length > 0
        ? writer.write(contact.voice, touch, context, mood)
        : language === 'en'
          ? applyVoice(random, contact.voice, composeVaguely(writer.book, random, tone, context), mood)
          : composeForeignVaguely(writer.book, random, language, tone, context);
    labels.record(externalId, touch.points);
  }
  return {
    externalId,
    surveyKey,
    contactExternalId: contact.record.externalId,
    score: scoreOf(contentment, low, high, centre, step),
    comment,
    submittedAt: drawMoment(random, touch.day),
  };
}

/** A public review; those for business software answer two questions. */
export function renderReview(
  writer: Writer,
  labels: LabelBook,
  planned: Touch,
  strangerVoice: Voice,
  scorer: Scorer,
  externalId: string,
): SampleReview {
  const { random, book } = writer;
  const isBusiness = planned.channel === 'business_review';
  const usual = planned.contact?.voice ?? strangerVoice;
  const voice = isBusiness && usual.length === 'terse' ? { ...usual, length: 'normal' as const } : usual;
  const touch = inOwnLanguage(planned, voice);
  const contentment = scorer(touch);
  const context = writer.contextOf(touch);
  const tone = toneOf(contentment);
  const mood = tone === 'middling' ? 'none' : tone;
  const praises = touch.points.filter(({ stance }) => stance === 'praise');
  const others = touch.points.filter(({ stance }) => stance !== 'praise');
  let text = writer.write(voice, touch, context, mood);
  if (isBusiness && voice.language === 'en' && praises.length > 0 && others.length > 0 && random() < 0.5) {
    const calm = { ...voice, length: 'normal' as const };
    const likes = writer.write(calm, { ...touch, points: praises }, context, 'none');
    const dislikes = writer.write(calm, { ...touch, points: others }, context, 'none');
    text = `What do you like best?\n${likes}\n\nWhat do you dislike?\n${dislikes}`;
  }
  const titles =
    voice.language === 'en'
      ? { good: general.reviewTitlesGood, middling: general.reviewTitlesMixed, bad: general.reviewTitlesBad }[
          tone
        ]
      : foreignTexts[voice.language].reviewTitles[tone === 'good' ? 'good' : 'bad'];
  labels.record(externalId, touch.points);
  return {
    externalId,
    site: isBusiness ? 'g2' : random() < 0.5 ? 'app_store' : 'google_play',
    rating: scoreOf(contentment, 1, 5, 3.6, 1.1),
    title: book.say(titles, context),
    text,
    at: drawMoment(random, touch.day),
    accountExternalId: touch.account?.record.externalId ?? null,
    contactExternalId: touch.contact?.record.externalId ?? null,
    language: voice.language,
  };
}

/** The questions that the sample company asks. */
export const surveys: SampleWorkspace['surveys'] = [
  {
    key: 'nps',
    name: 'Relationship NPS',
    kind: 'nps',
    question: 'How likely are you to recommend Tallyfern to a colleague?',
  },
  {
    key: 'csat',
    name: 'Feature satisfaction',
    kind: 'csat',
    question: 'How satisfied are you with Tallyfern today?',
  },
  {
    key: 'ces',
    name: 'Task effort',
    kind: 'ces',
    question: 'Tallyfern made it easy for me to get this done.',
  },
];

/** Something said on the phone: starts and tails of spoken language around a sentence. */
export function speak(
  writer: Writer,
  voice: Voice,
  sentence: string,
  context: Record<string, string>,
): string {
  const { random, book } = writer;
  const start =
    random() < 0.7 && !/^(so|and)\b/.test(sentence) ? `${book.say(dialogue.spokenStarts, context)} ` : '';
  const tail = random() < 0.5 ? drawOne(random, dialogue.spokenTails) : '';
  const plain = sentence.replace(/[.!]+$/, '');
  return writeSentence(
    random,
    { ...voice, exclaims: false },
    `${start}${plain}${/\?$/.test(plain) ? '' : tail}`,
  );
}
