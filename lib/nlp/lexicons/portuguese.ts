import { buildLexicon } from '../sentiment-lexicon';

/** Portuguese words of opinion about products and service, written by hand: few, for most are learned. */
export const PORTUGUESE = buildLexicon({
  valences: [
    {
      '3': 'ótim* excelent* fantástic* perfeit* maravilhos* incríve* incrível sensaciona* ador* amei amo amando melhor lind*',
      '2': `
        bom boa bons boas bem gost* content* satisfeit* gentil rápid* recomendo recomend* obrigad* úteis útil
        fácil confortáve* limp* eficient* profissiona* feliz felizes legal bonit* parabéns simpátic* atencios*`,
      '-2': `
        mau ruim ruins mal lent* car* decepcion* problem* erro erros quebr* suj* difícil reembols* trav* atras*
        grosseir* inútil péssim* pior triste odeio raiva chat* reclam* vergonha falha* demor*`,
      '-3': 'horríve* horrível terríve* terrível péssim* desastr* golpe inaceitáve* nojent* nunca_mais lixo',
      '-1.6': 'não_funciona nao_funciona não_funcionam muito_caro muito_cara ninguém_responde sem_resposta',
    },
  ],
  negations: 'não nao nunca jamais sem nenhum nenhuma nada nem ninguém',
  intensities: {
    '0.3': 'muito muita muitos muitas realmente demais tão absolutamente totalmente super sempre bastante',
    '-0.3': 'pouco quase meio levemente',
  },
  contrasts: 'mas porém contudo infelizmente embora entretanto',
});
