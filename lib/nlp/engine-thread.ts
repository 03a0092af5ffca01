import { parentPort, workerData } from 'node:worker_threads';
import type { LanguageAdaptation } from './adaptation/adapt-sentiment';
import type { AdaptationText } from './adaptation/examples';
import type { SentimentAdapter } from './adaptation/sentiment-adapter';
import type { AnnotationInput, TextAnnotation } from './annotate';
import { openEncoder } from './encoder/encoder';
import { type AnnotationEngine, type Lane, makeEngine } from './engine';
import type { ThemeModel, ThemeSegment } from './themes/theme-model';

/** What the pool sends, and what this thread answers. */
export type ThreadRequest =
  | { id: number; inputs: readonly AnnotationInput[]; adapter: SentimentAdapter | null }
  | { id: number; texts: readonly AdaptationText[] }
  | { id: number; segments: readonly ThemeSegment[] };

export type ThreadAnswer =
  | { id: number; annotations: TextAnnotation[] }
  | { id: number; adaptations: LanguageAdaptation[] }
  | { id: number; themes: ThemeModel }
  /** While it adapts: the share done, 0..1. */
  | { id: number; progress: number }
  | { id: number; error: string }
  /** Once, at the start: which engine reads here, or why the lane asked for cannot be had. */
  | { maker: EngineMaker }
  | { problem: string };

/** What is kept with every annotation as its maker. */
export type EngineMaker = Pick<AnnotationEngine, 'name' | 'version'>;

const port = parentPort;
if (!port) throw new Error('This file runs as a thread of the engine pool');

const answer = (message: ThreadAnswer) => port.postMessage(message);
const describe = (error: unknown) => (error instanceof Error ? error.message : String(error));

const { lane, encoderFile }: { lane: Lane; encoderFile: string } = workerData;
const encoder =
  lane === 'full'
    ? await openEncoder(encoderFile).catch((error: unknown) => {
        answer({ problem: describe(error) });
        return null;
      })
    : null;
const engine = makeEngine(encoder);
const { name, version } = engine;
if (lane === 'fast' || encoder) answer({ maker: { name, version } });

// What only the worker asks for, and seldom, is loaded when it is asked for.
port.on('message', async (request: ThreadRequest) => {
  const { id } = request;
  try {
    if ('inputs' in request) {
      answer({ id, annotations: await engine.annotate(request.inputs, request.adapter) });
    } else if ('segments' in request) {
      const { segments } = request;
      const { discoverThemes, discoverThemesWithEncoder } = await import('./themes/discover');
      const themes = encoder ? await discoverThemesWithEncoder(segments, encoder) : discoverThemes(segments);
      answer({ id, themes });
    } else {
      const { adaptSentiment } = await import('./adaptation/adapt-sentiment');
      const onProgress = (progress: number) => answer({ id, progress });
      answer({ id, adaptations: await adaptSentiment(request.texts, encoder, onProgress) });
    }
  } catch (error) {
    answer({ id, error: describe(error) });
  }
});
