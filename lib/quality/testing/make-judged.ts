import type { SentimentLabel } from '@/lib/annotations/find-feedback-detail';
import type { Channel } from '@/lib/feedback/schema';
import { type SettledStatement, settle } from '@/lib/quality/judged';
import type { Answer } from '@/lib/quality/schema';

interface JudgedInput {
  people: Answer[];
  engine: SentimentLabel | null;
  confidence?: number;
  language?: string | null;
  source?: string;
  channel?: Channel;
}

/** A statement as people and the engine judged it. */
export function makeJudged(input: JudgedInput): SettledStatement {
  const { people, engine, confidence = 0.7, language = 'en', source = 'Survey', channel = 'survey' } = input;
  const statement = settle({
    feedbackId: '0199c000-0000-7000-8000-000000000001',
    excerpt: 'Something was said.',
    language,
    sourceId: source,
    sourceName: source,
    channel,
    occurredAt: new Date('2026-06-15T12:00:00Z'),
    labels: people.map((answer, index) => ({
      memberId: `member ${index}`,
      name: `Member ${index}`,
      answer,
      engineLabel: engine,
      engineConfidence: engine === null ? null : confidence,
      engineVersion: 'engine-1',
    })),
  });
  if (!statement) throw new Error('A judged statement has a label.');
  return statement;
}

/** So many alike. */
export function makeManyJudged(count: number, input: JudgedInput): SettledStatement[] {
  return Array.from({ length: count }, () => makeJudged(input));
}
