import { expect, it } from 'vitest';
import { dropWebAddresses } from './web-addresses';

it.each([
  ['https://example.com/awful', ' '],
  ['see www.example.com/great?x=1, it helped', 'see   it helped'],
  ['no address, e.g. example.com', 'no address, e.g. example.com'],
])('leaves of %j %j', (text, left) => {
  expect(dropWebAddresses(text)).toBe(left);
});
