import { parentPort, workerData } from 'node:worker_threads';
import type { LanguageAdaptation } from './adaptation/adapt-sentiment';
import type { AdaptationText } from './adaptation/examples';
import type { SentimentAdapter } from './adaptation/sentiment-adapter';
import type { AnnotationInput, TextAnnotation } from './annotate';
import { openEncoder } from './encoder/encoder';
import { type Lane, makeEngine } from './engine';
import type { Sentiment, Statement } from './sentiment';
import type { ThemeModel, ThemeSegment } from './themes/theme-model';

/** What the pool sends, and what this thread answers. */
export type ThreadRequest =
  | { id: number; inputs: readonly AnnotationInput[]; adapter: SentimentAdapter | null }
  | { id: number; statements: readonly Statement[]; adapter: SentimentAdapter | null }
  | { id: number; texts: readonly AdaptationText[] }
  | { id: number; segments: readonly ThemeSegment[] };

export type ThreadAnswer =
  | { id: number; annotations: TextAnnotation[] }
  | { id: number; sentiments: Sentiment[] }
  | { id: number; adaptations: LanguageAdaptation[] }
  | { id: number; themes: ThemeModel }
  /** While it adapts: the share done, 0..1. */
  | { id: number; progress: number }
  | { id: number; error: string }
  /** Once, at the start: why the lane asked for cannot be had, or null. */
  | { problem: string | null };

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
if (lane === 'fast' || encoder) answer({ problem: null });

// Finding themes and learning load their own packages when they are asked for: a thread that only reads stays small.
const engine = makeEngine(encoder);
port.on('message', async (request: ThreadRequest) => {
  const { id } = request;
  try {
    if ('inputs' in request) {
      answer({ id, annotations: await engine.annotate(request.inputs, request.adapter) });
    } else if ('statements' in request) {
      answer({ id, sentiments: await engine.judge(request.statements, request.adapter) });
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
