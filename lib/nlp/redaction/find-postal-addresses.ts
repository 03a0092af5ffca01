import { listMatches } from '../list-matches';
import type { TextSpan } from '../offsets';
import type { Glance } from './glance';

/** A word with its first letter in either case: `street|road` gives `[sS]treet|[rR]oad`. */
const eitherCase = (words: string): string =>
  words.replace(
    /(^|\|)(\p{L})/gu,
    (_, bar: string, letter: string) => `${bar}[${letter}${letter.toUpperCase()}]`,
  );

/** Streets named by a word at their end, the number before them: "12 High Street". */
const STREET_LAST = eitherCase(
  'street|road|avenue|lane|drive|court|boulevard|terrace|crescent|highway|parkway|circle|close|mews|gardens|grove|square|' +
    'place|way|loop|trail|turnpike|walk|row|rise|hill|st|rd|ave|ln|dr|ct|blvd|hwy|pkwy|cres|sq|pl',
);
/** Streets named by a word at their beginning; in French the number may stand before it. */
const FRENCH_STREET = eitherCase(
  'rue|avenue|av|boulevard|bd|bld|chemin|impasse|all[ée]e|quai|cours|faubourg|place',
);
const STREET_FIRST = `${FRENCH_STREET}|${eitherCase(
  'calle|c/|avda|avenida|plaza|paseo|camino|carretera|ronda|traves[íi]a|via|viale|piazza|corso|largo|vicolo|strada|' +
    'piazzale|rua|pra[çc]a|travessa|alameda|estrada|rodovia|beco|ul|ulica',
)}`;
/** How German and Dutch street names end, the number after them: "Hauptstraße 5". */
const STREET_ENDING =
  'stra(?:ß|ss)e|str\\.|weg|platz|allee|gasse|damm|ufer|chaussee|straat|laan|plein|gracht|kade';

const NAME = "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]{0,30}|\\d{1,3}(?:st|nd|rd|th))";
const LINKS = "(?:(?:de|du|des|del|della|dei|di|da|do|dos|das|la|le|les|los|las|el) |[ldLD]['’]){0,3}";

const STREET_AFTER = new RegExp(
  `^[a-zA-Z]?,? (?:(?:${NAME} ){1,4}(?<!(?:Google|Hard|Flash|One|Test|Disk|Shared|Cloud) )(?:${STREET_LAST})(?![\\p{L}])\\.?(?: (?:N|S|E|W|NE|NW|SE|SW)(?!\\p{L}))?|` +
    `(?:(?:bis|ter|quater),? )?(?:${FRENCH_STREET})\\.? ${LINKS}${NAME}(?: ${LINKS}${NAME}){0,3})`,
  'u',
);
const STREET_BEFORE = new RegExp(
  `(?<![\\p{L}])(?:(?:${STREET_FIRST})\\.? ${LINKS}(?:${NAME},? ${LINKS}){1,4}(?:[nN]\\.?[º°o]\\.? ?)?|` +
    `(?:\\p{Lu}[\\p{L}.-]{0,30}[ -]){0,3}(?:\\p{Lu}[\\p{L}-]{0,30}(?:${STREET_ENDING})|\\p{Lu}\\p{L}{1,30}[- ](?:Stra(?:ß|ss)e|Str\\.|Weg|Platz|Allee|Ring)) )$`,
  'u',
);
/** After the number of a house, no word that is counted: "der Umweg 20 Minuten", "via PayPal 3 times". */
const HOUSE_ENDS =
  /^(?:\/?[a-zA-Z])?(?:[,.;:)!?\n]|$| - [\p{Lu}\d]| \d{4,5}(?!\p{N})| (?:in|à|en|a|em|bis|und|and|et|y|e)(?!\p{L})| \p{Lu}\p{L}+\.? \d)/u;
/** Streets that are named by where they lie; so much else is that a postcode and a town have to follow. */
const PLACE_NAMED_STREET =
  /(?<![\p{L}])(?:A[mn]|An de[rn]|Auf de[rm]|Im|In de[rn]|Unter den|Zu[mr]|Hinter de[rm]|Vor de[rm]|Bei de[rm]) (?:\p{Lu}[\p{L}-]{1,30} ){1,2}$/u;
const POSTCODE_FOLLOWS = /^[a-zA-Z]?(?:, ?| - | )\d{5} \p{Lu}\p{L}/u;
const PARTED = '(?:,?\\s{1,3}|,? - )';
const TOWN = `${NAME}(?: (?:${LINKS})?${NAME}){0,2}`;
/** A flat or a floor, as each language writes it. */
const FLAT =
  '(?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|Room|App|apto|apartamento|piso|puerta|escalera|esc|bloco|bloque|interno|int|scala|[ée]tage|b[âa]t|Wohnung|Whg)\\.? ?#?[\\p{L}\\p{N}-]{1,6}|' +
  '\\d{1,2}\\.?[ºª°](?: ?(?:[A-Z](?!\\p{L})|(?:[Ee]sq|[Dd]to|[Dd]rt|[Dd]cha|[Ii]zq|[Ff]te)\\p{L}{0,6}\\.?))?';
/** What follows a street: a flat, a postcode and a town, or a town and its postcode or state. */
const REST = new RegExp(
  `(?:${PARTED}(?:${FLAT})){0,2}` +
    `(?:${PARTED}(?:[A-Z]{1,2}-)?(?:\\d{4,5}|\\d{4}-\\d{3}|\\d{4} ?[A-Z]{2})\\s{1,3}${TOWN}(?: \\([A-Z]{2}\\))?|` +
    `(?:${PARTED}${TOWN}){1,2} - [A-Z]{2}(?:,? \\d{5}-?\\d{3})?(?![\\p{L}\\p{N}])|` +
    `(?:,?\\s{1,3}${NAME}(?: ${NAME}){0,2})?,?\\s{1,3}(?:[A-Z]{2}\\s{1,2}\\d{5}(?:-\\d{4})?|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})(?![\\p{L}\\p{N}]))?`,
  'uy',
);
const HOUSE_NUMBER = /(?<![\p{L}\p{N}])\d{1,5}(?:[-/]\d{1,4})?(?!\p{N})/gu;
const POST_BOX =
  /(?<![\p{L}])(?:P\.? ?O\.? ?Box|Postfach|Casella postale|Apartado(?: de correos)?|Caixa postal) \d{1,6}(?!\p{N})/giu;
const REACH = 90;

/** Streets with the number of a house, with flat, postcode and town where they follow; post boxes. */
export function findPostalAddresses(
  text: string,
  { mayNamePostBox }: Pick<Glance, 'mayNamePostBox'>,
): TextSpan[] {
  const found: TextSpan[] = [];
  let floor = 0;
  for (const { 0: number, index } of listMatches(text, HOUSE_NUMBER)) {
    if (index < floor) continue;
    const street = findStreet(text, index, index + number.length, floor);
    if (!street) continue;
    REST.lastIndex = street.end;
    floor = street.end + (REST.exec(text)?.[0].length ?? 0);
    while (/[.'’-]/.test(text.charAt(floor - 1))) floor--;
    found.push({ start: street.start, end: floor });
  }
  for (const { 0: box, index } of mayNamePostBox ? listMatches(text, POST_BOX) : [])
    found.push({ start: index, end: index + box.length });
  return found;
}

function findStreet(text: string, start: number, end: number, floor: number): TextSpan | null {
  const after = text.slice(end, end + REACH);
  const street = STREET_AFTER.exec(after);
  if (street) return { start, end: end + street[0].length };
  if (!HOUSE_ENDS.test(after)) return null;
  const before = text.slice(Math.max(floor, start - REACH), start);
  const named =
    STREET_BEFORE.exec(before) ?? (POSTCODE_FOLLOWS.test(after) ? PLACE_NAMED_STREET.exec(before) : null);
  if (!named) return null;
  const letter = /^\/?[a-zA-Z](?!\p{L})/u.exec(after)?.[0].length ?? 0;
  return { start: start - named[0].length, end: end + letter };
}
