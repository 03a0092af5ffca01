import { buildLexicon } from '../sentiment-lexicon';

/** Italian words of opinion about products and service, written by hand: few, for most are learned. */
export const ITALIAN = buildLexicon({
  valences: [
    {
      '3': 'ottim* eccellent* fantastic* perfett* meraviglios* splendid* favolos* bravissim* bellissim* buonissim* adoro',
      '2': `
        buon* bell* brav* content* soddisfatt* gentil* cortes* veloce rapid* consigliat* consiglio piac* grazie
        utile utili comod* pulit* disponibil* efficient* professional* felic* amo bene meglio facile`,
      '-2': `
        brutt* male cattiv* lent* car* cost* delus* problem* error* guast* rott* sporc* scomod* difficil* rimbors*
        blocc* ritard* maleducat* scortes* inutil* scars* peggio arrabbiat* lament* vergogn* trist* odio schifo`,
      '-3': 'pessim* terribil* orribil* disastr* truff* schifos* inaccettabil* vergognos* penos* mai_più',
      '-1.6': 'non_funziona non_funzionano non_va troppo_car* troppo_lung* nessuna_risposta non_risponde',
    },
  ],
  negations: 'non no mai senza nessuno nessuna niente nulla né neanche nemmeno neppure',
  intensities: {
    '0.3': 'molto molta molti molte davvero veramente troppo così assolutamente totalmente tanto sempre',
    '-0.3': "abbastanza poco piuttosto quasi leggermente un_po'",
  },
  contrasts: 'ma però tuttavia purtroppo invece eppure',
  splitsAtApostrophe: true,
});
