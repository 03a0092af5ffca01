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

describe('completeName', () => {
  it('sets the next thing of the theme beside its best word, and no doing', () => {
    const of = { things: things('price', 'seats', 'login', 'password'), shareOf: often };
    expect(completeName(price, keywords('price', 'seats', 'vendor'), of)).toBe('price and seats');
    expect(completeName(login, keywords('login', 'sign', 'password'), of)).toBe('login and password');
  });

  it('lets a word stand alone where nothing else is said often enough', () => {
    const shareOf = (stem: string) => (stem === price.stem ? 0.9 : 0.01);
    const of = { things: things('price', 'seats'), shareOf };
    expect(completeName(price, keywords('price', 'seats'), of)).toBe('price');
  });

  it('gives the leading words in a row where the best one is no name', () => {
    const of = { things: things('works', 'screen', 'solved') };
    expect(completeName(work, keywords('fixed', 'solved', 'sorry', 'works'), { ...of, shareOf: often })).toBe(
      'fixed, solved, sorry',
    );
    expect(completeName(rare, keywords('badge', 'red', 'ids'), { ...of, shareOf: () => 0.1 })).toBe(
      'badge, red, ids',
    );
  });

  it('gives them in a row where no tagger tells things from doings', () => {
    expect(completeName(price, keywords('heures', 'formation'), { things: null, shareOf: often })).toBe(
      'price, heures, formation',
    );
  });
});
