import { describe, expect, it } from 'vitest';
import { formatDay, mondayOf, parseDay } from './days';
import { makeSampleWorkspace } from './make-sample-workspace';
import { foreignTexts, themeTexts } from './theme-texts';
import { themeSlugs } from './themes';

const workspace = makeSampleWorkspace();
const { accounts, contacts, responses, conversations, reviews, labels, plantedTruth } = workspace;

const accountOfContact = new Map(contacts.map((contact) => [contact.externalId, contact.accountExternalId]));
const accountById = new Map(accounts.map((account) => [account.externalId, account]));
const statements = [
  ...responses.flatMap(({ externalId, contactExternalId, comment, submittedAt }) =>
    comment === null ? [] : [{ externalId, contactId: contactExternalId, text: comment, at: submittedAt }],
  ),
  ...conversations.flatMap(({ contactExternalId, messages }) =>
    messages
      .filter(({ author }) => author === 'customer')
      .map(({ externalId, text, at }) => ({ externalId, contactId: contactExternalId, text, at })),
  ),
  ...reviews.map(({ externalId, contactExternalId, text, at }) => ({
    externalId,
    contactId: contactExternalId,
    text,
    at,
  })),
];

function accountOf({ contactId }: { contactId: string | null }) {
  return contactId === null ? undefined : accountById.get(accountOfContact.get(contactId) ?? '');
}

describe('makeSampleWorkspace', () => {
  it('gives the same bytes for the same seed and end date, and others for others', () => {
    const again = JSON.stringify(makeSampleWorkspace());
    expect(again).toBe(JSON.stringify(workspace));
    expect(JSON.stringify(makeSampleWorkspace({ seed: 43 }))).not.toBe(again);
  });

  it('moves everything with the end date', () => {
    const other = makeSampleWorkspace({ endDate: '2027-02-14' });
    expect(other.startDate).toBe('2025-08-15');
    const days = other.responses.map(({ submittedAt }) => submittedAt.slice(0, 10)).sort();
    expect(days.at(0)?.localeCompare(other.startDate)).toBeGreaterThanOrEqual(0);
    expect(days.at(-1)?.localeCompare('2027-02-14')).toBeLessThanOrEqual(0);
    expect(() => makeSampleWorkspace({ endDate: 'soon' })).toThrow('not an ISO date');
  });

  it('has the size of a real workspace', () => {
    expect(accounts).toHaveLength(400);
    expect(statements.length).toBeGreaterThan(5600);
    expect(statements.length).toBeLessThan(6400);
    expect(responses.filter(({ comment }) => comment === null).length).toBeGreaterThan(2000);
    expect(reviews.length).toBeGreaterThan(300);
    expect(conversations.filter(({ kind }) => kind === 'transcript').length).toBeGreaterThan(50);
    expect(Object.keys(labels).sort()).toEqual(statements.map(({ externalId }) => externalId).sort());
  });

  it('refers only to what exists, by unique ids and addresses', () => {
    const ids = [...accounts, ...contacts, ...responses, ...conversations, ...reviews].map(
      ({ externalId }) => externalId,
    );
    const messageIds = conversations.flatMap(({ messages }) => messages.map(({ externalId }) => externalId));
    expect(new Set([...ids, ...messageIds]).size).toBe(ids.length + messageIds.length);
    expect(new Set(contacts.map(({ email }) => email)).size).toBe(contacts.length);
    for (const { email } of contacts) expect(email).toMatch(/^[a-z.]+@[a-z-]+\.example$/);
    for (const statement of statements.filter(({ contactId }) => contactId !== null))
      expect(accountOf(statement)).toBeDefined();
  });

  it('keeps scores on their scales', () => {
    const highest: Record<string, number> = { nps: 10, csat: 5, ces: 7 };
    for (const { surveyKey, score } of responses) {
      expect(Number.isInteger(score)).toBe(true);
      expect(score).toBeGreaterThanOrEqual(surveyKey === 'nps' ? 0 : 1);
      expect(score).toBeLessThanOrEqual(highest[surveyKey] ?? -1);
    }
    for (const rating of [
      ...reviews.map((review) => review.rating),
      ...conversations.flatMap((c) => c.csatScore ?? []),
    ]) {
      expect([1, 2, 3, 4, 5]).toContain(rating);
    }
  });

  it('lets nobody speak before the account began, after the end, or after leaving about anything but leaving', () => {
    for (const statement of statements) {
      const day = statement.at.slice(0, 10);
      expect(day >= workspace.startDate && day <= workspace.endDate, statement.externalId).toBe(true);
      const account = accountOf(statement);
      if (account === undefined) continue;
      expect(day > account.startedAt, statement.externalId).toBe(true);
      const themes = labels[statement.externalId] ?? [];
      const hasLeft = account.churnedAt !== null && day >= account.churnedAt;
      if (themes.includes(plantedTruth.afterChurnOnly)) expect(hasLeft, statement.externalId).toBe(true);
      else if (themes.length > 0) expect(hasLeft, statement.externalId).toBe(false);
    }
  });

  it('surges in one week only', () => {
    const counts = new Map<string, number>();
    for (const { externalId, at } of statements) {
      if (!labels[externalId]?.includes(plantedTruth.surge.theme)) continue;
      const week = formatDay(mondayOf(parseDay(at.slice(0, 10))));
      counts.set(week, (counts.get(week) ?? 0) + 1);
    }
    const { weekStartsOn } = plantedTruth.surge;
    expect(counts.get(weekStartsOn)).toBeGreaterThanOrEqual(45);
    const before = [...counts].filter(([week]) => week < weekStartsOn).map(([, count]) => count);
    expect(Math.max(...before)).toBeLessThanOrEqual(6);
    const weeks = (parseDay(weekStartsOn) - parseDay(workspace.startDate)) / 7;
    expect(before.reduce((sum, count) => sum + count, 0) / weeks).toBeLessThan(2);
  });

  it('hardly ever says a longer thing twice in the same words', () => {
    const long = statements.filter(({ text }) => text.length > 20).map(({ text }) => text);
    expect(1 - new Set(long).size / long.length).toBeLessThan(0.03);
    const short = statements.filter(({ text }) => text.length <= 20).length;
    expect(short / statements.length).toBeGreaterThan(0.05);
    expect(short / statements.length).toBeLessThan(0.2);
  });

  it('leaves no frame unfilled', () => {
    const texts = [
      ...statements.map(({ text }) => text),
      ...conversations.flatMap(({ subject, messages }) => [subject, ...messages.map(({ text }) => text)]),
      ...reviews.map(({ title }) => title),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/[{}|<>]|undefined| {2}/);
      expect(text.trim()).not.toBe('');
    }
  });

  it('has at least forty frames for every theme, and words for it in every language', () => {
    for (const slug of themeSlugs) {
      const { subjects: _subjects, staff: _staff, ...frames } = themeTexts[slug];
      expect(new Set(Object.values(frames).flat()).size, slug).toBeGreaterThanOrEqual(40);
      for (const text of Object.values(foreignTexts))
        expect(text.complaints[slug].length, slug).toBeGreaterThanOrEqual(2);
    }
  });

  it('speaks French, German and Spanish now and then', () => {
    const foreign = statements.filter(({ text }) =>
      /\b(le|les|la|des|pas|très|merci|est|bonjour|der|die|und|nicht|sehr|danke|ist|hallo|el|los|las|muy|para|gracias|hola)\b/i.test(
        text,
      ),
    );
    expect(foreign.length / statements.length).toBeGreaterThan(0.04);
    expect(foreign.length / statements.length).toBeLessThan(0.09);
  });

  it('gives away personal data of reserved kinds', () => {
    const written = statements.map(({ text }) => text);
    expect(written.filter((text) => /@example\.(com|org|net)/.test(text)).length).toBeGreaterThan(20);
    expect(written.filter((text) => /555[ -]01\d\d/.test(text)).length).toBeGreaterThan(20);
    expect(
      written.filter((text) => /4242 4242 4242 4242|4111 1111 1111 1111/.test(text)).length,
    ).toBeGreaterThan(3);
    for (const text of written) {
      for (const address of text.match(/[\w.]+@[\w.]+\w/g) ?? [])
        expect(address).toMatch(/@example\.(com|org|net)$/);
    }
  });
});
