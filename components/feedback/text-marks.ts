import type { HighlightSpan } from '@/components/ui/highlighted-text';
import { kindNames } from '@/lib/annotations/correction-schema';
import type { FeedbackDetail } from '@/lib/annotations/find-feedback-detail';

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
 * What to mark in a text: each span that says something, under its themes or else its kind, in the colour of its
 * sentiment; and what was redacted.
 */
export function textMarks({
  spans,
  redactions,
}: Pick<FeedbackDetail, 'spans' | 'redactions'>): HighlightSpan[] {
  return [
    ...spans
      .filter((span) => span.kind !== 'no_content')
      .map(({ start, end, themes, kind, sentimentLabel }) => ({
        start,
        end,
        tone: sentimentLabel ?? ('neutral' as const),
        label:
          themes.map((theme) => theme.name).join(', ') ||
          `${kindNames[(kind ?? 'statement') as keyof typeof kindNames] ?? 'Statement'}, no theme`,
      })),
    ...redactions.map(({ start, end, type }) => ({
      start,
      end,
      tone: 'warning' as const,
      label: `Redacted ${redactionNames[type] ?? type}`,
    })),
  ];
}
