import { describe, expect, it } from 'vitest';
import { isCaseTalk } from './case-talk';
import { foldText } from './fold';
import { declinesToAnswer } from './kind';

describe('isCaseTalk', () => {
  it.each([
    'When will this be solved?',
    'How do we proceed?',
    'Any news on this?',
    'Screenshot attached.',
    'My username is [email], in case you need it',
    'Workspace is Tidal Health, please log in and see',
    'Ring me at [phone], any time',
    'Happy to jump on a call if it helps!',
    'Around 14:05 our time',
    'We are on macOS, Firefox, latest version',
    'Hello, yes, I can hear you fine.',
    'Alright, send me the notes please, bye.',
    'Not urgent, whenever you have time.',
    'No rush, just asking!',
    'I’ll be direct.',
    'Ill be blunt',
    'Gibt es etwas Neues?',
    'Je vous joins une capture d’écran',
  ])('%s', (text) => {
    expect(isCaseTalk(foldText(text))).toBe(true);
    expect(declinesToAnswer(text)).toBe(true);
  });

  it.each([
    'Hm, that was not it!',
    'Sorry, not solved',
    'Hi [name], Tried that, didn’t help.',
    'Please don’t close this, it’s not fixed',
    'I usually gave you a higher score.',
    'It’s the main reason I’m not giving a 10',
    'Problem besteht weiter.',
    'Ya lo hemos probado, sin éxito',
    'Still not fixed',
    'Any idea whats going on?',
    'Did not help',
    'No luck',
    'Nothing changed',
    'Still waiting',
    'Thanks for your help',
    'Toujours pas résolu',
    'Sigue sin resolver',
    'Ancora non risolto',
    'Continua na mesma',
  ])('%s, and that says how somebody feels', (text) => {
    expect(isCaseTalk(foldText(text))).toBe(true);
    expect(declinesToAnswer(text)).toBe(false);
  });

  it.each([
    'Not working',
    'Workspace is terrible',
    'Hello awful, any news?',
    'It did not work',
    'Happy to call again for the third time',
    'We can do a call with no preparation now',
    'No reply on our escalation for 10 days',
    'I asked for a call back 3 times, nobody rang',
    'Second time I report this',
    'My phone was stolen',
    'My account was charged twice',
    'Please fix the login',
    'Screenshots cannot be attached',
    'Yes',
    'Good',
    'The app crashes since Monday',
    'How do I proceed to the checkout?',
    'Gibt es eine Schnittstelle zu DATEV?',
    'Sigue sin funcionar la sincronización',
  ])('not %s', (text) => {
    expect(isCaseTalk(foldText(text))).toBe(false);
  });
});
