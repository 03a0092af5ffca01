import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { dataFile, readColumn, readCsv } from '../lib/core/testing/data-sets';
import { detectLanguage } from '../lib/nlp/language';
import { redactPersonalData } from '../lib/nlp/redact';
import { type RedactionType, redactionTypes } from '../lib/nlp/redaction/replacement-marks';

// `npm run bench -- redaction`: recall and precision on labelled sentences, harm to clean texts, language, texts a second.

const TYPES: Record<string, RedactionType> = {
  EMAIL_ADDRESS: 'email',
  PHONE_NUMBER: 'phone',
  CREDIT_CARD: 'card',
  IBAN_CODE: 'iban',
  US_SSN: 'ssn',
  IP_ADDRESS: 'ip',
  US_DRIVER_LICENSE: 'id',
  PERSON: 'name',
  STREET_ADDRESS: 'address',
};

interface Labelled {
  text: string;
  spans: { type: string; start: number; end: number }[];
}

/** Recall (the whole of a labelled span redacted as its type) and precision (a find touches a span of its type). */
export function measureRedaction(): Record<
  string,
  { labelled: number; found: number; finds: number; right: number }
> {
  const counts = Object.fromEntries(
    redactionTypes.map((type) => [type, { labelled: 0, found: 0, finds: 0, right: 0 }]),
  ) as Record<RedactionType, { labelled: number; found: number; finds: number; right: number }>;
  for (const line of readFileSync(dataFile('pii_presidio/synth_dataset_v2.jsonl'), 'utf8')
    .trim()
    .split('\n')) {
    const { text, spans }: Labelled = JSON.parse(line);
    const { redactions } = redactPersonalData(text);
    const labels = spans.flatMap(({ type, start, end }) => {
      const named = TYPES[type];
      return named ? [{ type: named, start, end }] : [];
    });
    for (const label of labels) {
      const isFound = redactions.some(
        (r) => r.type === label.type && r.inputStart <= label.start && label.end <= r.inputEnd,
      );
      counts[label.type].labelled += 1;
      counts[label.type].found += Number(isFound);
    }
    for (const { type, inputStart, inputEnd } of redactions) {
      const isRight = labels.some((l) => l.type === type && l.start < inputEnd && inputStart < l.end);
      counts[type].finds += 1;
      counts[type].right += Number(isRight);
    }
  }
  return counts;
}

/** Comments and requests that were not written to hold personal data, though some name a nurse or an actor. */
export function readCleanTexts(): Record<string, string[]> {
  const sentences = readFileSync(dataFile('mams_absa/atsa_val.jsonl'), 'utf8').trim().split('\n');
  return {
    'patient comments': readColumn('nhs_patient_feedback/phase1_single_label.csv', 'feedback'),
    'complaints (masked)': readColumn('cfpb_complaints/with_narrative.csv', 'Consumer complaint narrative'),
    'bank requests': readColumn('banking77/train.csv', 'text'),
    'assistant requests': readColumn('clinc150/train.csv', 'text'),
    'shop survey, French': readColumn('nps_botanic_fr/nps.csv', 'explication').filter(Boolean),
    'survey comments': readColumn('jupyter_surveys/open_text_themes_2015.csv', 'text').filter(Boolean),
    'app reviews, en and fr': readCsv('minibar_app_reviews/classification.csv').map(longestCell),
    'app reviews': readCsv('maalej_app_reviews/reviews.csv').map(longestCell),
    'restaurant reviews': sentences.map((line) => Object.values(JSON.parse(line)).find(isText) ?? ''),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const longestCell = (row: Record<string, string>) =>
  Object.values(row).sort((a, b) => b.length - a.length)[0] ?? '';

const PEOPLE_NAMED = new URL('redaction/people-named.txt', import.meta.url);
const HASH_DIGITS = 12;

/** Where people are named in texts taken for clean, as somebody read them: by the text's hash. */
function readPeopleNamed(): ReadonlyMap<string, readonly number[]> {
  const lines = readFileSync(PEOPLE_NAMED, 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [hash = '', ...starts] = line.split(' ');
        return [hash, starts.map(Number)];
      }),
  );
}

/**
 * How many of these texts redaction changes; how many of them where no person is named, as far as they were read; and how
 * many by more than a name.
 */
export function countAltered(texts: readonly string[]): {
  altered: number;
  wrongly: number;
  beyondNames: number;
} {
  const named = readPeopleNamed();
  const counts = { altered: 0, wrongly: 0, beyondNames: 0 };
  for (const text of texts) {
    const { redactions } = redactPersonalData(text);
    if (redactions.length === 0) continue;
    const starts = named.get(createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS)) ?? [];
    counts.altered += 1;
    counts.wrongly += Number(redactions.some(({ inputStart }) => !starts.includes(inputStart)));
    counts.beyondNames += Number(redactions.some(({ type }) => type !== 'name'));
  }
  return counts;
}

const READ_LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'pt'];

/** Share of Lingua's sentences, whole and cut to five words, of which the language is told right; 0..1. */
export function measureLanguage(languages: readonly string[] | null): {
  sentences: number;
  fiveWords: number;
} {
  const rows = readCsv('langid_lingua/sentences.csv').filter(
    ({ lang = '' }) => languages === null || languages.includes(lang),
  );
  const share = (cut: (text: string) => string) =>
    rows.filter(({ lang, text = '' }) => detectLanguage(cut(text)).language === lang).length / rows.length;
  return {
    sentences: share((text) => text),
    fiveWords: share((text) => text.split(/\s+/).slice(0, 5).join(' ')),
  };
}

/** The pass of one plain pattern over a text: what no redaction that reads each character can beat. */
const PLAIN_PATTERN = /[\w.+-]+@[\w-]+\.[\w.]+|\+?\d[\d ().-]{7,}\d|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu;

/** Texts a second on one thread, the best of three passes. */
export function measureSpeed(texts: readonly string[], work: (text: string) => unknown): number {
  const seconds = [1, 2, 3].map(() => {
    const startedAt = performance.now();
    for (const text of texts) work(text);
    return (performance.now() - startedAt) / 1000;
  });
  return texts.length / Math.min(...seconds);
}

/** Prints everything. */
export function printRedaction(): void {
  const percent = (part: number, whole: number) =>
    whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
  console.log('Personal data, Presidio sentences: type, labelled, recall, precision');
  for (const [type, { labelled, found, finds, right }] of Object.entries(measureRedaction())) {
    console.log(`  ${type}: ${labelled}, ${percent(found, labelled)}, ${percent(right, finds)}`);
  }
  console.log('Texts taken for clean: how many, altered, altered where nobody is named, by more than a name');
  const clean = readCleanTexts();
  const all = Object.values(clean).flat();
  for (const [name, texts] of [...Object.entries(clean), ['all', all] as const]) {
    const { altered, wrongly, beyondNames } = countAltered(texts);
    console.log(
      `  ${name}: ${texts.length}, ${[altered, wrongly, beyondNames].map((part) => percent(part, texts.length)).join(', ')}`,
    );
  }
  for (const [name, languages] of [
    ['the six read', READ_LANGUAGES] as const,
    ['all 75, of which the detector knows 60', null] as const,
  ]) {
    const { sentences, fiveWords } = measureLanguage(languages);
    console.log(`Language, ${name}: sentences ${percent(sentences, 1)}, five words ${percent(fiveWords, 1)}`);
  }
  const redaction = measureSpeed(all, (text) => redactPersonalData(text));
  const plain = measureSpeed(all, (text) => text.match(PLAIN_PATTERN));
  const characters = Math.round(all.reduce((sum, text) => sum + text.length, 0) / all.length);
  console.log(`Texts a second, one thread, ${characters} characters on average: ${Math.round(redaction)}`);
  console.log(
    `  one plain pattern over the same texts: ${Math.round(plain)} (${(plain / redaction).toFixed(1)} times)`,
  );
}

if (process.argv[1]?.endsWith('redaction.ts')) printRedaction();
