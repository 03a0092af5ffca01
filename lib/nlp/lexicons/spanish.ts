import { buildLexicon } from '../sentiment-lexicon';

/** Spanish words of opinion about products, shops and service, written by hand for this product. */
export const SPANISH = buildLexicon({
  valences: [
    {
      '3': `
        excelent* perfect* maravillos* fantástic* genial* increíble* espectacular* magnífic* extraordinari*
        estupend* encanta* encantó encantad* inmejorable* sobresaliente* impecable* fenomenal* mejor mejores
        amo adoro preciosa precioso preciosas preciosos`,
      '2.2': `
        buen buena bueno buenas buenos bien feliz felices felicidad* felicit* gracias agradable* amable*
        amabilidad satisf* content* recomend* gust* bonit* lind* hermos* graci* divertid* alegr* éxito*
        simpátic* calidad competent* profesional* eficiente* eficaz* eficacia agradec* disfrut* guap*
        orgullos* ganar ganado ganamos triunf* cariño abrazo* beso* sonri* querid* quiero_mucho`,
      '1.6': `
        rápid* fácil* fácilmente sencill* cómod* práctic* fiable* útil* limpi* clar* barat* económic* atent*
        puntual* intuitiv* modern* segur* accesible* interesante* variedad* excelentemente ayud* ayuda
        resuelv* resolv* solucion* servicial* confiable* suerte ánimo paz rico rica`,
      '0.8': 'ok correct* aceptable* razonable* adecuad*',
      '-1.2': `
        lent* lentitud caro cara caros caras espera* esperar esperando retras* tarda tardan tardó tardaron
        tardanza demor* difícil* complicad* falta* faltan escas* confus* ruido* ruidos* fría frío sucio*
        regular cancel* devol* reembols* error* fallo* falla* problema* queja* reclam* duda* lástima
        desafortunadamente lamentablement* desgraciadamente miedo preocup* cans* triste* tristeza aburrid*
        pierd* perder perdid* perdí enferm*`,
      '-2.2': `
        mal mala malo malas malos pésim* peor peores horrible* terrible* fatal* desagradable* decepcion*
        insatisfech* defectuos* rot* roto rota roban robo robar robado estafa* engañ* mentir* vergüenza*
        inaceptable* incompetent* inútil* grosero* maleducad* odio odia* asco asqueros* basura* desastr*
        enojad* enoj* enfad* frustr* molest* indign* injust* muert* muere murió matar mata asesin* violen*
        corrup* dolor* duele sufr* llor* mierda* puta puto idiota* estúpid* tont* ridícul* lamentable*
        crisis guerra* terror* fracas* deficient* nefast* patétic*`,
      '-1.5': `
        no_funciona no_sirve no_va nunca_más demasiado_car* muy_car* tarda_mucho deja_mucho_que_desear
        falta_de hace_falta debería* deberían podría_mejorar mejorar nadie sin_respuesta no_contest*
        no_respond*`,
      '2': `
        sin_problema* ningún_problema no_hay_problema ninguna_queja sin_queja* nada_que_mejorar sin_duda*
        muchas_gracias`,
      '0': `
        buenos_días buenas_noches buenas_tardes buen_día más_bien o_bien cara_a rotonda* segurament*`,
    },
    { '-2.2': 'maldit* maltrat* malísim*' },
  ],
  negations: 'no nunca jamás sin ni ningún ninguna ninguno nada tampoco',
  intensities: {
    '0.3': `
      muy realmente totalmente absolutamente súper super tan demasiado mucho mucha bastante siempre más
      completamente`,
    '-0.3': 'algo poco ligeramente casi',
  },
  contrasts: 'pero lamentablemente desgraciadamente',
});
