import { formatValue, type ValueFormat } from '@/components/ui/value-format';
import type { alertOrders } from '@/lib/alerts/alert-filter';
import type { AlertRow } from '@/lib/alerts/find-alerts';
import {
  type AlertDetails,
  type AlertKind,
  type AlertMetric,
  type AlertState,
  UNTAGGED,
} from '@/lib/alerts/schema';
import type { Days } from '@/lib/annotations/period';
import { formatCount, formatDate, formatNumber } from '@/lib/core/format';
import { scales } from '@/lib/responses/schema';

export const kindWords: Record<AlertKind, string> = {
  theme_surge: 'Surge of a theme',
  new_theme: 'New theme',
  score_change: 'Change of a score',
};

export const stateWords: Record<AlertState, string> = {
  open: 'Open',
  acknowledged: 'Acknowledged',
  dismissed: 'Dismissed',
  withdrawn: 'Withdrawn',
};

export const scoreFormats: Record<AlertMetric, ValueFormat> = {
  nps: { kind: 'points' },
  csat: { kind: 'percent' },
  ces: { kind: 'decimal', digits: 2 },
};

type Said = Pick<AlertRow, 'kind' | 'subject' | 'themeName' | 'count' | 'expected' | 'details'>;

/** What an alert is about: "More problems with Login fails". */
export function alertTitle({ subject, themeName, kind, details }: Said): string {
  if (details.method === 'score_test') {
    const { metric, change } = details;
    return `${scales[metric].name} went ${change > 0 ? 'up' : 'down'}`;
  }
  if (subject === UNTAGGED) return 'More comments without a theme';
  const name = themeName ?? 'a theme';
  if (details.method === 'minimum_count' && details.countBefore > 0)
    return `Back again: problems with ${name}`;
  return kind === 'new_theme' ? `New problem: ${name}` : `More problems with ${name}`;
}

/** A part of a sentence; `rows` where it counts rows of the days the alert is about, or of those before. */
export interface SentencePart {
  text: string;
  rows?: 'now' | 'before';
}

export const orderWords: Record<(typeof alertOrders)[number], string> = {
  strength: 'Strongest first',
  day: 'Newest first',
};

/** Why it was raised, in one sentence with its numbers, in parts, for the counts open rows. */
export function alertReason({ count, expected, details }: Said): SentencePart[] {
  if (details.withdrawn) return withdrawalReason(count, details);
  if (details.method === 'score_test') {
    const { metric, value, valueBefore, answers, answersBefore, now } = details;
    const format = scoreFormats[metric];
    return [
      { text: `From ${formatValue(valueBefore, format)} (` },
      { text: `n = ${formatNumber(answersBefore)}`, rows: 'before' },
      { text: `) to ${formatValue(value, format)} (` },
      { text: `n = ${formatNumber(answers)}`, rows: 'now' },
      { text: `) ${daysInWords(now)}.` },
    ];
  }
  const statements = { text: formatCount(count ?? 0, 'statement'), rows: 'now' } as const;
  if (details.method === 'minimum_count') {
    const { quietDays, countBefore } = details;
    const past =
      countBefore === 0
        ? 'none ever before'
        : `none in the ${formatNumber(quietDays)} days before, where ${expectedInWords(expected ?? 0)} expected`;
    return [statements, { text: ` ${daysInWords(details.days)}, ${past}.` }];
  }
  return [
    statements,
    { text: ` ${daysInWords(details.days)} where ${expectedInWords(expected ?? 0)} expected.` },
  ];
}

/** Why it is no alert any more: rows were taken from it, or so many came to it and its past that it is nothing unusual. */
function withdrawalReason(count: number | null, details: AlertDetails): SentencePart[] {
  const isScore = details.method === 'score_test';
  const { countThen } = details.withdrawn ?? { countThen: 0 };
  const left = isScore ? details.answers : (count ?? 0);
  const rows = { text: formatCount(left, isScore ? 'answer' : 'statement'), rows: 'now' } as const;
  const days = daysInWords(isScore ? details.now : details.days);
  const noun = isScore ? 'answers' : 'statements';
  return left < countThen
    ? [
        { text: `No alert any more, as ${noun} behind it were taken back or no longer count: ` },
        rows,
        { text: ` of ${formatNumber(countThen)} ${left === 1 ? 'is' : 'are'} left ${days}.` },
      ]
    : [
        { text: 'No alert any more, by all that is known now: ' },
        rows,
        { text: ` ${days} ${left === 1 ? 'is' : 'are'} nothing unusual.` },
      ];
}

function expectedInWords(expected: number): string {
  const text = formatNumber(expected, 1);
  if (text === '0') return expected === 0 ? 'none were' : 'fewer than 0.1 were';
  return `${text} ${text === '1' ? 'was' : 'were'}`;
}

/** "on 15 Sep 2026", "from 9 Sep 2026 to 15 Sep 2026". */
export function daysInWords({ from, to }: Days): string {
  const [first, last] = [from, to].map((day) => formatDate(new Date(day)));
  return from === to ? `on ${first}` : `from ${first} to ${last}`;
}
