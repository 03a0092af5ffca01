import { describe, expect, it } from 'vitest';
import { isAcknowledgement } from './acknowledgement';
import { foldText } from './fold';
import { declinesToAnswer } from './kind';

describe('isAcknowledgement', () => {
  it.each([
    'Hi Keiko, Ok ty.',
    'Understood, thanks!',
    'Alright, speak soon, bye.',
    'Alright, will try that.',
    'Ok, we’ll wait',
    'Vale, lo pruebo mañana',
    'Danke, ich teste es morgen',
    'Alles klar, danke',
    'Vale, gracias',
  ])('%s', (text) => {
    expect(isAcknowledgement(foldText(text))).toBe(true);
    expect(declinesToAnswer(text)).toBe(true);
  });

  it.each([
    'Great, thanks, works now',
    'Hi [name], Works again, cheers.',
    'Confirmed, it’s fine now',
    'Solved, thank you',
    'All sorted now',
    'That worked, thank you!',
    'Thanks, you can close this!',
    'Ça marche à nouveau, merci',
    'Geht jetzt wieder, vielen Dank!',
    'Ya está resuelto',
    'Ora funziona, grazie',
    'Agora funciona, obrigado',
    'Great, got it',
    'This helped',
  ])('%s, and that says how somebody feels', (text) => {
    expect(isAcknowledgement(foldText(text))).toBe(true);
    expect(declinesToAnswer(text)).toBe(false);
  });

  it.each([
    'Great!',
    'Great, thanks',
    'Works great',
    'Not solved',
    'Sorry, not solved!',
    'It never works',
    'The export works again',
    'Fixed the export, thanks',
    'No complaints.',
    'Perfecto, gracias por la rapidez',
    'Happy to stay',
    'ok but slow',
    'We wait for weeks',
    'I test software',
    'I see no change',
    'Passt nicht',
    'Alles super',
  ])('%s says more', (text) => expect(isAcknowledgement(foldText(text))).toBe(false));
});
