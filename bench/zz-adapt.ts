import { openEncoder } from '@/lib/nlp/encoder/encoder';
import { readOpenTexts } from '@/scripts/train/labelled-texts';
import { trainWithout } from '@/scripts/train/leave-out';
import { readExamples } from '@/scripts/train/train-english';
import { printAdaptation } from './text/adaptation';

const encoder = await openEncoder();
const ex = await readExamples(readOpenTexts(), encoder, () => {});
await printAdaptation(
  [...trainWithout(ex, [['patient comments'], ['app reviews (Maalej)', 'app reviews (MiniBAR)']])],
  encoder,
);
