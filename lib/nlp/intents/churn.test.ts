import { describe, expect, it } from 'vitest';
import { findIntents } from './find-intents';

const expresses = (text: string, language: string) =>
  findIntents(text, language).some(({ intent }) => intent === 'churn');

describe('churn', () => {
  it.each([
    ['en', 'We are going to cancel our subscription at the end of the month.'],
    ['en', 'If this is not fixed we will switch to a competitor'],
    ['en', "We're looking at alternatives."],
    ['en', 'I am thinking about leaving, the price is too high'],
    ['en', 'Please close my account'],
    ['en', "We won't be renewing in March"],
    ['en', 'Seriously considering other vendors now'],
    ['en', "I'll never shop here again"],
    ['en', 'Uninstalling. Too many ads.'],
    ['en', "I can't use it any more and will cancel"],
    ['en', 'Time to move to another provider'],
    ['en', 'How do I cancel my subscription?'],
    ['en', 'Can you delete my account?'],
    ['en', 'I need you to shut down my account'],
    ['en', 'How do I deactivate my account?'],
    ['de', 'Ich werde meinen Vertrag kündigen'],
    ['de', 'Wir überlegen zur Konkurrenz zu gehen'],
    ['de', 'Wir suchen bereits Alternativen'],
    ['de', 'Beim nächsten Mal wechsle ich zur Konkurrenz'],
    ['fr', "J'ai décidé de passer à la concurrence"],
    ['fr', 'Mon prochain achat se fera chez la concurrence'],
    ['fr', "C'est la dernière fois que je commande ici"],
    ['it', 'La prossima volta vado alla concorrenza'],
    ['pt', 'Vou mudar para a concorrência'],
    ['fr', 'Je vais résilier mon abonnement'],
    ['fr', 'Nous pensons partir à la concurrence'],
    ['es', 'Quiero cancelar mi suscripción'],
    ['es', 'Estamos buscando alternativas'],
    ['it', 'Voglio disdire il contratto'],
    ['it', 'Stiamo valutando delle alternative'],
    ['pt', 'Vou cancelar a minha assinatura'],
    ['pt', 'Estamos pensando em trocar de fornecedor'],
  ])('is heard (%s): %s', (language, text) => {
    expect(expresses(text, language)).toBe(true);
  });

  it.each([
    ['en', 'I would never cancel my subscription'],
    ['en', 'The cancel button does nothing'],
    ['en', 'We had to cancel the meeting'],
    ['en', 'I want to cancel my order'],
    ['en', 'They cancelled my appointment twice'],
    ['en', 'I switched to the annual plan and love it'],
    ['en', 'It is easy to switch to dark mode'],
    ['en', 'We have no plans to switch providers'],
    ['en', 'Great noise cancelling headphones'],
    ['en', 'There is no alternative to this app'],
    ['en', 'I switched from a competitor and never looked back'],
    ['en', 'You cancelled my subscription by mistake'],
    ['en', 'We just renewed our contract for three years'],
    ['en', 'I uninstalled and reinstalled it and now it works'],
    ['en', 'Please let me delete old accounts of former colleagues'],
    ['en', 'Much better than any competitor'],
    ['en', 'The doctor was considering an alternative treatment'],
    ['en', 'What are the steps I need to take to cancel a transaction?'],
    ['en', 'I want to cancel one item'],
    ['en', 'I had another watch for years before switching to Garmin'],
    ['en', 'I uninstalled it and re downloaded it'],
    ['de', 'Ich würde meinen Vertrag niemals kündigen'],
    ['de', 'Im Vergleich zur Konkurrenz zu teuer'],
    ['de', 'Das letzte Mal war ich enttäuscht'],
    ['fr', 'Trop cher par rapport à la concurrence'],
    ['fr', 'Les prix sont plus élevés que chez la concurrence'],
    ['fr', "La dernière fois, j'ai été très déçue"],
    ['fr', 'Je dois désinstaller et réinstaller à chaque fois'],
    ['it', 'Troppo caro rispetto alla concorrenza'],
    ['pt', 'Caro em relação à concorrência'],
    ['de', 'Mein Vertrag wurde ohne Probleme verlängert'],
    ['fr', 'Je ne vais pas résilier mon abonnement'],
    ['fr', 'Mon rendez-vous a été annulé'],
    ['es', 'Nunca voy a cancelar mi suscripción'],
    ['es', 'Quiero cancelar mi pedido'],
    ['it', 'Non voglio disdire il contratto'],
    ['pt', 'Não vou cancelar a minha assinatura'],
  ])('is not heard (%s): %s', (language, text) => {
    expect(expresses(text, language)).toBe(false);
  });
});
