import { buildLexicon } from '../sentiment-lexicon';

/** Portuguese words of opinion about products and service, written by hand: few, for most are learned. */
export const PORTUGUESE = buildLexicon({
  valences: [
    {
      '3': 'ótim* excelent* fantástic* perfeit* maravilhos* incríve* incrível sensaciona* ador* amei amo amando melhor lind*',
      '2': `
        bom boa bons boas bem gost* content* satisfeit* gentil rápid* recomendo recomend* obrigad* úteis útil
        concordo concordamos de_acordo estou_de_acordo estamos_de_acordo convence convencem convenceu convencid* fácil confortáve* limp* eficient* profissiona* feliz felizes legal bonit* parabéns simpátic* atencios*`,
      '-2': `
        mau ruim ruins mal lent* car* decepcion* problem* erro erros quebr* suj* difícil reembols* trav* atras*
        grosseir* inútil péssim* pior triste odeio raiva chat* reclam* queixa* vergonha falha* demor*`,
      '-3': 'horríve* horrível terríve* terrível péssim* desastr* golpe inaceitáve* nojent* nunca_mais lixo',
      '-1.6': `
        obrigado_por_nada obrigada_por_nada fraco fraca fracos fracas medíocre* não_presta deixa_a_desejar desilus*
        não_funciona nao_funciona não_funcionam muito_caro muito_cara ninguém_responde sem_resposta`,
    },
    // What befalls a company with its software, in words that only report: without these a plain complaint has no opinion word.
    {
      '-2': `
        desaparec* desapareceu sumiu sumir* sobrescrev* substitui_os duplica duplicad* interromp* perd* perdid* errad*
        incorret* impossível inutilizáve* caríssim* lentíssim* confus* complicad* avari* bloque* bloquei*
        não_conseguimos não_consigo não_consegue* não_podemos não_dá não_responde* não_atende* não_chega* não_carrega*
        não_abre* não_sincroniza* não_imprime* não_inicia* não_bate não_corresponde* ninguém_atende ninguém_responde caro_demais demasiado_car* muito_lent*`,
      '-1.4': `
        poderia_ser_melhor podia_ser_melhor poderiam_ser_melhores poderia_estar_melhor pode_melhorar poderia_melhorar
        dinheiro_de_volta à_espera esperando esperar estamos_à_espera sem_solução sem_resultado nenhuma_resposta ainda_nada ainda_não vazi*
        em_branco à_mão manualmente apaga_os apagou apagad* parad* para_a_meio há_semanas há_meses outra_vez_errad*
        falta faltam faltou deficient* limitad* incomplet* barulh* aument* cancel* insatisf* descontent* frustr*
        aborrecid* difíceis`,
      '2.2': `
        não_posso_reclamar não_podemos_reclamar não_tenho_do_que_reclamar não_tenho_que_reclamar não_há_do_que_reclamar
        não_me_posso_queixar não_nos_podemos_queixar não_posso_queixar_me nada_de_mal nada_de_ruim nada_de_negativo funciona_bem na_perfeição imprescindíve* imprescindível indispensáve* indispensável poupa* economiza* continuem_assim
        continuem tudo_em_ordem tudo_bem tudo_certo passamos_sem não_vivo_sem voltaríamos voltaria nenhum_problema
        sem_problemas sem_problema sem_dificuldade* nenhuma_queixa nada_a_apontar nada_a_dizer nada_a_reclamar nada_a_criticar fiáve* fiável confiáve*
        confiável intuitiv* precis* pontua* competent* idea* ideal excelência apreci* agradáve* agradável simples clar*
        segur* flexíve* flexível complet* impecáve* impecável cumpre cumprem o_que_promete no_mesmo_dia na_hora
        disponíve* disponível ajud*`,
      '0.8': 'ok',
      '1.4': 'funciona funcionam resolv* resolvid* facilit* simplific* melhor* arranjad* consertad* em_ordem',
      '0': `
        carta cartas cartão cartões cargo carga carreg* caract* carro carros precisa precisam precisamos preciso
        pelo_menos ao_menos mais_ou_menos cada_vez_menos por_menos com_menos em_menos muito_menos nada_menos a_menos
        nem_bem_nem_mal de_acordo_com bom_dia boa_tarde boa_noite perdoa* perdão claro clarament* segurança segurament* malas legalment* simplesment*`,
    },
  ],
  negations: 'não nao nunca jamais sem nenhum nenhuma nada nem ninguém zero',
  absences: 'sem nenhum nenhuma nada nunca zero',
  universals: 'tudo toda todos todas',
  exceptions: 'menos exceto salvo tirando à_parte',
  intensities: {
    '0.3': 'muito muita muitos muitas realmente demais tão absolutamente totalmente super sempre bastante',
    '-0.3': 'pouco quase meio levemente',
  },
  contrasts: 'mas porém contudo infelizmente embora entretanto',
});
