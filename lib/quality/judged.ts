import type { SentimentLabel } from '@/lib/annotations/find-feedback-detail';
import type { Channel } from '@/lib/feedback/schema';
import type { Answer } from '@/lib/quality/schema';

/** What one person said of a statement, beside what the engine said then. */
export interface PersonLabel {
  memberId: string;
  name: string;
  answer: Answer;
  engineLabel: SentimentLabel | null;
  /** 0..1 */
  engineConfidence: number | null;
  engineVersion: string | null;
}

/** A statement of a sample that people labelled. */
export interface JudgedStatement {
  feedbackId: string;
  excerpt: string;
  language: string | null;
  sourceId: string;
  sourceName: string;
  channel: Channel;
  occurredAt: Date;
  /** In the order they were given; at least one. */
  labels: PersonLabel[];
}

/** A statement with the one label that counts for people. */
export interface SettledStatement extends JudgedStatement {
  settled: PersonLabel;
}

/** A statement in which a person's word can be held against the engine's: both have one. */
export interface ComparedStatement extends SettledStatement {
  settled: PersonLabel & { answer: SentimentLabel; engineLabel: SentimentLabel };
}

/** The label that most people gave counts for all of them; where two are level, the one given first. */
export function settle(statement: JudgedStatement): SettledStatement | null {
  const votes = new Map<Answer, { count: number; first: PersonLabel }>();
  for (const label of statement.labels) {
    const vote = votes.get(label.answer) ?? { count: 0, first: label };
    vote.count++;
    votes.set(label.answer, vote);
  }
  let best: { count: number; first: PersonLabel } | undefined;
  for (const vote of votes.values()) if (!best || vote.count > best.count) best = vote;
  return best ? { ...statement, settled: best.first } : null;
}

export function isCompared(statement: SettledStatement): statement is ComparedStatement {
  return statement.settled.answer !== 'no_opinion' && statement.settled.engineLabel !== null;
}

/** What people said of a statement about how it feels; "cannot tell" is no label to agree or disagree with. */
export function opinionsOf({ labels }: JudgedStatement): SentimentLabel[] {
  return labels.flatMap(({ answer }) => (answer === 'no_opinion' ? [] : [answer]));
}
