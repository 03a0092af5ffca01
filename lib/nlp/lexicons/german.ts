import { buildLexicon } from '../sentiment-lexicon';

/** German words of opinion about products, shops and service, written by hand for this product. */
export const GERMAN = buildLexicon({
  valences: [
    {
      '3': `
        hervorragend* ausgezeichnet* perfekt* großartig* fantastisch* exzellent* genial* wunderbar*
        wundervoll* überragend* begeister* traumhaft* spitze klasse liebe lieben liebt toll* super mega
        geil* bestens beste bester besten bestes hammer grandios* sensationell* herrlich*`,
      '2.2': `
        gut gute guter guten gutes gutem zufrieden* freundlich* nett* schön* empfehl* gefällt gefallen freu*
        froh glücklich* erfolg* erfolgreich* hilfreich* hilfsbereit* kompetent* zuverlässig* danke dank
        dankbar lecker* angenehm* sympathisch* lob* gelungen* qualität* gern gerne glückwunsch* gratul*
        lustig* spaß spass herzlich* cool sieg gewinn* gewonnen gewinnt vorteil* stolz vertrauen besser
        bessere besseren verbessert gutgelaunt liebevoll*`,
      '1.6': `
        überzeug* einverstanden schnell* einfach leicht* praktisch* günstig* preiswert* sauber* übersichtlich* intuitiv* pünktlich*
        flexibel* modern* bequem* hochwertig* problemlos* reibungslos* einwandfrei* tadellos* nützlich*
        informativ* aufmerksam* fair* interessant* spannend* gemütlich* sicher* stabil* robust*
        professionell* höflich* fröhlich* hoffnung* frieden*`,
      '0.8': 'ok okay ordentlich* passabel* brauchbar* solide* annehmbar*',
      '-1.2': `
        langsam* teuer* teure* warte* gewartet wartezeit* verspät* verzöger* schwierig* kompliziert*
        umständlich* fehlt fehlen fehlende* fehlte mangel* mäßig* laut lauter unklar* unübersichtlich* kalt*
        voll_überteuert überteuert* leider schade verbesserungswürdig* ausbaufähig* veraltet* unpraktisch*
        stornier* kündig* gekündigt erstatt* reklam* beschwer* fehler* abstürz* absturz* hängt stürzt
        beanstand* problem* kritik* streit* warnung* sorge* angst* leid* zweifel* nervig* nervt nerven stau stress*
        krise* verlust* verloren verliert krank*`,
      '-2.2': `
        schlecht* schlimm* schrecklich* furchtbar* katastroph* unfreundlich* unverschämt* frech* enttäusch*
        unzufrieden* mangelhaft* ungenügend* miserabel* unbrauchbar* nutzlos* defekt* kaputt* unzuverlässig*
        ärger* verärgert frust* abzock* betrug betrüg* betrogen mies* grausam* unmöglich* inkompetent*
        unprofessionell* dreckig* schmutzig* ekel* eklig* peinlich* dumm* idiot* scheiß* scheiss* hass*
        hasse horror* lüge* gelogen unfähig* versag* wut wütend* skandal* tot tote toten mord* terror*
        krieg* opfer* gewalt traurig* verletzt* beleidig* dämlich* blöd* unsinn albtraum* unterirdisch*
        frechheit`,
      '-1.5': `
        mittelmäßig* durchwachsen naja na_ja geht_so ging_so bringt_nichts danke_für_nichts danke_für_gar_nichts vielen_dank_für_nichts
        zu_teuer zu_lang* zu_wenig* zu_spät zu_viel* zu_langsam zu_klein* zu_laut funktioniert_nicht
        geht_nicht nie_wieder nicht_mehr lässt_zu_wünschen könnte_besser geht_besser luft_nach_oben geld_zurück keine_antwort keine_reaktion
        niemand`,
      '2': `
        nicht_meckern nicht_beklagen nicht_beschweren nichts_schlechtes nichts_negatives kein_problem keine_probleme
        nichts_zu_beanstanden nichts_auszusetzen nicht_schlecht immer_wieder
        jederzeit_wieder`,
      '0': `
        guten_tag guten_morgen guten_abend gute_nacht so_gut_wie gut_wie einfach_nur sicherheit sicherlich
        sicher leichtathletik warteschlange`,
    },
    // What befalls a company with its software, in words that only report: without these a plain complaint has no opinion word.
    {
      '-1.8': `
        falsch* verschwind* verschwund* überschreib* überschrieb* bricht_ab brach_ab bricht_nach abgebrochen abbrüche
        abbruch ausfall ausfälle ausgefallen fällt_aus fallen_aus stillstand datenverlust lahmgelegt liegt_lahm blockier*
        doppelt_abgebucht nicht_erreichbar nicht_möglich unmöglich vertröst* hingehalten nicht_zu_gebrauchen`,
      '-1.4': `
        ist_weg sind_weg war_weg waren_weg alles_weg verlier* hängt_sich hängen_geblieben hakt ruckelt leere* bleibt_leer
        bleibt_weiß kein_zugriff kein_zugang keiner_mehr kommt_keiner kommt_nicht kommen_nicht komme_nicht reagiert_nicht
        reagieren_nicht meldet_sich_niemand stimmt_nicht stimmen_nicht passt_nicht läuft_nicht klappt_nicht immer_noch_nicht
        noch_immer_nicht seit_tagen seit_wochen seit_monaten schon_wieder ewig_lange dauert_ewig ewig dauert_zu
        dauert_stunden zu_kompliziert zu_umständlich von_hand verdoppelt_sich doppelt_so_teuer keine_antwort
        keine_rückmeldung keine_lösung ohne_lösung ohne_ergebnis keine_hilfe mussten_zurück nicht_mehr`,
      '2': `
        prima läuft_super läuft_gut klappt funktioniert weiter_so spart_uns spart_mir spart_zeit sparen_uns spart erleichter*
        nicht_mehr_verzichten nicht_mehr_missen nie_wieder_ohne wieder_kaufen wieder_nehmen wieder_wählen lohnt
        kein_stress keine_beschwerden keine_beschwerde keine_klagen nichts_zu_meckern nichts_zu_bemängeln genau_richtig genau_das_richtige
        unverzichtbar* verlass auf_anhieb ohne_probleme ohne_schwierigkeiten am_selben_tag am_gleichen_tag`,
      '1.4': 'läuft passt hilft helfen gelöst behoben geholfen gekümmert endlich_ein endlich_eine',
      '0': 'läuft_bis läuft_ab läuft_aus läuft_am läuft_im läuft_nachts passt_auf passt_an',
    },
  ],
  negations: `
    nicht kein keine keinen keiner keinem keinerlei nie niemals ohne weder nichts kaum null`,
  absences: 'kein keine keinen keiner keinem keinerlei ohne nichts kaum nie niemals null',
  universals: 'alles alle',
  exceptions: 'bis_auf außer ausgenommen abgesehen_von',
  closingNegations: 'nicht nie',
  intensities: {
    '0.3': `
      sehr wirklich extrem absolut total völlig besonders so echt unglaublich äußerst immer ganz mega voll
      richtig höchst`,
    '-0.3': 'etwas ziemlich relativ manchmal teilweise eher halbwegs bisschen wenig',
  },
  contrasts: 'aber jedoch allerdings leider dennoch trotzdem',
});
