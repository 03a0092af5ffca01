import { describe, expect, it } from 'vitest';
import { findIntents } from './find-intents';

const expresses = (text: string, language: string) =>
  findIntents(text, language).some(({ intent }) => intent === 'effort');

describe('effort', () => {
  it.each([
    ['en', 'I had to call three times before anyone answered'],
    ['en', 'Emailed support twice and no reply'],
    ['en', 'We spent hours on the phone with your support'],
    ['en', 'I spent two hours finding out how to reset a password'],
    ['en', 'It takes forever to load a report'],
    ['en', 'I was passed from one department to the next'],
    ['en', 'Too many clicks to export a file'],
    ['en', 'I had to jump through hoops to get a refund'],
    ['en', 'Setting it up was such a hassle'],
    ['en', 'It is very difficult to find the invoice'],
    ['en', 'Impossible to reach a human'],
    ['en', 'Still waiting for a reply'],
    ['en', "I can't believe I had to explain it over and over"],
    ['de', 'Ich musste dreimal bei der Hotline anrufen'],
    ['de', 'Die Anmeldung ist viel zu umständlich'],
    ['fr', "J'ai dû appeler trois fois"],
    ['fr', 'Impossible de joindre le service client'],
    ['es', 'Tuve que llamar tres veces'],
    ['es', 'Sigo esperando una respuesta, llevo días sin respuesta'],
    ['it', 'Ho dovuto chiamare tre volte'],
    ['it', 'Aspetto una risposta da due settimane'],
    ['pt', 'Estou à espera de resposta há três semanas'],
    ['it', 'Il processo è troppo macchinoso'],
    ['pt', 'Tive que ligar três vezes'],
    ['pt', 'Liguei várias vezes e nada'],
    ['en', 'it took 12 emails'],
    ['en', 'I had to wait 3 weeks'],
    ['en', 'It took ages'],
    ['en', 'back and forth for weeks'],
  ])('is heard (%s): %s', (language, text) => {
    expect(expresses(text, language)).toBe(true);
  });

  it.each([
    ['en', 'I never had to call twice'],
    ['en', 'No hassle at all'],
    ['en', 'I signed up without jumping through hoops'],
    ['en', "It wasn't too difficult to set up"],
    ['en', 'It takes two minutes to set up'],
    ['en', 'I have spent hours playing this, love it'],
    ['en', 'So hard to put down'],
    ['en', 'The nurses worked really hard to make our stay easy'],
    ['en', 'My foot is sore and painful to walk on'],
    ['fr', 'Un bon de remise passé de 4 jours'],
    ['en', 'The staff called me three days later'],
    ['en', 'This saves us hours every week'],
    ['en', 'We visited Rome twice'],
    ['en', 'They called me twice to see how I was'],
    ['en', 'Please call me back'],
    ['en', 'An offer too good to refuse, hard to beat'],
    ['en', 'We had to wait a few minutes'],
    ['en', 'The clicks are counted per page'],
    ['de', 'Ich musste nicht dreimal anrufen'],
    ['de', 'Gar nicht kompliziert'],
    ['fr', "Je n'ai jamais attendu des heures"],
    ['fr', 'Nous avons passé des heures formidables'],
    ['es', 'No tuve que llamar tres veces'],
    ['it', 'Non ho dovuto chiamare due volte'],
    ['pt', 'Não tive que ligar duas vezes'],
    ['en', 'It took 2 emails'],
    ['en', 'I never had to wait for days'],
    ['en', 'We went back and forth on the colour'],
    ['en', 'It took no calls at all'],
  ])('is not heard (%s): %s', (language, text) => {
    expect(expresses(text, language)).toBe(false);
  });
});
