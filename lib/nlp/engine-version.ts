import type { Lane } from './engine';

/** Changes with every change of the engine's output. */
const GENERATION = 'blend-3';

/** The version of the engine in one lane, where all its weights are there. */
export const versionOf = (lane: Lane): string => `${GENERATION}-${lane}`;
