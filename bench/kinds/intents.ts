import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readCsv } from '@/lib/core/testing/data-sets';
import { findIntents } from '@/lib/nlp/intents/find-intents';
import { type IntentName, intentNames } from '@/lib/nlp/intents/intent';
import { declinesToAnswer } from '@/lib/nlp/kind';
import { computeWilsonInterval } from '@/lib/stats/wilson-interval';

interface Text {
  set: string;
  language: 'en' | 'fr';
  text: string;
}

/** A request as the makers of its data labelled it. */
interface Request extends Text {
  /** Whether it asks to close an account or to end a service. */
  isLeaving: boolean;
}

/** In which texts an intent that was found is meant, read by one reader: `HASH intent ...`; see the file. */
const MEANT = new URL('intents-meant.txt', import.meta.url);
const HASH_DIGITS = 12;

const percent = (share: number | undefined): string => (share === undefined ? '-' : (100 * share).toFixed(1));
const print = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
const heading = (title: string, cells: readonly string[]): void => {
  console.log(`\n## ${title}\n`);
  print(cells);
  print(cells.map(() => '---'));
};

/** Prints what finds of intents are worth: by the labels of requests to leave, and by what one reader read. */
export function printIntents(): void {
  heading('Churn in requests: people labelled who wants to close an account or end a service', [
    'texts',
    'number',
    'labelled',
    'found',
    'right',
    'recall',
    'precision',
  ]);
  for (const set of ['bank requests', 'support chats']) {
    const rows = readRequests().filter((row) => row.set === set);
    const found = rows.filter(({ text }) => findIntents(text, 'en').some(({ intent }) => intent === 'churn'));
    const right = found.filter(({ isLeaving }) => isLeaving).length;
    const labelled = rows.filter(({ isLeaving }) => isLeaving).length;
    const shares = [right / labelled, right / found.length].map(percent);
    print([set, rows.length, labelled, found.length, right, ...shares]);
  }

  heading('Finds that are meant: reviews and comments read by one reader, and the requests above', [
    'intent',
    'how sure the engine is',
    'English: meant of found',
    'French: meant of found',
    'share meant',
    '95 % interval',
  ]);
  const finds = listFinds();
  for (const intent of intentNames) {
    const ofIntent = finds.filter((find) => find.intent === intent);
    for (const confidence of [...new Set(ofIntent.map((find) => find.confidence))].sort().reverse()) {
      const rows = ofIntent.filter((find) => find.confidence === confidence);
      const meantOf = (some: typeof rows) => some.filter(({ isMeant }) => isMeant).length;
      const ofLanguage = (language: string) => {
        const some = rows.filter((find) => find.language === language);
        return `${meantOf(some)} of ${some.length}`;
      };
      const interval = computeWilsonInterval(meantOf(rows), rows.length);
      print([
        intent,
        percent(confidence),
        ofLanguage('en'),
        ofLanguage('fr'),
        percent(meantOf(rows) / rows.length),
        `${percent(interval?.low)} to ${percent(interval?.high)}`,
      ]);
    }
  }
}

interface Find {
  language: string;
  intent: IntentName;
  confidence: number;
  isMeant: boolean;
}

/** Each text once. What nobody read counts as not meant. */
function listFinds(): Find[] {
  const read = readMeant();
  const ofReviews = uniqueTexts(readReviews()).flatMap(({ text, language }) =>
    findIntents(text, language).map(({ intent, confidence }) => ({
      language,
      intent,
      confidence,
      isMeant: read.get(hashOf(text))?.includes(intent) ?? false,
    })),
  );
  const ofRequests = readRequests().flatMap(({ text, isLeaving }) =>
    findIntents(text, 'en')
      .filter(({ intent }) => intent === 'churn')
      .map(({ intent, confidence }) => ({ language: 'en', intent, confidence, isMeant: isLeaving })),
  );
  return [...ofReviews, ...ofRequests];
}

const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS);

const readMeant = (): ReadonlyMap<string, string[]> =>
  new Map(
    readFileSync(MEANT, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [hash = '', ...intents] = line.split(' ');
        return [hash, intents];
      }),
  );

const uniqueTexts = (texts: readonly Text[]): Text[] => [
  ...new Map(texts.map((one) => [`${one.set} ${one.text}`, one])).values(),
];

function readReviews(): Text[] {
  const minibar = readCsv('minibar_app_reviews/classification.csv').map(({ text = '', lang }): Text => {
    const language = lang === 'fr' ? 'fr' : 'en';
    return { set: `app reviews (MiniBAR), ${language}`, language, text };
  });
  const english = (set: string, file: string, column: string) =>
    readCsv(file).map((row): Text => ({ set, language: 'en', text: row[column] ?? '' }));
  const survey = readCsv('nps_botanic_fr/nps.csv').map(
    ({ explication_repaired = '' }): Text => ({
      set: 'shop survey',
      language: 'fr',
      text: explication_repaired,
    }),
  );
  return [
    ...survey,
    ...minibar,
    ...english('app reviews (Maalej)', 'maalej_app_reviews/reviews.csv', 'text'),
    ...english('patient comments', 'nhs_patient_feedback/phase1_single_label.csv', 'feedback'),
    ...english('two-way sentences', 'uci_sentiment_sentences/sentences.csv', 'text'),
  ];
}

const CHATS = ['finance', 'media', 'software'] as const;

function readRequests(): Request[] {
  const ofBank = readCsv('banking77/train.csv').map(
    ({ text = '', category }): Request => ({
      set: 'bank requests',
      language: 'en',
      text,
      isLeaving: category === 'terminate_account',
    }),
  );
  const ofChats = CHATS.flatMap((name) =>
    readCsv(`multidogo/${name}.csv`).map(
      ({ utterance = '', intent = '' }): Request => ({
        set: 'support chats',
        language: 'en',
        text: utterance,
        isLeaving: /closeaccount|cancelserviceintent/.test(intent),
      }),
    ),
  );
  return [...ofBank, ...ofChats];
}

/** What people labelled as a courtesy, a yes or a no: nothing that a customer says about anything. */
const WITHOUT_CONTENT = /greeting|thankyou|confirmation|rejection/;

/** Prints how often lines of chats that are called no content are greetings, thanks, a yes or a no by their labels. */
export function printNoContent(): void {
  const lines = CHATS.flatMap((name) => readCsv(`multidogo/${name}.csv`)).filter(({ intent }) => intent);
  const declining = lines.filter(({ utterance = '' }) => declinesToAnswer(utterance));
  const right = declining.filter(({ intent = '' }) => WITHOUT_CONTENT.test(intent)).length;
  const interval = computeWilsonInterval(right, declining.length);
  console.log(
    `\nNo content: of ${lines.length} lines of English support chats ${declining.length} are called so, ${right} of them ` +
      `(${percent(right / declining.length)} %, ${percent(interval?.low)} to ${percent(interval?.high)}) are courtesies, a yes or a no by their labels.`,
  );
}
