import { expect, test } from 'vitest';
import { makeNameHider } from '@/lib/accounts/hide-account-names';

test('names go where they stand as words, whatever their case, the longest first', () => {
  const hide = makeNameHider(['Acme', 'Acme Robotics', 'C++ (Berlin)', 'Éclair', 'AB', ' ']);
  expect(hide('At ACME robotics we left. acme, Acme’s and Éclair: no.')).toBe(
    'At [company] we left. [company], [company]’s and [company]: no.',
  );
  expect(hide('C++ (Berlin) is not C++.')).toBe('[company] is not C++.');
  expect(hide('Acmeology and AB stay.')).toBe('Acmeology and AB stay.');
  expect(hide('Acme\nRobotics')).toBe('[company]');
});

test('without names nothing changes', () => {
  expect(makeNameHider([])('As it was.')).toBe('As it was.');
});
