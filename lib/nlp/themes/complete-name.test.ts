import { describe, expect, it } from 'vitest';
import { completeName, type Keyword } from './complete-name';
import { stemWord } from './stem';

const keywords = (...words: string[]): Keyword[] =>
  words.map((word) => ({ stem: stemWord(word, 'en'), word }));
const things = (...words: string[]) => new Map(words.map((word) => [stemWord(word, 'en'), word]));
const [price, login, work, rare] = keywords('price', 'login', 'works', 'screen') as [
  Keyword,
  Keyword,
  Keyword,
  Keyword,
];
const often = () => 0.3;
const none = { findClause: () => null };

describe('completeName', () => {
  it('sets the next thing of the theme beside its best word, and no doing', () => {
    const of = { ...none, things: things('price', 'seats', 'login', 'password'), shareOf: often };
    expect(completeName(price, keywords('price', 'seats', 'vendor'), of)).toBe('price and seats');
    expect(completeName(login, keywords('login', 'sign', 'password'), of)).toBe('login and password');
  });

  it('lets a word stand alone where nothing else is said often enough, or it is in most of the theme', () => {
    const of = { ...none, things: things('price', 'seats') };
    const shareOf = (stem: string) => (stem === price.stem ? 0.5 : 0.01);
    expect(completeName(price, keywords('price', 'seats'), { ...of, shareOf })).toBe('price');
    expect(completeName(price, keywords('price', 'seats'), { ...of, shareOf: () => 0.7 })).toBe('price');
  });

  it('gives what is said word for word where the best word is no name, else the leading words in a row', () => {
    const of = { ...none, things: things('works', 'screen') };
    const said = { ...of, findClause: () => 'works now', shareOf: often };
    expect(completeName(work, keywords('fixed', 'solved', 'works'), said)).toBe('works now');
    expect(completeName(work, keywords('fixed', 'solved', 'sorry', 'works'), { ...of, shareOf: often })).toBe(
      'fixed and solved',
    );
    expect(completeName(rare, keywords('badge', 'red', 'ids'), { ...of, shareOf: () => 0.1 })).toBe(
      'badge and red',
    );
  });

  it('takes one thing, or the general word, where it is in more of the theme than the doings beside it', () => {
    const shares: Record<string, number> = { contacts: 0.2, reconciled: 0.2, works: 0.4, stressful: 0.1 };
    const shareOf = (stem: string) =>
      Object.entries(shares).find(([word]) => stemWord(word, 'en') === stem)?.[1] ?? 0.05;
    const one = { ...none, things: things('contacts'), shareOf };
    expect(completeName(rare, keywords('reconciled', 'contacts'), one)).toBe('contacts');
    const nothing = { ...none, things: things('screen'), shareOf };
    expect(completeName(rare, keywords('overcomplicate', 'works', 'stressful'), nothing)).toBe('works');
  });

  it('gives them in a row where no tagger tells things from doings', () => {
    expect(
      completeName(price, keywords('heures', 'formation'), { ...none, things: null, shareOf: often }),
    ).toBe('price, heures');
  });
});
