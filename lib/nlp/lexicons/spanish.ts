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
        de_acuerdo estoy_de_acuerdo estamos_de_acuerdo convence convencen convenció convencid* rápid* fácil* fácilmente sencill* cómod* práctic* fiable* útil* limpi* clar* barat* económic* atent*
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
        gracias_por_nada mediocre* flojo floja flojos flojas ni_fu_ni_fa no_vale_la_pena no_funciona no_sirve no_va nunca_más demasiado_car* muy_car* tarda_mucho deja_mucho_que_desear
        falta_de hace_falta debería* deberían podría_mejorar mejorar podría_ser_mejor podría_estar_mejor podrían_ser_mejor* puede_mejorar
        se_puede_mejorar mejorable* dinero_de_vuelta nadie sin_respuesta no_contest*
        no_respond*`,
      '2': `
        no_me_puedo_quejar no_puedo_quejarme no_nos_podemos_quejar no_podemos_quejarnos no_tengo_queja* nada_malo
        nada_negativo sin_problema* ningún_problema no_hay_problema ninguna_queja sin_queja* nada_que_mejorar sin_duda*
        muchas_gracias de_lujo como_la_seda nada_que_objetar nada_que_reprochar nada_que_decir ni_un_fallo ni_un_error ni_un_problema`,
      '0': `
        al_menos por_lo_menos más_o_menos cada_vez_menos por_menos con_menos en_menos mucho_menos nada_menos a_menos
        ni_bien_ni_mal de_acuerdo_con de_acuerdo_a buenos_días buenas_noches buenas_tardes buen_día más_bien o_bien cara_a rotonda* segurament*`,
    },
    { '-2.2': 'maldit* maltrat* malísim*' },
    // What befalls a company with its software, in words that only report: without these a plain complaint has no opinion word.
    {
      '-1.8': `
        desaparec* desaparic* sobrescrib* duplica duplican duplicad* se_corta se_cortan se_cuelga se_cuelgan colgad* se_cae
        se_caen caíd* caída* se_borra* borró borraron bloque* equivocad* incorrect* imposible inservible* carísim*
        lentísim* error errores no_responde no_contesta no_contestan no_atiende* no_cuadra* no_coincid* no_podemos
        no_puedo no_se_puede no_pueden no_deja no_carga* no_llega* no_aparece*`,
      '-1.4': `
        llevamos_esperando sin_solución sin_respuesta sin_resultado ninguna_respuesta nadie_contesta nadie_responde
        nadie_atiende en_blanco vací* otra_vez_mal estar_mal está_mal están_mal a_mano manualmente desde_hace_semanas
        hace_meses todavía_no aún_no sigue_sin siguen_sin demasiad* se_para se_paran pierde* perdemos se_pierde*`,
      '2': `
        funciona_bien de_maravilla imprescindible* indispensable* ahorra* nos_ahorra nos_ayuda volvería* volveríamos
        seguid_así sigan_así seguid sigan todo_en_orden todo_bien a_gusto sin_dificultad* sin_interrupci* ninguna_queja
        cumple cumplen cumplid* lo_que_promete sobre_ruedas justo_lo_que al_instante el_mismo_día`,
      '1.4':
        'funciona funcionan arregl* resuelto resolvió resolvieron solucionó solucionaron facilita* simplifica* en_orden',
    },
  ],
  negations: 'no nunca jamás sin ni ningún ninguna ninguno nada tampoco cero apenas',
  absences: 'sin ningún ninguna ninguno nada nunca cero apenas',
  universals: 'todo toda todos todas',
  exceptions: 'menos excepto salvo quitando aparte_de',
  intensities: {
    '0.3': `
      muy realmente totalmente absolutamente súper super tan demasiado mucho mucha bastante siempre más
      completamente`,
    '-0.3': 'algo poco ligeramente casi',
  },
  contrasts: 'pero lamentablemente desgraciadamente',
});
