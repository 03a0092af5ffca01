import { expect, test } from 'vitest';
import { isCourtesy, mayBeSignature } from './courtesies';

test.each([
  'Hi there,',
  'Hello,',
  'Cheers\nInès',
  'Thanks, Daniel',
  'BR,\njulien',
  'thx!',
  'Best regards',
  'Viele Grüße',
  'Gruß, Sabine',
  'Cordialement, Julien',
  'Un saludo',
  'Muchas gracias',
  'Good afternoon,',
  'Guten Tag zusammen,',
  'thank you so much',
])('a courtesy: %j', (text) => {
  expect(isCourtesy(text)).toBe(true);
});

test.each([
  'Hi, the export fails',
  'Thanks for nothing, the sync broke again',
  'best tool we ever had for planning',
  'Hello world program crashes',
  'Danke, aber der Export geht nicht',
  'Britain is not in the list',
  'Thanks to the new report we save a day a week',
])('more than a courtesy: %j', (text) => {
  expect(isCourtesy(text)).toBe(false);
});

test('a signature is a name, not a sentence', () => {
  expect(mayBeSignature('Daniel')).toBe(true);
  expect(mayBeSignature("Anne-Marie O'Neill")).toBe(true);
  expect(mayBeSignature('It works now, thanks.')).toBe(false);
});
