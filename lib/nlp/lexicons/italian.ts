import { buildLexicon } from '../sentiment-lexicon';

/** Italian words of opinion about products and service, written by hand: few, for most are learned. */
export const ITALIAN = buildLexicon({
  valences: [
    {
      '3': 'ottim* eccellent* fantastic* perfett* meraviglios* splendid* favolos* bravissim* bellissim* buonissim* adoro',
      '2': `
        buon* bell* brav* content* soddisfatt* gentil* cortes* veloce rapid* consigliat* consiglio piac* grazie
        d_accordo d_accord concordo concordiamo convin* utile utili comod* pulit* disponibil* efficient* professional* felic* amo bene meglio facile`,
      '-2': `
        brutt* male cattiv* lent* car* cost* delus* problem* error* guast* rott* sporc* scomod* difficil* rimbors*
        blocc* ritard* maleducat* scortes* inutil* scars* peggio arrabbiat* lament* vergogn* trist* odio schifo`,
      '-3': 'pessim* terribil* orribil* disastr* truff* schifos* inaccettabil* vergognos* penos* mai_più',
      '-1.6': `
        grazie_di_niente grazie_di_nulla grazie_per_niente grazie_per_nulla mediocr* bocciat* non_vale non_ci_siamo
        così_così mica_bene non_funziona non_funzionano non_va troppo_car* troppo_lung* nessuna_risposta non_risponde`,
    },
    // What befalls a company with its software, in words that only report: without these a plain complaint has no opinion word.
    {
      '-2': `
        sparis* sparit* scompa* sovrascri* duplica duplicat* interromp* interrott* perd* perso persi crash* sbagliat* errat*
        impossibil* inutilizzabil* inaffidabil* lentissim* carissim* confus* complicat* macchinos* incomprensibil*
        non_risponde non_rispondono non_arriva* non_carica* non_riusciamo non_riesco non_si_riesce non_possiamo
        non_si_può non_corrispond* non_tornano non_quadra* costa_troppo troppo_lent* troppo_complicat*`,
      '-1.4': `
        potrebbe_essere_meglio potrebbe_essere_migliore potrebbe_andare_meglio potrebbero_essere_migliori fare_di_meglio
        migliorabil* rivoglio rivogliamo soldi_indietro aspettiamo aspettato aspettare attesa attese nessuna_risposta nessuno_risponde risponde_nessuno senza_risposta senza_soluzione nessun_risultato
        ancora_niente ancora_nulla non_ancora vuot* pagina_bianca a_mano manualmente si_ferma si_fermano fermo fermi
        di_nuovo_sbagliat* dobbiamo_sempre bisogna_sempre da_settimane da_mesi manca mancano mancanz* difett* lacun*
        debol* incomplet* limitat* rumoros* rincar* disdett* disdir* disdic* reclam*`,
      '2.2': `
        non_mi_posso_lamentare non_posso_lamentarmi non_ci_possiamo_lamentare non_possiamo_lamentarci niente_di_negativo
        nulla_di_negativo promosso promossa promossi promosse niente_male mica_male niente_di_male funziona_bene benissimo bravissim* indispensabil* risparmi* continuate_così avanti_così tutto_a_posto tutto_bene
        farne_a_meno farne_senza ricompr* rifarei rifaremmo lo_rifarei nessun_problema nessuna_lamentela senza_problem*
        senza_intoppi niente_da_ridire nulla_da_ridire niente_da_eccepire nulla_da_eccepire niente_da_obiettare raccomand* affidabil* intuitiv* precis* puntual* preparat*
        competent* prezios* ideal* consigli* apprezz* piacevol* piacer* entusiast* impeccabil* semplic* chiar* valid*
        solid* sicur* flessibil* complet* al_volo in_giornata si_impara si_usa_bene`,
      '0.8': 'ok',
      '1.4':
        'funziona funzionano risolt* risolv* aiuta aiutano aiutat* semplifica* facilita* migliorat* a_posto sistemat*',
      '0': 'né_bene_né_male carta carte cartell* caric* caratter* carriera cartone perdon* precisament* sicurament*',
    },
  ],
  negations: 'non no mai senza nessun nessuno nessuna niente nulla né neanche nemmeno neppure zero mica',
  absences: 'senza nessun nessuno nessuna niente nulla mai zero',
  universals: 'tutto tutta tutti tutte',
  exceptions: 'tranne eccetto salvo a_parte',
  intensities: {
    '0.3': 'molto molta molti molte davvero veramente troppo così assolutamente totalmente tanto sempre',
    '-0.3': "abbastanza poco piuttosto quasi leggermente un_po'",
  },
  contrasts: 'ma però tuttavia purtroppo invece eppure',
  splitsAtApostrophe: true,
});
