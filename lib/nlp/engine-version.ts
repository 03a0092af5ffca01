import type { Lane } from './engine';
import { areTweetWeightsThere } from './polarity/models';

export const ENGINE_NAME = 'blend';

/** Changes with every change of the engine's output. */
const GENERATION = 'blend-12';

/** The version of the engine in one lane, where all its weights are there. */
export const versionOf = (lane: Lane): string => `${GENERATION}-${lane}`;

/** Changes with every change of the engine's output: with the lane, and where the weights learned from tweets were left out. */
export const engineVersion = (lane: Lane): string =>
  `${versionOf(lane)}${areTweetWeightsThere() ? '' : '-english'}`;
