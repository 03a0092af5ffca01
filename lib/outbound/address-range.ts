import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * What is not on the public Internet, or is a machine of one's own behind another name. Source: IANA, special-purpose address
 * registries for IPv4 and IPv6 (RFC 6890), and the ranges in which other addresses are wrapped (6to4, Teredo, NAT64).
 */
const NOT_PUBLIC: readonly [address: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

const blocked = new BlockList();
for (const [address, prefix] of NOT_PUBLIC) blocked.addSubnet(address, prefix, 'ipv4');

/** Of IPv6 only 2000::/3 is given out; within it these are not public. */
const unicast = new BlockList();
unicast.addSubnet('2000::', 3, 'ipv6');
const notPublicUnicast = new BlockList();
for (const [address, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  notPublicUnicast.addSubnet(address, prefix, 'ipv6');
}

/**
 * Whether an IP address is one of the public Internet. Addresses that wrap an IPv4 address (::ffff:10.0.0.1, 64:ff9b::/96)
 * are never: nothing is reached by them that is not reached without.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !blocked.check(address, 'ipv4');
  if (!isIPv6(address)) return false;
  return unicast.check(address, 'ipv6') && !notPublicUnicast.check(address, 'ipv6');
}
