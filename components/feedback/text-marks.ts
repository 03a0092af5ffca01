import type { HighlightSpan } from '@/components/ui/highlighted-text';
import { kindNames } from '@/lib/annotations/correction-schema';
import type { DetailSpan, FeedbackDetail } from '@/lib/annotations/find-feedback-detail';

const redactionNames: Record<string, string> = {
  email: 'e-mail address',
  phone: 'phone number',
  card: 'card number',
  iban: 'bank account',
  ssn: 'social security number',
  id: 'national id',
  ip: 'IP address',
  address: 'postal address',
};

/**
 * What to mark in a text: the words of each theme, in the colour of what is felt about it; each other span that says
 * something, under its kind and in the colour of its sentiment; and what was redacted.
 */
export function textMarks({
  spans,
  redactions,
}: Pick<FeedbackDetail, 'spans' | 'redactions'>): HighlightSpan[] {
  return [
    ...spans.filter((span) => span.kind !== 'no_content').flatMap(spanMarks),
    ...redactions.map(({ start, end, type }) => ({
      start,
      end,
      tone: 'warning' as const,
      label: `Redacted ${redactionNames[type] ?? type}`,
    })),
  ];
}

function spanMarks({ start, end, themes, kind, sentimentLabel }: DetailSpan): HighlightSpan[] {
  if (themes.length === 0) {
    const name = kindNames[(kind ?? 'statement') as keyof typeof kindNames] ?? 'Statement';
    return [{ start, end, tone: sentimentLabel ?? 'neutral', label: `${name}, no theme` }];
  }
  const marks = new Map<string, HighlightSpan>();
  for (const theme of themes) {
    const place = theme.words ?? { start, end };
    const tone = theme.sentimentLabel ?? 'neutral';
    const key = `${place.start} ${place.end} ${tone}`;
    const same = marks.get(key);
    marks.set(key, { ...place, tone, label: same ? `${same.label}, ${theme.name}` : theme.name });
  }
  // The longest first: a mark within another shows above it.
  return [...marks.values()].sort((one, other) => other.end - other.start - (one.end - one.start));
}
