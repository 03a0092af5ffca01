import { describe, expect, it } from 'vitest';
import { findIntents } from './find-intents';

const expresses = (text: string, language: string) =>
  findIntents(text, language).some(({ intent }) => intent === 'urgency');

describe('urgency', () => {
  it.each([
    ['en', 'Please fix this ASAP'],
    ['en', 'Production is down'],
    ['en', 'Our whole team is blocked'],
    ['en', 'This is urgent, we ship on Monday'],
    ['en', 'Our checkout has been down since nine'],
    ['en', 'I need an answer by tomorrow'],
    ['en', 'Please respond as soon as possible'],
    ['en', 'We are losing customers because of this'],
    ['en', 'This is a blocker for us'],
    ['en', "We can't wait any longer"],
    ['en', 'Critical bug in the invoice'],
    ['en', 'We are completely stuck'],
    ['de', 'Bitte dringend beheben'],
    ['de', 'Unser System steht seit heute früh'],
    ['fr', "C'est urgent"],
    ['fr', 'Le site est en panne'],
    ['es', 'Es urgente'],
    ['es', 'Lo necesitamos cuanto antes'],
    ['it', 'Abbiamo bisogno di una risposta subito'],
    ['it', 'Il sito è bloccato'],
    ['pt', 'Preciso de ajuda imediatamente'],
    ['pt', 'Estamos bloqueados'],
    ['de', 'Es eilt'],
    ['de', 'Sofort!'],
    ['en', 'This needs to be fixed today'],
    ['en', 'system down'],
    ['it', 'siamo fermi'],
    ['fr', 'tout est bloqué'],
  ])('is heard (%s): %s', (language, text) => {
    expect(expresses(text, language)).toBe(true);
  });

  it.each([
    ['en', 'No need to answer urgently'],
    ['en', 'This is not urgent'],
    ['en', 'They fixed it asap'],
    ['en', 'The staff in the urgent care clinic were kind'],
    ['en', 'The emergency department was clean'],
    ['en', 'They answered immediately'],
    ['en', 'Prices are down this month'],
    ['en', 'I sat down in the waiting room'],
    ['en', 'I blocked that number'],
    ['en', 'We were stuck in traffic'],
    ['en', 'I lost weight with this app'],
    ['en', 'Please add a list of blocked senders'],
    ['en', 'Nothing urgent, just an idea'],
    ['en', 'Immediate help was given'],
    ['en', 'We produce parts in the production hall down the road'],
    ['en', 'Excellent emergency placement, the best possible care'],
    ['en', 'The cleanliness of wards should be top priority'],
    ['en', 'Everything was arranged as soon as possible'],
    ['de', 'Es ist nicht dringend'],
    ['de', 'Das Team hat sofort geholfen'],
    ['fr', "Ce n'est pas urgent"],
    ['fr', 'Ils ont répondu tout de suite'],
    ['fr', "L'assistance en cas d'urgence ne fonctionne pas"],
    ['it', 'Rimini: emergenza neve'],
    ['es', 'No es urgente'],
    ['it', 'Non è urgente'],
    ['pt', 'Não é urgente'],
    ['en', "It's urgent that you do not call me"],
    ['en', 'The system down the hall is loud'],
    ['de', 'Sofort geholfen'],
    ['en', 'It does not need to be fixed today'],
  ])('is not heard (%s): %s', (language, text) => {
    expect(expresses(text, language)).toBe(false);
  });
});
