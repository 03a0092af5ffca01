import { buildLexicon } from '../sentiment-lexicon';

/** Portuguese words that turn, strengthen and part opinions; the opinions themselves are learned. */
export const PORTUGUESE = buildLexicon({
  valences: [],
  negations: 'não nao nunca jamais sem nenhum nenhuma nada nem ninguém',
  intensities: {
    '0.3': 'muito muita muitos muitas realmente demais tão absolutamente totalmente super sempre bastante',
    '-0.3': 'pouco quase meio levemente',
  },
  contrasts: 'mas porém contudo infelizmente embora entretanto',
});
