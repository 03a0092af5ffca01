import { describe, expect, it } from 'vitest';
import { hasDataSets, readCsv } from '@/lib/core/testing/data-sets';
import { scoreSentiment } from './lexicon-sentiment';
import { HOSTILE_TIMEOUT_MS, listHostileTexts } from './testing/hostile-texts';
import { measureMacroF1, measureOrder } from './testing/measure-labels';

const score = (text: string, language = 'en') => scoreSentiment(text, language).score;
const label = (text: string, language = 'en') => scoreSentiment(text, language).label;

describe('scoreSentiment', () => {
  it.each([
    ['en', 'The app crashes every time I open it', 'negative'],
    ['en', 'Staff were lovely and very helpful', 'positive'],
    ['en', 'I went there on Tuesday', 'neutral'],
    ['en', 'not good', 'negative'],
    ['en', 'no problems at all', 'positive'],
    ['en', "I can't fault the service", 'positive'],
    ['en', 'It was pretty slow', 'negative'],
    ['en', 'good but far too expensive', 'negative'],
    ['en', '👎', 'negative'],
    ['en', 'ok :)', 'positive'],
    ['fr', 'Personnel très aimable et compétent', 'positive'],
    ['fr', "Beaucoup trop cher et l'accueil n'est pas agréable", 'negative'],
    ['de', 'Sehr zufrieden, schnelle Lieferung', 'positive'],
    ['de', 'Das gefällt mir gar nicht', 'negative'],
    ['es', 'Excelente atención, muy rápidos', 'positive'],
    ['es', 'No funciona y nadie contesta', 'negative'],
    ['it', 'Costa troppo e non funziona', 'negative'],
    ['pt', 'Equipa sempre disponível', 'positive'],
    // Negations: of nothing, over words that say nothing, of what is not there, of a phrase that holds its own.
    ['en', 'Nothing really works', 'negative'],
    ['en', "I don't think it is any good", 'negative'],
    ['en', 'We had hardly any bugs', 'positive'],
    ['en', "The support couldn't have been kinder", 'positive'],
    ['en', "It couldn't be worse", 'negative'],
    ['en', 'nothing but praise', 'positive'],
    ['de', 'Nichts Schlechtes zu berichten', 'positive'],
    ['fr', "L'appli, ça marche pas", 'negative'],
    ['fr', 'Rien ne marche', 'negative'],
    ['fr', 'On ne peut pas se plaindre', 'positive'],
    ['es', 'No funciona nada', 'negative'],
    ['it', 'Potrebbe essere meglio', 'negative'],
    ['pt', 'Poderia ser melhor', 'negative'],
    // What is taken out of the praise of everything is blamed; what one does not agree with, and thanks for nothing.
    ['en', 'Everything is good apart from the search', 'negative'],
    ['en', 'Apart from the search everything is good', 'positive'],
    ['en', 'Everything works except the search', 'negative'],
    ['en', 'All good other than the price', 'negative'],
    // Troubles that are not there; what could be more so, and what could not; what a thing does not do.
    ['en', 'Zero complaints', 'positive'],
    ['en', 'No fuss at all', 'positive'],
    ['en', 'Barely any bugs since spring', 'positive'],
    ['en', 'Not a single crash', 'positive'],
    ['en', 'Without any trouble', 'positive'],
    ['en', 'Could be faster', 'negative'],
    ['en', 'Could not ask for more', 'positive'],
    ['en', 'Nothing could have been better', 'positive'],
    ['en', "It wouldn't start this morning", 'negative'],
    ['en', 'There is no way to export it', 'negative'],
    ['de', 'Alles gut, außer der Suche', 'negative'],
    ['fr', 'Tout est parfait sauf la facture', 'negative'],
    ['es', 'Todo bien excepto el buscador', 'negative'],
    ['it', 'Tutto ottimo tranne la ricerca', 'negative'],
    ['pt', 'Tudo bem menos a pesquisa', 'negative'],
    // "At least", "for less": nothing is taken out.
    ['es', 'Todo fue muy bueno, al menos para mí', 'positive'],
    ['es', 'Todo genial y por menos dinero', 'positive'],
    ['pt', 'Tudo muito bom, pelo menos para mim', 'positive'],
    ['pt', 'Tudo ótimo e por menos dinheiro', 'positive'],
    ['es', 'No estamos de acuerdo', 'negative'],
    ['es', 'De acuerdo con el contrato, son tres meses', 'neutral'],
    ['pt', 'De acordo com o contrato, são três meses', 'neutral'],
    ['de', 'Danke für nichts', 'negative'],
    ['pt', 'Zero erros', 'positive'],
    // "Para" is a word of grammar.
    ['pt', 'O relatório é para a equipa', 'neutral'],
    // The words of an address are names of pages.
    ['en', 'See https://example.com/awful and www.horrible.example', 'neutral'],
  ])('reads %s "%s" as %s', (language, text, expected) => {
    expect(label(text, language)).toBe(expected);
  });

  it('weighs strength, emphasis, weakening and contrast', () => {
    expect(score('very good')).toBeGreaterThan(score('good'));
    expect(score('good!!!')).toBeGreaterThan(score('good'));
    expect(score('it was GOOD')).toBeGreaterThan(score('it was good'));
    expect(score('slightly confusing')).toBeGreaterThan(score('confusing'));
    expect(score('slow but good')).toBeGreaterThan(score('good but slow'));
    expect(score('not only good')).toBeGreaterThan(score('not good'));
    expect(Math.abs(score('Is it good?'))).toBeLessThan(score('It is good.'));
  });

  it('is surer of a stronger opinion', () => {
    const strong = scoreSentiment('Excellent!', 'en').confidence;
    expect(strong).toBeGreaterThan(scoreSentiment('fairly okay', 'en').confidence);
  });

  it('does not judge languages without a lexicon', () => {
    expect(scoreSentiment('とても良い', 'ja')).toEqual({ label: 'unsupported', score: 0, confidence: 0 });
    expect(scoreSentiment('great', 'constructor').confidence).toBe(0);
  });

  it('takes a missing language for English', () => {
    expect(scoreSentiment('great', null)).toEqual(scoreSentiment('great', 'en'));
  });

  it('stays within range on hostile text', { timeout: HOSTILE_TIMEOUT_MS }, () => {
    for (const text of listHostileTexts()) {
      for (const language of ['en', 'fr', 'de', 'es']) {
        const sentiment = scoreSentiment(text, language);
        expect(Math.abs(sentiment.score)).toBeLessThanOrEqual(1);
        expect(sentiment.confidence > 0 && sentiment.confidence < 1).toBe(true);
      }
    }
  });
});

describe.runIf(hasDataSets('sentiment of labelled texts'))('scoreSentiment on labelled text', () => {
  it.each([
    ['english', 'en', 0.57],
    ['german', 'de', 0.53],
    ['spanish', 'es', 0.52],
    ['french', 'fr', 0.38],
    ['italian', 'it', 0.43],
    ['portuguese', 'pt', 0.49],
  ])('tells three labels of %s tweets apart', (name, language, floor) => {
    const rows = readCsv(`xlmt_multilingual_tweets/${name}.csv`);
    const labels = rows.map((row) => row.label ?? '');
    expect(
      measureMacroF1(
        labels,
        rows.map(({ text = '' }) => label(text, language)),
      ),
    ).toBeGreaterThan(floor);
  });

  it.each([
    ['en', 0.87],
    ['fr', 0.85],
  ])('puts bad app reviews under good ones (%s)', (language, floor) => {
    const rows = readCsv('minibar_app_reviews/classification.csv').filter((row) => row.lang === language);
    const scores = (wanted: string) =>
      rows
        .filter(({ stars = '' }) => wanted.includes(stars || '-'))
        .map(({ text = '' }) => score(text, language));
    expect(measureOrder(scores('45'), scores('12'))).toBeGreaterThan(floor);
  });

  it('puts the comments of French detractors under those of promoters', () => {
    const rows = readCsv('nps_botanic_fr/nps.csv').filter((row) => row.explication_repaired);
    const scores = (from: number, to: number) =>
      rows
        .filter(({ nps }) => Number(nps) >= from && Number(nps) <= to)
        .map(({ explication_repaired: text = '' }) => score(text, 'fr'));
    expect(measureOrder(scores(9, 10), scores(0, 6))).toBeGreaterThan(0.7);
  });

  it('is about as sure as it is right', () => {
    const rows = readCsv('xlmt_multilingual_tweets/english.csv');
    const scored = rows.map(({ text = '' }) => scoreSentiment(text, 'en'));
    const right =
      scored.filter((sentiment, index) => sentiment.label === rows[index]?.label).length / rows.length;
    const sure = scored.reduce((sum, { confidence }) => sum + confidence, 0) / rows.length;
    expect(Math.abs(sure - right)).toBeLessThan(0.05);
  });
});
