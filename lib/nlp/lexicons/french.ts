import { buildLexicon } from '../sentiment-lexicon';

/** French words of opinion about products, shops and service, written by hand for this product. */
export const FRENCH = buildLexicon({
  valences: [
    {
      '3': `
        excellent* parfait* génial* géniaux formidable* fantastique* extraordinaire* exceptionnel*
        magnifique* adore* merveille* superbe* impeccable* incroyable* top remarquable* irréprochable* ravi*
        bravo enchant*`,
      '2.3': `
        super bon bonne bons bonnes bien aime aimé apprécie* appréci* agréable* satisf* contente* content
        contents heureu* beau belle beaux belles qualité* plaisir* sympa* gentil* aimable* accueillant*
        chaleureu* recommand* efficace* compétent* félicit* réuss* joli* génialissime hyper_bien
        formidablement parfaitement meilleur* idéal* fidèle* rassur*`,
      '1.6': `
        d_accord convainc* rapide* rapidement facile* facilement simple* simplicité pratique* fiable* clair claire clairs
        claires propre* souriant* disponible* disponibilité serviable* professionnel* professionnalisme
        poli* courtois* attentif* attentive* attenti* écoute conseils conseil accueil choix varié* variété
        diversité large frais fraîche* fraicheur intéressant* intuitif* intuitive* fluide* moderne* confort*
        utile* abordable* avantageu* compétitif* promotion* cadeau* remerci* merci sérieu* ordonné* spacieu*
        convivial* ambiance compétence* gentillesse amabilité confiance innovant* complet complète astuc*
        soign* richesse performant*`,
      '1': `
        correct* convenable* raisonnable* ok mieux amélioré* améliore accessible* proximité calme* bio
        naturel* nature original*`,
      '-1.2': `
        cher chère chers chères lent lente lents lentes lenteur* attente* attendre attendu retard*
        difficile* difficult* compliqué* manque* manquant* peu moyen moyenne moyens bof dommage limité*
        insuffisan* absent* absence* inutile* bruit* bruyant* froid froide vide vides rupture* erreur*
        réclamation* élevé* élevés onéreu* coûteu* confus* flou* désordre* étroit* éloigné* loin encombré*
        annul* résili* rembours* bug* bugs bloqu* excessi* surpris_par oubli* améliorer amélioration* jamais_reçu
        ancien`,
      '-2': `
        problème* soucis souci décevant* déception* déçu* decu* déçoi* mauvais* mal médiocre* pire*
        désagréable* incompétent* malheureusement regrett* mécontent* insatisf* insatisfait* panne*
        défectueu* défaut* cassé* casse abîmé* mort morte morts mortes pourri* sale sales impoli* agressif*
        inadmissible* inacceptable* scandaleu* honteu* honte nul nulle nuls nulles arnaque* vol voleur*
        horrible* catastroph* lamentable* détest* fuir fui déplorable* exécrable* ridicule* énerv* agac*
        pénible* marre ras_le_bol perdu* perte* refus* ignor* abus* mensong* menti périmé* fané*
        injoignable* négligé* négligen* malade* décep*`,
      '0': `
        bon_d_achat bonjour bon_achat bien_que bien_sur ou_bien si_bien aussi_bien bon_de beau_temps
        plus_simple peu_importe simplement clairement certain`,
      '-1.5': `
        trop_cher* trop_d trop_de trop_peu trop_long* trop_élevé* trop_petit* pas_assez pas_de pas_toujours
        peu_sympa* peu_aimable* peu_disponib* peu_pratique* peu_intéress* peu_compétent* peu_professionnel*
        peu_d peu_de peu_clair* peu_satisf* pas_terrible pas_top plus_de_choix plus_de_conseil*
        plus_de_personnel un_peu_cher* un_peu_chère* laisse_à_désirer laisse_a_desirer pourrait_être devrait
        devraient il_faudrait faudrait il_manque ne_fonctionne ne_marche plus_cher* moins_cher* ailleurs
        introuvable* personne_pour plus_jamais`,
      '2': `
        pas_se_plaindre pas_me_plaindre pas_nous_plaindre pas_à_me_plaindre pas_à_nous_plaindre pas_à_se_plaindre
        rien_de_mauvais rien_de_négatif pas_mal rien_à_dire rien_a_dire rien_à_redire rien_à_reprocher aucun_problème pas_de_problème
        sans_problème aucun_souci pas_de_souci bon_rapport bien_placé* tout_est_bien au_top plus_grand
        rien_redire pas_cher* pas_trop_cher* pas_déçu* jamais_déçu*`,
    },
    // What befalls a company with its software, in words that only report: without these a plain complaint has no opinion word.
    {
      '-1.8': `
        merci_pour_rien plante plantent planté plantage* disparai* disparu* disparaît* écras* doublons fauss* faux perd perdent perdons
        impossible* bloque* bloqué* bloquent en_panne interrompu* inutilisable* hors_service ne_répond* trop_cher*
        trop_chère* trop_lent* ne_correspond* incohérent*`,
      '-1.4': `
        pas_résolu* pas_réglé* toujours_pas_résolu* toujours_pas_réglé* marche_pas marchent_pas ça_marche_pas fonctionne_pas fonctionnent_pas peut_mieux_faire peut_mieux pourrait_mieux
        pourrait_être_mieux à_revoir pas_pratique bof_bof personne_ne sans_réponse aucune_réponse pas_de_réponse toujours_pas toujours_rien on_attend nous_attendons
        attendons attends j_attends depuis_des_semaines depuis_des_mois reste_vide restent_vides page_blanche à_la_main
        rame rament saccade* s_arrête s_arrêtent se_fige se_coupe saute encore_fau* encore_une_fois
        pas_possible aucun_résultat aucune_solution sans_solution sans_résultat trop_complexe trop_compliqué`,
      '2': `
        nickel ça_marche ca_marche ça_roule tout_roule fonctionne_bien marche_bien continuez indispensable* s_en_passer
        plus_m_en_passer plus_s_en_passer gagne gagner_du_temps gain_de_temps gagnons fait_gagner économis* immédiat*
        au_poil chapeau régal aucun_bug réglé résolu résolue réparé rien_à_améliorer aucune_plainte aucun_reproche sans_difficulté sans_accroc à_l_écoute`,
      '1.4': 'fonctionne marche aide facilite* soulage* simplifi*',
      '0': 'marche_à_suivre en_marche marché marchés marche_pied',
    },
  ],
  negations: 'ne n pas jamais sans aucun aucune ni plus rien guère non zéro',
  absences: 'sans aucun aucune rien jamais zéro',
  universals: 'tout toute tous toutes',
  exceptions: 'sauf hormis excepté à_part',
  closingNegations: 'pas',
  intensities: {
    '0.3': `
      très tres vraiment trop super hyper extrêmement tellement si absolument totalement complètement
      particulièrement toujours tout tres fort beaucoup énormément`,
    '-0.3': 'assez plutôt peu parfois légèrement relativement quelquefois presque',
  },
  contrasts: 'mais cependant toutefois malheureusement néanmoins',
  splitsAtApostrophe: true,
});
