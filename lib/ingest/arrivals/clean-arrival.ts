import { findTimeFault } from '@/lib/core/plausible-time';
import type { Channel } from '@/lib/feedback/schema';
import { toStorable } from '@/lib/feedback/to-storable';
import type { Arrival, Who } from '@/lib/ingest/arrivals/arrival';
import { cutReply } from '@/lib/ingest/files/mail-rows';
import { scoreSchema } from '@/lib/responses/schema';

/** What a statement, a key and the other texts of a row may have. */
const LONGEST_TEXT = 100_000;
const LONGEST_KEY = 400;
const LONGEST_LINE = 1000;
const LONGEST_URL = 2000;

const line = (text: string | undefined, most = LONGEST_LINE) =>
  toStorable(text ?? '')
    .trim()
    .slice(0, most)
    .toWellFormed() || undefined;
const words = (text: string) => toStorable(text).trim().slice(0, LONGEST_TEXT).toWellFormed();

/** Tickets are written by mail: what is quoted below an answer was said before, and a signature says nothing. */
const ownWords = (channel: Channel, text: string) => (channel === 'ticket' && cutReply(text)) || text;

/** An arrival as the database can hold it, without empty texts; or why it cannot be taken, in words without what it says. */
export function cleanArrival(arrival: Arrival, now: Date): { arrival: Arrival } | { refused: string } {
  if (arrival.kind === 'account') {
    return arrival.account.externalId ? { arrival } : { refused: 'the account has no key' };
  }
  if (!arrival.externalId || arrival.externalId.length > LONGEST_KEY) {
    return { refused: 'its key is empty or too long' };
  }
  if (arrival.kind === 'removal') return { arrival };
  const at = timeOf(arrival);
  if (Number.isNaN(at.getTime())) return { refused: 'its time cannot be read' };
  const fault = findTimeFault(at, now);
  if (fault) return { refused: `it ${fault}` };
  const custom = Object.fromEntries(
    Object.entries(arrival.custom ?? {}).map(([name, value]) => [name.slice(0, 100), value.slice(0, 2000)]),
  );
  const common = { ...cleanWho(arrival), url: line(arrival.url, LONGEST_URL), custom };
  switch (arrival.kind) {
    case 'statement': {
      const text = words(arrival.text);
      if (!text) return { refused: 'it has no text' };
      return { arrival: { ...arrival, ...common, text, title: line(arrival.title) } };
    }
    case 'conversation': {
      const turns = arrival.turns
        .map((turn) => ({
          ...turn,
          text: words(ownWords(arrival.channel, turn.text)),
          ...(turn.who ? { who: cleanWho(turn.who) } : {}),
        }))
        .filter(({ text, at }) => text && !Number.isNaN(at.getTime()) && findTimeFault(at, now) === null);
      return { arrival: { ...arrival, ...common, turns, subject: line(arrival.subject) } };
    }
    case 'response': {
      const wrong = arrival.scores.find((score) => !scoreSchema.safeParse(score).success);
      if (wrong) return { refused: `its score (${wrong.metric}) is not on the scale` };
      const texts = arrival.texts
        .map((text) => ({ ...text, text: words(text.text), title: line(text.title) }))
        .filter(({ text }) => text);
      if (texts.length + arrival.scores.length === 0) return { refused: 'it has neither a score nor a text' };
      return { arrival: { ...arrival, ...common, texts } };
    }
  }
}

function timeOf(arrival: Exclude<Arrival, { kind: 'account' | 'removal' }>): Date {
  if (arrival.kind === 'statement') return arrival.occurredAt;
  return arrival.kind === 'conversation' ? arrival.startedAt : arrival.submittedAt;
}

function cleanWho({ account, contact }: Who): Who {
  const accountKey = line(account?.externalId, 500);
  const contactKey = line(contact?.externalId, 500);
  const email = line(contact?.email, 320)?.toLowerCase();
  const isKnown = contactKey !== undefined || email !== undefined;
  return {
    account:
      accountKey === undefined ? undefined : { externalId: accountKey, name: line(account?.name, 500) },
    contact: isKnown ? { externalId: contactKey, email, name: line(contact?.name, 500) } : undefined,
  };
}
