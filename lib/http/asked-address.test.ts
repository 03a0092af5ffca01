import { describe, expect, it } from 'vitest';
import { askedAddress, placeInWorkspace } from './asked-address';

describe('askedAddress', () => {
  it('keeps path and query, without what Next.js adds', () => {
    expect(askedAddress('/w/acme/issues')).toBe('/w/acme/issues');
    expect(askedAddress('/w/acme/feedback?q=a%20b&_rsc=1x2y&theme=t')).toBe(
      '/w/acme/feedback?q=a%20b&theme=t',
    );
    expect(askedAddress('/w/acme?_rsc=1x2y')).toBe('/w/acme');
  });
});

describe('placeInWorkspace', () => {
  it('leads back to where one was going, and nowhere else', () => {
    expect(placeInWorkspace('acme', '/w/acme/issues/1?accounts=ever')).toBe('/w/acme/issues/1?accounts=ever');
    expect(placeInWorkspace('acme', '/w/acme?period=30')).toBe('/w/acme?period=30');
    expect(placeInWorkspace('acme', '/w/acme-two/issues')).toBe('/w/acme');
    expect(placeInWorkspace('acme', 'https://elsewhere.example/w/acme')).toBe('/w/acme');
    expect(placeInWorkspace('acme', null)).toBe('/w/acme');
  });
});
