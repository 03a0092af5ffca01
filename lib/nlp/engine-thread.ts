import { parentPort, workerData } from 'node:worker_threads';
import type { AnnotationInput, TextAnnotation } from './annotate';
import { openEncoder } from './encoder/encoder';
import { type Lane, makeEngine } from './engine';
import type { ThemeModel, ThemeSegment } from './themes/theme-model';

/** What the pool sends, and what this thread answers. */
export type ThreadWork = { inputs: readonly AnnotationInput[] } | { segments: readonly ThemeSegment[] };
export type ThreadRequest = ThreadWork & { id: number };

export type ThreadAnswer =
  | { id: number; annotations: TextAnnotation[] }
  | { id: number; themes: ThemeModel }
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

const engine = makeEngine(encoder);
port.on('message', async (request: ThreadRequest) => {
  const { id } = request;
  try {
    if ('inputs' in request) answer({ id, annotations: await engine.annotate(request.inputs) });
    else answer({ id, themes: await engine.discoverThemes(request.segments) });
  } catch (error) {
    answer({ id, error: describe(error) });
  }
});
