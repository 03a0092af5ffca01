import { expect, it } from 'vitest';
import { redactPersonalData } from '../redact';
import { compileKnownNames } from './known-names';

const knownNames = compileKnownNames(['Rose Field']);

it.each([
  // What a number is may be said after it.
  ['21987654321 é meu whats', 'pt', '[phone] é meu whats'],
  ['3491234567, chiamatemi', 'it', '[phone], chiamatemi'],
  ['Order 3491234567 is late', 'en', 'Order 3491234567 is late'],
  // A mobile number that happens to pass as an old card.
  ['Rückruf 4915112345678', 'de', 'Rückruf [phone]'],
  ['my card 4111 1111 1111 1111', 'en', 'my card [card]'],
  ['La dottoressa Bianchi mi ha aiutata', 'it', 'La dottoressa [name] mi ha aiutata'],
  // Brands that are called as people are.
  ['Dr. Oetker and Dr. Martens, but Dr. Miller', 'en', 'Dr. Oetker and Dr. Martens, but Dr. [name]'],
  ["Ben & Jerry's is great", 'en', "Ben & Jerry's is great"],
  // A contact whose names are words.
  ['we met in the rose field', 'en', 'we met in the rose field'],
  ['Rose Field called', 'en', '[name] called'],
])('reads %j (%s)', (text, language, redacted) => {
  const found = redactPersonalData(text, { language, knownNames });
  expect(found.text).toBe(redacted);
  expect(redactPersonalData(found.text, { language, knownNames }).text).toBe(redacted);
});
