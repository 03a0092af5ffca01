import { z } from 'zod';
import { accountReference, contactReference, text, time } from '@/lib/api/fields';
import { type Customer, tellOthers, tellPeople } from '@/lib/api/transcripts/tell-people';
import { findTimeFault } from '@/lib/core/plausible-time';
import { joinTurns } from '@/lib/ingest/transcripts/join-turns';
import { parseTranscript } from '@/lib/ingest/transcripts/parse-transcript';
import { type Side, tellSides } from '@/lib/ingest/transcripts/tell-sides';
import { type Transcript, TranscriptProblem, type Turn } from '@/lib/ingest/transcripts/transcript';

/** What a statement of feedback may have. */
const LONGEST_TEXT = 100_000;

const names = z.array(text(200)).max(200);

const isTimeZone = (name: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

/** A transcript as a program sends it. */
export const transcriptItemSchema = z
  .strictObject({
    externalId: text(400).describe(
      'Your own key of the conversation. The same key of the same source again adds nothing.',
    ),
    content: text(4_000_000).describe(
      'The file as it is: WebVTT (Zoom, Teams), SRT, SBV, an export of WhatsApp or Slack, the JSON of Gong or Whisper, or lines "Name: text".',
    ),
    startedAt: time
      .optional()
      .describe(
        'When it began; what is said is dated from there. May be left out where the file has its own dates, as WhatsApp and Slack do.',
      ),
    timeZone: z
      .string()
      .refine(isTimeZone, 'It is no time zone, such as Europe/Berlin.')
      .optional()
      .describe('Of a chat whose times name none.'),
    channel: z.enum(['call', 'chat', 'ticket', 'email', 'other']).default('call'),
    subject: text(1000).optional(),
    staff: names.default([]).describe('Speakers of your own, as the transcript names them.'),
    staffDomains: names.default([]).describe('Domains of your own e-mail addresses.'),
    customers: names.default([]).describe('Speakers who are customers.'),
    unknownSpeakers: z
      .enum(['skip', 'customer'])
      .default('skip')
      .describe('What to take those for of whom nothing tells the side, and words without a speaker.'),
    ifStored: z
      .enum(['keep', 'replace'])
      .default('keep')
      .describe(
        'What to do where the same key is stored with other sides or people. With replace, what was stored of it is taken back and stored as it is sent now: this re-labels a speaker. Stored as it is sent, it stays as it is.',
      ),
    account: accountReference.optional(),
    contact: contactReference.optional().describe('The customer, where one person speaks for them.'),
    people: z
      .array(z.strictObject({ speaker: text(200), contact: contactReference }))
      .max(200)
      .default([])
      .describe(
        'Who a speaker is, where several speak for the customer. Those whose name is or holds an address or a number with its country are known by it; others are told apart as Customer 1, Customer 2.',
      ),
  })
  .meta({ id: 'TranscriptItem' });

export type TranscriptItem = z.output<typeof transcriptItemSchema>;

/** A transcript read: what customers said in it, and who was taken for what. */
export interface ReadTranscript extends Pick<Transcript, 'format' | 'skipped'> {
  startedAt: Date;
  statements: Turn[];
  /** What others said, joined like it; the place among all that was said names it. */
  others: OtherTurn[];
  sides: Map<string, Side>;
  /** Who speaks for the customer, by the names of the statements. */
  customers: Map<string, Customer>;
}

/** What somebody said who is no customer, as far as is known. */
export interface OtherTurn {
  turn: Turn;
  place: number;
  side: 'staff' | 'unknown';
  /** Tells them apart from the others; null where nobody is named. */
  label: string | null;
}

/** Why a transcript cannot be taken, and by which field of the item. */
export interface TranscriptRefusal {
  problem: string;
  field: 'content' | 'startedAt';
}

/** @returns why it cannot be taken, where it cannot. */
export function readTranscript(item: TranscriptItem): ReadTranscript | TranscriptRefusal {
  const refuse = (problem: string, field: TranscriptRefusal['field'] = 'content') => ({ problem, field });
  try {
    const { format, turns, skipped, people } = parseTranscript(item.content, item.timeZone);
    const sides = tellSides(turns, { ...item, people });
    const isCustomer = ({ speaker }: Turn) => {
      const side = (speaker === null ? null : sides.get(speaker)?.side) ?? 'unknown';
      return side === 'customer' || (side === 'unknown' && item.unknownSpeakers === 'customer');
    };
    const joined = joinTurns(turns);
    const statements = joined.filter(isCustomer);
    const long = statements.find(({ text: words }) => words.length > LONGEST_TEXT);
    if (long) {
      return refuse(
        `What begins in line ${long.line} has more than ${LONGEST_TEXT} characters without a break.`,
      );
    }
    if (statements.length === 0) {
      const speakers = [...sides.keys()].slice(0, 10).join(', ') || 'none named';
      return refuse(
        `Nobody in it is known to be a customer (speakers: ${speakers}). Name staff or customers, or take unknownSpeakers for customers.`,
      );
    }
    const startedAt = item.startedAt ?? findFirstDate(turns);
    if (!startedAt) return refuse('This transcript has no dates of its own. Say when it began.', 'startedAt');
    const fault = findTimeFault(startedAt, new Date());
    if (fault !== null)
      return refuse(`When it began by its own dates ${fault}. Say when it began.`, 'startedAt');
    dateInOrder(joined, startedAt);
    const customers = tellPeople(statements, { people: item.people, contact: item.contact, details: people });
    const others = tellOthers(joined, isCustomer, sides);
    return { format, skipped, sides, statements, others, startedAt, customers };
  } catch (error) {
    if (error instanceof TranscriptProblem) return refuse(error.message);
    throw error;
  }
}

/** Dates what was said; what has the moment of the one before, or none, comes a millisecond after it, so that the order is kept. */
function dateInOrder(joined: readonly Turn[], startedAt: Date): void {
  let last = Number.NEGATIVE_INFINITY;
  for (const turn of joined) {
    const told = turn.at?.getTime() ?? startedAt.getTime() + (turn.startMs ?? 0);
    const isUntold = turn.at === null && turn.startMs === null && told < last;
    const moment = told === last || isUntold ? last + 1 : told;
    turn.at = new Date(moment);
    last = moment;
  }
}

/** The first moment that a transcript tells; null where it tells none. */
export function findFirstDate(turns: readonly Turn[]): Date | null {
  const times = turns.flatMap(({ at }) => at?.getTime() ?? []);
  return times.length === 0 ? null : new Date(times.reduce((first, each) => Math.min(first, each)));
}
