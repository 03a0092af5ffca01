import { makeRandom, type RandomSource, seedFrom } from '@/lib/core/random';
import { formatDay } from './days';
import { drawOne } from './draw';
import { composeEnglish } from './english';
import { composeForeign } from './foreign';
import { type Context, PhraseBook } from './grammar';
import type { Channel, ModelContact, Touch, Voice } from './model';
import { personNamesOf } from './names';
import { dialogue } from './text/dialogue';
import { slots } from './text/slots';
import { applyVoice } from './voice';

const currencySigns = { USD: '$', EUR: '€', GBP: '£' } as const;
const MAX_ATTEMPTS = 8;

/** Writes what people say, no longer text twice in the same words. */
export class Writer {
  readonly book: PhraseBook;
  private readonly written = new Set<string>();
  private readonly monthNames = new Map<string, string>();

  constructor(readonly random: RandomSource) {
    this.book = new PhraseBook(random);
  }

  /** The names, months and signs that a text of this moment would use. */
  contextOf(touch: Touch): Context {
    const month = formatDay(touch.day - (this.random() < 0.5 ? 20 : 45)).slice(0, 7);
    const names = personNamesOf(touch.account?.record.country ?? 'US');
    const given = drawOne(this.random, names.given);
    const family = drawOne(this.random, names.family);
    const plainName = (name: string) =>
      name
        .normalize('NFD')
        .replace(/[^a-zA-Z]/g, '')
        .toLowerCase();
    const lastDigits = String(100 + Math.floor(this.random() * 100));
    const account = touch.account?.record.externalId;
    // A firm has one CRM and one identity provider, a person one phone, and a story one day.
    const habits = account === undefined ? this.random : makeRandom(seedFrom(account));
    const settle = (random: RandomSource, names: readonly string[]) =>
      Object.fromEntries(names.map((name) => [name, drawOne(random, slots[name] ?? [])]));
    return {
      ...settle(habits, ['crm', 'idp', 'ledger', 'boss']),
      ...settle(this.random, ['phone', 'weekday', 'browser', 'pct']),
      month: this.monthName(month, 'en'),
      monthFr: this.monthName(month, 'fr'),
      monthDe: this.monthName(month, 'de'),
      monthEs: this.monthName(month, 'es'),
      sign: currencySigns[touch.account?.record.currency ?? 'USD'],
      account: touch.account?.record.name ?? 'our company',
      first: touch.contact?.givenName ?? 'there',
      agent: drawOne(this.random, dialogue.agents),
      fullName: `${given} ${family}`,
      privateEmail: `${plainName(given)}.${plainName(family)}@example.${drawOne(this.random, ['com', 'com', 'org', 'net'])}`,
      phoneNumber: drawOne(this.random, [
        `(415) 555-0${lastDigits}`,
        `+1 212 555 0${lastDigits}`,
        `312-555-0${lastDigits}`,
      ]),
    };
  }

  private monthName(month: string, locale: string): string {
    const key = `${locale} ${month}`;
    const known = this.monthNames.get(key);
    if (known !== undefined) return known;
    const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
    const name = format.format(new Date(`${month}-01T00:00:00Z`));
    this.monthNames.set(key, name);
    return name;
  }

  /** The text of a statement in the words of its writer. */
  write(voice: Voice, touch: Touch, context: Context, mood: 'good' | 'bad' | 'none'): string {
    return this.once(() => {
      const text =
        voice.language === 'en'
          ? composeEnglish(this.book, this.random, voice, touch, context)
          : composeForeign(this.book, this.random, voice.language, touch, context);
      return applyVoice(this.random, voice, text, mood);
    });
  }

  /** The first draft that nobody has written yet; short ones may repeat, as they do. */
  once(draft: () => string): string {
    let text = draft();
    for (let attempt = 1; attempt < MAX_ATTEMPTS && this.written.has(text) && text.length > 20; attempt++)
      text = draft();
    this.written.add(text);
    return text;
  }
}

/** How somebody writes whom no account is known for. */
export function makeStrangerVoice(random: RandomSource, contacts: readonly ModelContact[]): Voice {
  return drawOne(random, contacts).voice;
}

/** Whether a channel is a survey. */
export function isSurvey(channel: Channel): channel is 'nps' | 'csat' | 'ces' {
  return channel === 'nps' || channel === 'csat' || channel === 'ces';
}
