import type { TextSpan } from '../offsets';

const IPV4 = /(?<![\p{L}\p{N}.])\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}]|\.\d)/gu;
const IPV6 = /(?<![\p{L}\p{N}:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?![\p{L}\p{N}:])/giu;
const ADDRESS_BEFORE =
  /(?:\bip|\bipv4|address|adresse?|server|host|ping(?:ed)?|router|dns|from|an)[\s:=("]{1,3}$/i;
const VERSION_BEFORE =
  /(?:versions?|build|release|firmware|v|ver\.?|update|upgrade[d]?(?: to)?|section|chapter|ios|os|driver)[\s:.]{0,3}$/i;
const LOOK_BACK = 20;
/** Four short numbers are a version or a chapter as often: "2.0.1.5". */
const MIN_TELLING_DIGITS = 8;

/** IPv4 and IPv6 addresses; version numbers that look like one are left alone. */
export function findIpAddresses(text: string): TextSpan[] {
  const found: TextSpan[] = [];
  for (const { 0: address, index: start } of text.matchAll(IPV4)) {
    const before = text.slice(Math.max(0, start - LOOK_BACK), start);
    if (address.split('.').some((part) => Number(part) > 255) || VERSION_BEFORE.test(before)) continue;
    if (address.length - 3 < MIN_TELLING_DIGITS && !ADDRESS_BEFORE.test(before)) continue;
    found.push({ start, end: start + address.length });
  }
  for (const { 0: address, index: start } of text.matchAll(IPV6)) {
    if (isIpv6(address)) found.push({ start, end: start + address.length });
  }
  return found;
}

/** Eight groups, or fewer around one "::"; a clock time and "std::vector" are none. */
function isIpv6(address: string): boolean {
  const groups = address.split(':').filter((group) => group !== '');
  if (groups.length < 3 || !/\d/.test(address)) return false;
  const isShortened = /^[^:].*::|^::/.test(address);
  if (/:::|::.*::|^:[^:]|[^:]:$/.test(address)) return false;
  return isShortened ? groups.length < 8 : groups.length === 8;
}
