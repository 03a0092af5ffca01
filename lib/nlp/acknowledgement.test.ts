import { describe, expect, it } from 'vitest';
import { isAcknowledgement } from './acknowledgement';
import { foldText } from './fold';
import { declinesToAnswer } from './kind';

describe('isAcknowledgement', () => {
  it.each([
    'Great, thanks, works now',
    'Hi Keiko, Ok ty.',
    'Hi [name], Works again, cheers.',
    'Confirmed, it’s fine now',
    'Understood, thanks!',
    'Solved, thank you',
    'Alright, speak soon, bye.',
    'All sorted now',
    'That worked, thank you!',
    'Alright, will try that.',
    'Ok, we’ll wait',
    'Vale, lo pruebo mañana',
    'Danke, ich teste es morgen',
    'Thanks, you can close this!',
    'Ça marche à nouveau, merci',
    'Alles klar, danke',
    'Geht jetzt wieder, vielen Dank!',
    'Vale, gracias',
    'Ya está resuelto',
    'Ora funziona, grazie',
    'Agora funciona, obrigado',
  ])('%s', (text) => {
    expect(isAcknowledgement(foldText(text))).toBe(true);
    expect(declinesToAnswer(text)).toBe(true);
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
