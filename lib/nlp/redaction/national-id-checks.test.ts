import { describe, expect, it } from 'vitest';
import {
  passesCodiceFiscaleCheck,
  passesDniCheck,
  passesNifCheck,
  passesNirCheck,
  passesSteuerIdCheck,
} from './national-id-checks';

// Specimens that the offices themselves publish, and one slip of a finger in each.
describe.each<[string, (id: string) => boolean, string[], string[]]>([
  ['DNI and NIE', passesDniCheck, ['12345678Z', 'X1234567L', 'Y1234567X'], ['12345679Z', 'Y1234567L']],
  ['NIR', passesNirCheck, ['255081416802538'], ['255081416802537', '255081416803538']],
  [
    'Steuer-ID',
    passesSteuerIdCheck,
    ['86095742719', '47036892816'],
    ['86095742718', '12345678901', '11111111111'],
  ],
  [
    'codice fiscale',
    passesCodiceFiscaleCheck,
    ['RSSMRA85T10A562S'],
    ['RSSMRA85T10A562T', 'RSSMRA85T11A562S'],
  ],
  ['NIF', passesNifCheck, ['123456789', '501442600'], ['123456788', '132456789']],
])('the check of %s', (_name, passes, right, wrong) => {
  it.each(right)('holds for %s', (id) => expect(passes(id)).toBe(true));
  it.each(wrong)('fails for %s', (id) => expect(passes(id)).toBe(false));
});
