import { readCsv } from '@/lib/core/testing/data-sets';
import type { KindLanguage } from '@/lib/nlp/kinds/kind-features';
import type { RatedKind } from '@/lib/nlp/kinds/kind-model';
import type { Chances } from '@/lib/nlp/polarity/linear-model';

/** An app review as people labelled it. */
export interface LabelledKind {
  set: 'MiniBAR' | 'Maalej';
  /** What is left out together: an app of MiniBAR, or all of Maalej, whose apps are many. */
  group: string;
  language: KindLanguage;
  text: string;
  /** All that are true; a review may report a fault and ask for something. */
  kinds: readonly RatedKind[];
}

const GOOD_STARS = '4';

/**
 * The labelled app reviews of both sets: MiniBAR (MIT) and Maalej et al. (CC0-1.0). MiniBAR has no label of praise: a review
 * of four or five stars that neither reports nor asks is taken for it.
 */
export function readLabelledKinds(): LabelledKind[] {
  const minibar = readCsv('minibar_app_reviews/classification.csv').map((row): LabelledKind => {
    const { app = '', lang, stars = '', text = '', problem_report, feature_request } = row;
    return {
      set: 'MiniBAR',
      group: app,
      language: lang === 'fr' ? 'fr' : 'en',
      text,
      kinds: listKinds(problem_report === '1', feature_request === '1', stars >= GOOD_STARS),
    };
  });
  const maalej = readCsv('maalej_app_reviews/reviews.csv').map((row): LabelledKind => {
    const { title, text = '', bug, feature, rating_praise } = row;
    return {
      set: 'Maalej',
      group: 'Maalej',
      language: 'en',
      text: title ? `${title}. ${text}` : text,
      kinds: listKinds(bug === '1', feature === '1', rating_praise === '1'),
    };
  });
  return [...minibar, ...maalej];
}

function listKinds(isProblem: boolean, isRequest: boolean, isPraise: boolean): RatedKind[] {
  const kinds: RatedKind[] = [];
  if (isProblem) kinds.push('problem');
  if (isRequest) kinds.push('request');
  return kinds.length > 0 ? kinds : [isPraise ? 'praise' : 'rest'];
}

/** What training aims at: problem, request, the rest; half each where both are true. */
export function targetOfKinds(kinds: readonly RatedKind[]): Chances {
  const [problem, request] = [kinds.includes('problem'), kinds.includes('request')];
  const share = problem && request ? 0.5 : 1;
  if (!problem && !request) return [0, 0, 1];
  return [problem ? share : 0, request ? share : 0, 0];
}
