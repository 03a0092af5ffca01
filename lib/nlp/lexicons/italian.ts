import { buildLexicon } from '../sentiment-lexicon';

/** Italian words that turn, strengthen and part opinions; the opinions themselves are learned. */
export const ITALIAN = buildLexicon({
  valences: [],
  negations: 'non no mai senza nessuno nessuna niente nulla né neanche nemmeno neppure',
  intensities: {
    '0.3': 'molto molta molti molte davvero veramente troppo così assolutamente totalmente tanto sempre',
    '-0.3': "abbastanza poco piuttosto quasi leggermente un_po'",
  },
  contrasts: 'ma però tuttavia purtroppo invece eppure',
  splitsAtApostrophe: true,
});
