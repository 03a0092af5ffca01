import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { LanguageAdaptation } from './adaptation/adapt-sentiment';
import type { AdaptationText } from './adaptation/examples';
import type { SentimentAdapter } from './adaptation/sentiment-adapter';
import type { AnnotationInput, TextAnnotation } from './annotate';
import { ENCODER_FILE, findEncoderProblem } from './encoder/availability';
import type { AdaptableEngine, Lane } from './engine';
import type { ThreadAnswer, ThreadRequest } from './engine-thread';
import { ENGINE_NAME, engineVersion } from './engine-version';
import type { Sentiment, Statement } from './sentiment';
import type { ThemeModel, ThemeSegment } from './themes/theme-model';

export interface EnginePool extends AdaptableEngine {
  /** Why the full lane that was asked for cannot be had, or null. */
  problem: string | null;
  /**
   * Learns from a workspace's texts on one of the threads, which reads nothing else meanwhile.
   *
   * @param onProgress told the share done, 0..1
   */
  adapt(
    texts: readonly AdaptationText[],
    onProgress?: (share: number) => void,
  ): Promise<LanguageAdaptation[]>;
  /**
   * What a corpus speaks about, found on one of the threads, which reads nothing else meanwhile. The same segments in any
   * order give the same model.
   */
  discoverThemes(segments: readonly ThemeSegment[]): Promise<ThemeModel>;
  /** Ends the threads. What they were doing is lost. */
  close(): Promise<void>;
}

/** Texts given to a thread at once: enough to sort by length, few enough to share out. */
const SHARE = 64;

/**
 * Of a thread that only reads: some 30 MB of it live. With more room the runtime lets garbage grow to four times that before
 * it looks, and memory grows for minutes before it stands still. An absurd text of a megabyte still fits many times.
 */
const READER_LIMITS: ResourceLimits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 512 };

/**
 * Opens the engine on threads of its own, so that the caller's goes on answering. Where the encoder cannot be had, the pool
 * reads in the fast lane and says why. Its threads do not keep a process alive.
 */
export async function openEnginePool({
  lane,
  threads,
  encoderFile = ENCODER_FILE,
  onlyReads = false,
}: {
  lane: Lane;
  threads: number;
  encoderFile?: string;
  /** It will not learn or find themes, for which its threads have no room then. */
  onlyReads?: boolean;
}): Promise<EnginePool> {
  const missing = lane === 'full' ? findEncoderProblem(encoderFile) : null;
  const asked: Lane = missing ? 'fast' : lane;
  const limits = onlyReads ? READER_LIMITS : {};
  const members = await Promise.all(
    Array.from({ length: threads }, () => openThread(asked, encoderFile, limits)),
  );
  const problem = missing ?? members.find((member) => member.problem)?.problem ?? null;
  const used: Lane = problem ? 'fast' : lane;
  if (problem && asked === 'full') {
    // Some threads may have opened it: one pool reads in one lane.
    await Promise.all(members.map((member) => member.close()));
    const pool = await openEnginePool({ lane: 'fast', threads, onlyReads });
    return { ...pool, problem };
  }
  let turn = 0;
  /** Shares items out among the threads and puts the answers together again. */
  const share = async <Item, Found>(
    items: readonly Item[],
    read: (member: Thread, some: readonly Item[]) => Promise<Found[]>,
  ): Promise<Found[]> => {
    const shares: Promise<Found[]>[] = [];
    for (let from = 0; from < items.length; from += SHARE) {
      const member = members[turn++ % members.length];
      if (!member) throw new Error('The pool has no threads');
      shares.push(read(member, items.slice(from, from + SHARE)));
    }
    return (await Promise.all(shares)).flat();
  };
  return {
    name: ENGINE_NAME,
    version: engineVersion(used),
    lane: used,
    problem,
    annotate: (inputs, adapter = null) => share(inputs, (member, some) => member.annotate(some, adapter)),
    judge: (statements, adapter = null) => share(statements, (member, some) => member.judge(some, adapter)),
    async adapt(texts, onProgress) {
      const [member] = members;
      if (!member) throw new Error('The pool has no threads');
      return member.adapt(texts, onProgress);
    },
    async discoverThemes(segments) {
      const [member] = members;
      if (!member) throw new Error('The pool has no threads');
      return member.discoverThemes(segments);
    },
    async close() {
      await Promise.all(members.map((member) => member.close()));
    },
  };
}

interface Thread {
  problem: string | null;
  annotate(inputs: readonly AnnotationInput[], adapter: SentimentAdapter | null): Promise<TextAnnotation[]>;
  judge(statements: readonly Statement[], adapter: SentimentAdapter | null): Promise<Sentiment[]>;
  adapt(
    texts: readonly AdaptationText[],
    onProgress?: (share: number) => void,
  ): Promise<LanguageAdaptation[]>;
  discoverThemes(segments: readonly ThemeSegment[]): Promise<ThemeModel>;
  close(): Promise<unknown>;
}

type Answer = Extract<ThreadAnswer, { id: number }>;

interface Waiting {
  onAnswer(answer: Exclude<Answer, { error: string } | { progress: number }>): void;
  onProgress?: ((share: number) => void) | undefined;
  onError(error: Error): void;
}

function openThread(lane: Lane, encoderFile: string, resourceLimits: ResourceLimits): Promise<Thread> {
  const worker = new Worker(new URL('./engine-thread.mjs', import.meta.url), {
    workerData: { lane, encoderFile },
    resourceLimits,
  });
  const waiting = new Map<number, Waiting>();
  let next = 0;
  /** While someone waits the process stays; an idle pool keeps nobody. */
  const settle = (id: number): Waiting | undefined => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    return one;
  };
  const failAll = (error: Error) => {
    for (const id of [...waiting.keys()]) settle(id)?.onError(error);
  };
  return new Promise((resolve, reject) => {
    worker.on('message', (message: ThreadAnswer) => {
      if ('problem' in message) {
        worker.unref();
        resolve({
          ...{ problem: message.problem, annotate, judge, adapt, discoverThemes },
          close: () => worker.terminate(),
        });
      } else if ('progress' in message) waiting.get(message.id)?.onProgress?.(message.progress);
      else if ('error' in message) settle(message.id)?.onError(new Error(message.error));
      else settle(message.id)?.onAnswer(message);
    });
    worker.on('error', (error) => {
      reject(error);
      failAll(error);
    });
    worker.on('exit', () => failAll(new Error('A thread of the text engine ended')));
  });

  function send(request: DistributiveOmit<ThreadRequest, 'id'>, waiter: Waiting): void {
    const id = next++;
    waiting.set(id, waiter);
    worker.ref();
    worker.postMessage({ ...request, id });
  }

  function annotate(
    inputs: readonly AnnotationInput[],
    adapter: SentimentAdapter | null,
  ): Promise<TextAnnotation[]> {
    return new Promise((resolve, onError) => {
      const onAnswer: Waiting['onAnswer'] = (answer) =>
        'annotations' in answer && resolve(answer.annotations);
      send({ inputs, adapter }, { onAnswer, onError });
    });
  }

  function judge(statements: readonly Statement[], adapter: SentimentAdapter | null): Promise<Sentiment[]> {
    return new Promise((resolve, onError) => {
      const onAnswer: Waiting['onAnswer'] = (answer) => 'sentiments' in answer && resolve(answer.sentiments);
      send({ statements, adapter }, { onAnswer, onError });
    });
  }

  function adapt(
    texts: readonly AdaptationText[],
    onProgress?: (share: number) => void,
  ): Promise<LanguageAdaptation[]> {
    return new Promise((resolve, onError) => {
      const onAnswer: Waiting['onAnswer'] = (answer) =>
        'adaptations' in answer && resolve(answer.adaptations);
      send({ texts }, { onAnswer, onProgress, onError });
    });
  }

  function discoverThemes(segments: readonly ThemeSegment[]): Promise<ThemeModel> {
    return new Promise((resolve, onError) => {
      const onAnswer: Waiting['onAnswer'] = (answer) => 'themes' in answer && resolve(answer.themes);
      send({ segments }, { onAnswer, onError });
    });
  }
}

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;
