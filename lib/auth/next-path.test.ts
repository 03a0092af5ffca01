import { describe, expect, it } from 'vitest';
import { parseNextPath } from '@/lib/auth/next-path';

describe('parseNextPath', () => {
  it.each(['/', '/w/acme', '/w/acme/feedback?q=slow%20export&page=2#first', '/w/été'])('keeps %s', (path) => {
    expect(decodeURI(parseNextPath(path))).toBe(decodeURI(path));
  });

  it.each([
    undefined,
    '',
    'w/acme',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'javascript:alert(1)',
    ' /w/acme',
    'http://here.invalid/w/acme',
  ])('does not leave the site for %j', (value) => {
    expect(parseNextPath(value)).toBe('/');
  });

  it('takes the start when the parameter is given twice', () => {
    expect(parseNextPath(['/w/a', '/w/b'])).toBe('/');
  });
});
