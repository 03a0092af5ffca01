import { DOMAINS } from 'free-email-domains-list';
import type { TextSpan } from '../offsets';

const DOT_WORD = '(?:dot|punkt|point|punto|ponto)';
/** "[dot]", "(.)", " dot " */
const DOT = `(?: ?[(\\[{<] ?(?:${DOT_WORD}|\\.) ?[)\\]}>] ?| ${DOT_WORD} )`;
/**
 * What stands for the "@": a word in brackets or one that means nothing else (`certain`), or a word or a sign that needs
 * more around it.
 */
const AT =
  /(?<certain> ?[([{<] ?(?:at|ät|arroba|arobase|chiocciola|klammeraffe|@) ?[)\]}>] ?| (?:arroba|arobase|chiocciola|klammeraffe) |%40)| (?:at|ät) | @ ?|@ /giu;
const HOST = '[\\p{L}\\p{M}\\p{N}-]{1,40}';
const TOP_LEVEL = '\\p{L}{2,10}(?![\\p{L}\\p{N}])';
const DOMAIN = new RegExp(`${HOST}(?:(?:\\.|${DOT})${HOST}){0,3}(?<dot>\\.|${DOT})${TOP_LEVEL}`, 'iuy');
const LOCAL = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}@])[\\p{L}\\p{N}](?:(?:[\\p{L}\\p{M}\\p{N}._%+-]|${DOT}){0,62}[\\p{L}\\p{M}\\p{N}])?$`,
  'iu',
);
const LONGEST_LOCAL = 80;
/** Before an address that could be anything else: "my e-mail is anna at example dot org". */
const SPEAKS_OF_MAIL = /(?:e-?mail|mail|correo|courriel|adresse|address|posta)(?!\p{L})[^@\n]{0,24}$/iu;
/** A local part that no word of a sentence looks like: "anna.lopez", "anna dot lopez", "anna7". */
const IS_NO_WORD = new RegExp(`[._\\p{N}]|${DOT}`, 'iu');
const WORTH_A_LOOK =
  /[([{<] ?(?:at|ät|@|arroba|arobase|chiocciola|klammeraffe) ?[)\]}>]| (?:arroba|arobase|chiocciola|klammeraffe) | (?:dot|punkt|point|punto|ponto) | @|@ |%40/iu;

/**
 * E-mail addresses that are spelled, for people or so that machines shall not read them: "anna (at) example dot org", "anna arroba
 * gmail punto com", "anna @ gmail.com". A plain "at" is followed by a spelled dot, and the host is a known provider of
 * mail, the part before it no word, or mail is spoken of: "look at amazon dot com" and "at this point in time" are no addresses.
 */
export function findSpelledEmails(text: string): TextSpan[] {
  if (!WORTH_A_LOOK.test(text)) return [];
  const found: TextSpan[] = [];
  let floor = 0;
  for (const { 0: at, index, groups = {} } of text.matchAll(AT)) {
    if (index < floor) continue;
    DOMAIN.lastIndex = index + at.length;
    const domain = DOMAIN.exec(text);
    if (!domain) continue;
    const local = LOCAL.exec(text.slice(Math.max(floor, index - LONGEST_LOCAL), index))?.[0];
    if (local === undefined) continue;
    const start = index - local.length;
    if (groups.certain === undefined) {
      const isSign = at.includes('@');
      if (!isSign && domain.groups?.dot === '.') continue;
      const isPoint = domain.groups?.dot?.toLowerCase() === ' point ';
      if (isPoint && !isProvider(domain[0])) continue;
      const before = text.slice(Math.max(0, start - LONGEST_LOCAL), start);
      if (!isProvider(domain[0]) && !IS_NO_WORD.test(local) && !SPEAKS_OF_MAIL.test(before)) continue;
    }
    floor = DOMAIN.lastIndex;
    found.push({ start, end: floor });
  }
  return found;
}

const ANY_DOT = new RegExp(DOT, 'giu');

const isProvider = (domain: string): boolean => DOMAINS.has(domain.replace(ANY_DOT, '.').toLowerCase());
