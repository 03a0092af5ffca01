import { holdsNoOpinion } from '@/lib/nlp/kind';
import {
  type LabelledText,
  readFrenchTexts,
  readOpenTexts,
  readTweets,
  type SetName,
} from './labelled-texts';

/** How people labelled the texts of a set that are taken to hold no opinion. */
export interface NoOpinionCount {
  set: string;
  /** Whether people read the words and nothing else; stars and grades are of what the words stand beside. */
  isOfWords: boolean;
  texts: number;
  noOpinion: number;
  neutral: number;
}

const RATED_BY_WORDS: readonly SetName[] = [
  'product sentences',
  'film sentences',
  'editorial sentences',
  'rated tweets',
];
const GRADED: readonly SetName[] = ['patient comments', 'app reviews (Maalej)', 'app reviews (MiniBAR)'];
const TWEETS = ['english', 'german', 'spanish', 'french', 'italian', 'portuguese'];

/** Over all files whose labels know neutral. */
export function countNoOpinion(): NoOpinionCount[] {
  const open = readOpenTexts();
  const count = (set: string, isOfWords: boolean, texts: readonly LabelledText[]): NoOpinionCount => {
    const found = texts.filter(({ text }) => holdsNoOpinion(text));
    const neutral = found.filter(({ label }) => label === 1).length;
    return { set, isOfWords, texts: texts.length, noOpinion: found.length, neutral };
  };
  const ofSet = (isOfWords: boolean) => (name: SetName) =>
    count(
      name,
      isOfWords,
      open.filter(({ set }) => set === name),
    );
  return [
    ...RATED_BY_WORDS.map(ofSet(true)),
    ...TWEETS.map((file) => count(`tweets, ${file}`, true, readTweets(file))),
    ...GRADED.map(ofSet(false)),
    count('app reviews (MiniBAR), French', false, readFrenchTexts()),
  ];
}
