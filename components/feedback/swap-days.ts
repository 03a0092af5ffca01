import { type Address, valueInAddress } from '@/lib/responses/address';

/** The same address with its first and last day in each other's place, from the beginning of the list. */
export function swapDaysHref(path: string, address: Address): string {
  const {
    from: to,
    to: from,
    at: _,
    ...rest
  } = Object.fromEntries(Object.keys(address).map((name) => [name, valueInAddress(address, name)]));
  const set = Object.entries({ ...rest, from, to }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  return `${path}?${new URLSearchParams(set)}`;
}
