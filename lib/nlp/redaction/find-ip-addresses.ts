import { listMatches } from '../list-matches';
import type { TextSpan } from '../offsets';
import type { Glance } from './glance';

/** Also as IPv6 writes it: ::ffff:192.168.100.20. */
const IPV4 = /(?<![\p{L}\p{N}.])(?:::ffff:)?\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}]|\.\d)/giu;
const IPV6 = /(?<![\p{L}\p{N}:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?![\p{L}\p{N}:])/giu;
const ADDRESS_BEFORE =
  /(?:\bip(?: is| ist| es| est| è| é)?|\bipv[46]|address|adresse?|direcci[oó]n|indirizzo|endere[cç]o|server|servidor|serveur|host|ping(?:ed)?|router|dns|from|desde|an)[\s:=("]{1,3}$/i;
/** Also of the second of two: "from version 10.0.190.100 to 10.0.190.200". */
const VERSION_BEFORE =
  /(?:versi(?:ons?|ón|one)|vers[aã]o|builds?|release|firmware|v|ver\.?|update|upgrade[d]?(?: to)?|section|chapter|ios|os|driver)[\s:.]{0,3}(?:\d[\d.]{4,16}(?:,|\s?\p{L}{1,4}|\s?-?>)\s)?$/iu;
const LOOK_BACK = 40;
/** Four short numbers are a version or a chapter as often: "2.0.1.5". */
const MIN_TELLING_DIGITS = 8;

/** IPv4 and IPv6 addresses; version numbers that look like one are left alone. */
export function findIpAddresses(
  text: string,
  { hasDottedNumber, hasColons }: Pick<Glance, 'hasDottedNumber' | 'hasColons'>,
): TextSpan[] {
  const found: TextSpan[] = [];
  for (const { 0: written, index: start } of hasDottedNumber ? listMatches(text, IPV4) : []) {
    const address = written.slice(written.lastIndexOf(':') + 1);
    const before = text.slice(Math.max(0, start - LOOK_BACK), start);
    if (address.split('.').some((part) => Number(part) > 255) || VERSION_BEFORE.test(before)) continue;
    if (address.length - 3 < MIN_TELLING_DIGITS && !ADDRESS_BEFORE.test(before)) continue;
    found.push({ start, end: start + written.length });
  }
  for (const { 0: address, index: start } of hasColons ? listMatches(text, IPV6) : []) {
    const isCalledSo = ADDRESS_BEFORE.test(text.slice(Math.max(0, start - LOOK_BACK), start));
    if (isIpv6(address, isCalledSo)) found.push({ start, end: start + address.length });
  }
  return found;
}

/** How addresses begin that are in use: global, of one network, of one link. Source: RFC 4291, RFC 4193. */
const IPV6_BEGINNING = /^(?:[23][0-9a-f]{3}|f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/i;

/**
 * Eight groups, or fewer around one "::"; a clock time, "std::vector" and "10::20" are none. One or two groups are an address
 * by how they begin, or where the words before call them so.
 */
function isIpv6(address: string, isCalledSo: boolean): boolean {
  const groups = address.split(':').filter((group) => group !== '');
  if (groups.length === 0 || !/\d/.test(address)) return false;
  if (groups.length < 3 && !isCalledSo && !IPV6_BEGINNING.test(address)) return false;
  const isShortened = /^[^:].*::|^::/.test(address);
  if (/:::|::.*::|^:[^:]|[^:]:$/.test(address)) return false;
  return isShortened ? groups.length < 8 : groups.length === 8;
}
