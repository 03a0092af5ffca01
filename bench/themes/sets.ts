import { readCsv } from '@/lib/core/testing/data-sets';

export type LabelledText = { text: string; label: string; language: string };

/** Labelled texts, each set with the number of its labels. */
export type LabelledSet = { name: string; texts: LabelledText[]; labels: number };

/** Every so many of the 15,000 requests of CLINC150: enough for all 150 intents, and the bench ends the same day. */
const EVERY = 3;

function makeSet(name: string, texts: LabelledText[]): LabelledSet {
  const known = texts.filter(({ text, label }) => text.trim() !== '' && label !== '');
  return { name, texts: known, labels: new Set(known.map(({ label }) => label)).size };
}

const read = (path: string, text: string, label: string): LabelledText[] =>
  readCsv(path).map((row) => ({ text: row[text] ?? '', label: row[label] ?? '', language: 'en' }));

export function readSets(): LabelledSet[] {
  const reviews = readCsv('minibar_app_reviews/clustering_gold.csv').flatMap((row): LabelledText[] =>
    row.lang === 'en' && row.cluster !== '-1'
      ? [{ text: row.text ?? '', label: `${row.app} ${row.kind} ${row.cluster}`, language: 'en' }]
      : [],
  );
  return [
    makeSet('Banking77', read('banking77/train.csv', 'text', 'category')),
    makeSet(
      'CLINC150',
      read('clinc150/train.csv', 'text', 'intent').filter((_, row) => row % EVERY === 0),
    ),
    makeSet('patient comments', read('nhs_patient_feedback/phase1_single_label.csv', 'feedback', 'label')),
    makeSet('app reviews (MiniBAR)', reviews),
  ];
}
