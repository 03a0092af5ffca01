import { describe, expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

const next = { version: '16.4.5', integrity: 'sha512-next' };
const forMac = { version: '1.0.0', integrity: 'sha512-mac', optional: true };
const wanted = { packages: { '': {}, 'node_modules/next': next, 'node_modules/for-mac': forMac } };

describe('isInstalled', () => {
  it('accepts what the lock file names, with optional packages for other machines absent', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/next': next } })).toBe(true);
    expect(
      isInstalled(wanted, { packages: { 'node_modules/next': next, 'node_modules/for-mac': forMac } }),
    ).toBe(true);
  });

  it('misses a package that is wanted', () => {
    expect(isInstalled(wanted, { packages: {} })).toBe(false);
  });

  it('sees another version and another content', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/next': { ...next, version: '16.4.4' } } })).toBe(
      false,
    );
    expect(isInstalled(wanted, { packages: { 'node_modules/next': { ...next, integrity: 'other' } } })).toBe(
      false,
    );
  });

  it('sees a package that is no longer wanted', () => {
    const packages = { 'node_modules/next': next, 'node_modules/old': { version: '1.0.0' } };
    expect(isInstalled(wanted, { packages })).toBe(false);
  });
});
