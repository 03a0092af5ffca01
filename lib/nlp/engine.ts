import { type AnnotationInput, annotateText, annotateWithEncoder, type TextAnnotation } from './annotate';
import type { Encoder } from './encoder/encoder';
import { getLearnedModels } from './polarity/models';
import { discoverThemes, discoverThemesWithEncoder } from './themes/discover';
import type { ThemeModel, ThemeSegment } from './themes/theme-model';

/** What turns texts into annotations and finds their themes. `name` and `version` are kept with every annotation as its maker. */
export interface AnnotationEngine {
  readonly name: string;
  readonly version: string;
  /** In the order of the inputs. The same text gives the same annotation in any company. */
  annotate(inputs: readonly AnnotationInput[]): Promise<TextAnnotation[]>;
  /** What a corpus speaks about; the same segments in any order give the same model. */
  discoverThemes(segments: readonly ThemeSegment[]): Promise<ThemeModel>;
}

/** `full` reads English with the sentence encoder; `fast` with word vectors, some twenty times as fast and a little less right. */
export type Lane = 'full' | 'fast';

export const ENGINE_NAME = 'blend';

/** Changes with every change of the engine's output: with the lane, and where the weights learned from tweets were left out. */
export const engineVersion = (lane: Lane): string =>
  `blend-2-${lane}${getLearnedModels().size > 0 ? '' : '-english'}`;

/** The engine on the calling thread: with an encoder the full lane, without one the fast lane. */
export const makeEngine = (encoder: Encoder | null): AnnotationEngine => ({
  name: ENGINE_NAME,
  version: engineVersion(encoder ? 'full' : 'fast'),
  annotate: async (inputs) => (encoder ? annotateWithEncoder(inputs, encoder) : inputs.map(annotateText)),
  discoverThemes: async (segments) =>
    encoder ? discoverThemesWithEncoder(segments, encoder) : discoverThemes(segments),
});
