import { listMatches } from '../list-matches';
import type { TextSpan } from '../offsets';
import { passesIbanCheck } from './checksums';

/** Length of an IBAN by country. Source: SWIFT IBAN registry, release 97 (countries of SEPA and the larger others). */
const LENGTHS =
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 ' +
  'FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 ' +
  'MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 ' +
  'TR26 UA29 VA22 VG24 XK20';
const LENGTH_BY_COUNTRY = new Map(
  LENGTHS.split(' ').map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** After these words it is one even where its check fails: people mistype what is theirs. */
const CALLED_IBAN = /iban[^\p{L}\p{N}]{0,3}(?:\p{L}{1,8}[^\p{L}\p{N}]{1,3}){0,3}$/iu;
const BEGINNING = /[a-z]{2} ?[0-9]{2}/giu;
/** It is no part of another word, or stands right after "IBAN". */
const BEGINS_ALONE = /(?<![\p{L}\p{N}])(?:iban)?$/iu;
const LOOK_BACK = 40;
const LONGEST_GAP = 3;
const SEPARATORS = /[ .-]+/g;

/** IBANs in a text, in any case, written in one piece or in groups parted by spaces, full stops or hyphens. */
export function findIbans(text: string): TextSpan[] {
  const found: TextSpan[] = [];
  let floor = 0;
  for (const match of listMatches(text, BEGINNING)) {
    const length = LENGTH_BY_COUNTRY.get(match[0].slice(0, 2).toUpperCase());
    if (length === undefined || match.index < floor) continue;
    if (!BEGINS_ALONE.test(text.slice(Math.max(0, match.index - LOOK_BACK), match.index))) continue;
    const end = takeAlphanumerics(text, match.index, length);
    if (end === null) continue;
    const iban = text.slice(match.index, end).replace(SEPARATORS, '').toUpperCase();
    const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index);
    if (!passesIbanCheck(iban) && !CALLED_IBAN.test(before)) continue;
    found.push({ start: match.index, end });
    floor = end;
  }
  return found;
}

/** The end of `count` letters and digits from `start`, up to three spaces, full stops and hyphens allowed between them, or null. */
function takeAlphanumerics(text: string, start: number, count: number): number | null {
  let index = start;
  for (let taken = 0; taken < count; taken++) {
    for (let gap = 0; taken > 0 && gap < LONGEST_GAP && /[ .-]/.test(text.charAt(index)); gap++) index++;
    if (!/[A-Za-z0-9]/.test(text.charAt(index))) return null;
    index++;
  }
  return /[\p{L}\p{N}]/u.test(text.charAt(index)) ? null : index;
}
