import { describe, expect, it } from 'vitest';
import { passesIbanCheck, passesLuhn } from './checksums';

describe('passesLuhn', () => {
  it('accepts the published test numbers of the card schemes', () => {
    for (const digits of ['4111111111111111', '5555555555554444', '378282246310005', '30569309025904']) {
      expect(passesLuhn(digits), digits).toBe(true);
    }
  });

  it('refuses every other last digit', () => {
    for (const last of '023456789') expect(passesLuhn(`411111111111111${last}`)).toBe(false);
  });
});

describe('passesIbanCheck', () => {
  it('accepts the examples of the IBAN registry', () => {
    for (const iban of ['GB29NWBK60161331926819', 'DE89370400440532013000', 'FR1420041010050500013M02606']) {
      expect(passesIbanCheck(iban), iban).toBe(true);
    }
  });

  it('refuses swapped digits and foreign characters', () => {
    expect(passesIbanCheck('GB29NWBK60161331926891')).toBe(false);
    expect(passesIbanCheck('GB29NWBK6016133192681?')).toBe(false);
  });
});
