import { convertEncoder, isEncoderThere } from '../encoder/convert-encoder.mjs';

/**
 * Makes the text encoder of the npm package ready for its runtime, unless that was done. Without it the product still
 * reads texts, in its fast lane, and says so: a failure here is told and stops nothing.
 *
 * @param {(detail: string) => void} say
 */
export function prepareEncoder(say) {
  if (isEncoderThere()) return say('up to date');
  try {
    convertEncoder();
    say('converted');
  } catch (error) {
    say(`left out: ${error instanceof Error ? error.message : error} Texts are read in the fast lane.`);
  }
}
