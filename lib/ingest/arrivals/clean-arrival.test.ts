import { describe, expect, it } from 'vitest';
import type { Arrival } from '@/lib/ingest/arrivals/arrival';
import { cleanArrival } from '@/lib/ingest/arrivals/clean-arrival';

const at = new Date('2026-05-01T10:00:00Z');
const ticket = (text: string, more: object = {}): Arrival => ({
  ...{ kind: 'conversation', externalId: 'ticket/1', channel: 'ticket', startedAt: at },
  turns: [{ externalId: 'comment/1', text, at }],
  ...more,
});
const clean = (arrival: Arrival) => cleanArrival(arrival, new Date('2026-06-01'));
const textsOf = (arrival: Arrival) => {
  const cleaned = clean(arrival);
  return 'arrival' in cleaned && cleaned.arrival.kind === 'conversation'
    ? cleaned.arrival.turns.map(({ text }) => text)
    : cleaned;
};

describe('cleanArrival', () => {
  it('cuts what is quoted in a ticket, and not in a chat', () => {
    const answer = 'Still broken.\n\nOn 1 May 2026, Support <help@acme.example> wrote:\n> We look into it.';
    expect(textsOf(ticket(answer))).toEqual(['Still broken.']);
    expect(textsOf(ticket(answer, { channel: 'chat' }))).toEqual([answer]);
    const quoted = '> We look into it.';
    expect(textsOf(ticket(quoted))).toEqual([quoted]);
  });

  it('leaves out what is empty or has no time, and takes no NUL and no half of a character', () => {
    expect(textsOf(ticket(' \u0000 '))).toEqual([]);
    expect(textsOf(ticket('a\u0000b\ud800'))).toEqual(['ab\ufffd']);
    const timeless = ticket('x', { turns: [{ externalId: 'c', text: 'x', at: new Date(Number.NaN) }] });
    expect(textsOf(timeless)).toEqual([]);
  });

  it('refuses, without a word of what it says, what has no key, no time, or a score off the scale', () => {
    const response = (more: object): Arrival => ({
      ...{ kind: 'response', externalId: 'r', channel: 'survey', submittedAt: at, scores: [], texts: [] },
      ...more,
    });
    const refusals = [
      ticket('secret', { externalId: '' }),
      ticket('secret', { startedAt: new Date(Number.NaN) }),
      response({ scores: [{ metric: 'nps', score: 11 }] }),
      response({ texts: [{ text: ' ' }] }),
      ticket('secret', { startedAt: new Date('0001-01-01') }),
      { kind: 'account', account: { externalId: '' } } satisfies Arrival,
    ].map((arrival) => {
      const cleaned = clean(arrival);
      return 'refused' in cleaned ? cleaned.refused : '';
    });
    expect(refusals).toEqual([
      'its key is empty or too long',
      'its time cannot be read',
      'its score (nps) is not on the scale',
      'it has neither a score nor a text',
      'it is dated 0001-01-01, which is before 1971',
      'the account has no key',
    ]);
    expect(refusals.join()).not.toContain('secret');
  });

  it('lets an address be lower case, and somebody without a key or address be nobody', () => {
    const cleaned = clean(
      ticket('x', { contact: { email: ' Ann@Example.org ', name: 'Ann' }, account: { externalId: ' ' } }),
    );
    expect(cleaned).toMatchObject({ arrival: { contact: { email: 'ann@example.org' }, account: undefined } });
    expect(clean(ticket('x', { contact: { name: 'Ann' } }))).toMatchObject({
      arrival: { contact: undefined },
    });
  });
});
