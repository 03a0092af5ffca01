import type { RandomSource } from '@/lib/core/random';
import { drawInteger, drawOne } from './draw';
import type { Voice } from './model';
import { general } from './text/general';

const misspellings: Readonly<Record<string, string>> = {
  definitely: 'definately',
  receive: 'recieve',
  separate: 'seperate',
  because: 'becuase',
  until: 'untill',
  really: 'realy',
  support: 'suport',
  missing: 'mising',
  customer: 'costumer',
  dashboard: 'dashbord',
  dashboards: 'dashbords',
  invoice: 'invoce',
  update: 'udpate',
  again: 'agian',
  which: 'wich',
  nothing: 'nothign',
  their: 'thier',
  without: 'whitout',
  application: 'aplication',
  permissions: 'permisions',
};

function misspell(random: RandomSource, word: string): string {
  const known = misspellings[word];
  if (known !== undefined) return known;
  const at = drawInteger(random, 1, word.length - 3);
  const kind = random();
  if (kind < 0.45) return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  if (kind < 0.8) return word.slice(0, at) + word.slice(at + 1);
  return word.slice(0, at) + word.charAt(at) + word.slice(at);
}

/** Starts with a capital and ends with a mark, as far as this person cares. */
export function writeSentence(random: RandomSource, voice: Voice, text: string): string {
  const started = `${text.charAt(0).toUpperCase()}${text.slice(1)}`.replace(
    /(?<=[^.][.!?] )[a-z]/g,
    (letter) => letter.toUpperCase(),
  );
  if (/[.?!…:]$/.test(started) || /\p{Extended_Pictographic}$/u.test(started)) return started;
  if (voice.exclaims && random() < 0.5) return `${started}${random() < 0.4 ? '!!' : '!'}`;
  return `${started}${random() < 0.03 ? '...' : '.'}`;
}

/** Gives a finished text the habits of its writer: case, apostrophes, full stop, errors, emoji. Addresses and numbers stay. */
export function applyVoice(
  random: RandomSource,
  voice: Voice,
  text: string,
  mood: 'good' | 'bad' | 'none',
): string {
  let written = text;
  if (voice.typoShare > 0) {
    written = written.replace(/(?<![@.\w-])[a-z]{5,}(?![@\w])/g, (word) =>
      random() < voice.typoShare ? misspell(random, word) : word,
    );
  }
  if (voice.lowercase) {
    written = written.replace(/(?<![\w@])(I|A|[A-Z]\w*[a-z]\w*)/g, (word) => word.toLowerCase());
  }
  if (voice.dropsApostrophes) written = written.replace(/(?<=\w)'(?=\w)/g, '');
  if (voice.dropsFullStops && !written.includes('\n')) written = written.replace(/(?<=.)\.$/, '');
  if (mood !== 'none' && !written.includes('\n\n') && random() < voice.emojiShare) {
    const emoji = drawOne(random, mood === 'good' ? general.emojiGood : general.emojiBad);
    written = `${written} ${emoji}${random() < 0.15 ? emoji : ''}`;
  }
  return written;
}
