import { Worker } from 'node:worker_threads';
import type { AnnotationInput, TextAnnotation } from './annotate';
import { ENCODER_FILE, findEncoderProblem } from './encoder/availability';
import { type AnnotationEngine, ENGINE_NAME, engineVersion, type Lane } from './engine';
import type { ThreadAnswer, ThreadWork } from './engine-thread';
import type { ThemeModel, ThemeSegment } from './themes/theme-model';

export interface EnginePool extends AnnotationEngine {
  lane: Lane;
  /** Why the full lane that was asked for cannot be had, or null. */
  problem: string | null;
  /** Ends the threads. What they were doing is lost. */
  close(): Promise<void>;
}

/** Texts given to a thread at once: enough to sort by length, few enough to share out. */
const SHARE = 64;

/**
 * Opens the engine on threads of its own, so that the caller's goes on answering. Where the encoder cannot be had, the pool
 * reads in the fast lane and says why. Its threads do not keep a process alive.
 */
export async function openEnginePool({
  lane,
  threads,
  encoderFile = ENCODER_FILE,
}: {
  lane: Lane;
  threads: number;
  encoderFile?: string;
}): Promise<EnginePool> {
  const missing = lane === 'full' ? findEncoderProblem(encoderFile) : null;
  const asked: Lane = missing ? 'fast' : lane;
  const members = await Promise.all(Array.from({ length: threads }, () => openThread(asked, encoderFile)));
  const problem = missing ?? members.find((member) => member.problem)?.problem ?? null;
  const used: Lane = problem ? 'fast' : lane;
  if (problem && asked === 'full') {
    // Some threads may have opened it: one pool reads in one lane.
    await Promise.all(members.map((member) => member.close()));
    const pool = await openEnginePool({ lane: 'fast', threads });
    return { ...pool, problem };
  }
  let turn = 0;
  const nextMember = (): Thread => {
    const member = members[turn++ % members.length];
    if (!member) throw new Error('The pool has no threads');
    return member;
  };
  return {
    name: ENGINE_NAME,
    version: engineVersion(used),
    lane: used,
    problem,
    async annotate(inputs) {
      const shares: Promise<TextAnnotation[]>[] = [];
      for (let from = 0; from < inputs.length; from += SHARE) {
        shares.push(nextMember().annotate(inputs.slice(from, from + SHARE)));
      }
      return (await Promise.all(shares)).flat();
    },
    discoverThemes: (segments) => nextMember().discoverThemes(segments),
    async close() {
      await Promise.all(members.map((member) => member.close()));
    },
  };
}

interface Thread {
  problem: string | null;
  annotate(inputs: readonly AnnotationInput[]): Promise<TextAnnotation[]>;
  discoverThemes(segments: readonly ThemeSegment[]): Promise<ThemeModel>;
  close(): Promise<unknown>;
}

type Answer = Extract<ThreadAnswer, { id: number }>;

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

function openThread(lane: Lane, encoderFile: string): Promise<Thread> {
  const worker = new Worker(new URL('./engine-thread.mjs', import.meta.url), {
    workerData: { lane, encoderFile },
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
    for (const id of [...waiting.keys()]) settle(id)?.reject(error);
  };
  return new Promise((resolve, reject) => {
    worker.on('message', (message: ThreadAnswer) => {
      if ('problem' in message) {
        worker.unref();
        resolve({
          problem: message.problem,
          annotate,
          discoverThemes,
          close: () => worker.terminate(),
        });
      } else if ('error' in message) settle(message.id)?.reject(new Error(message.error));
      else settle(message.id)?.resolve(message);
    });
    worker.on('error', (error) => {
      reject(error);
      failAll(error);
    });
    worker.on('exit', () => failAll(new Error('A thread of the text engine ended')));
  });

  function ask(work: ThreadWork): Promise<Answer> {
    const id = next++;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, ...work });
    });
  }

  async function annotate(inputs: readonly AnnotationInput[]): Promise<TextAnnotation[]> {
    const answer = await ask({ inputs });
    if (!('annotations' in answer)) throw new Error('A thread of the text engine answered another question');
    return answer.annotations;
  }

  async function discoverThemes(segments: readonly ThemeSegment[]): Promise<ThemeModel> {
    const answer = await ask({ segments });
    if (!('themes' in answer)) throw new Error('A thread of the text engine answered another question');
    return answer.themes;
  }
}
