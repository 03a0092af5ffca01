import type { LanguageAdaptation } from './adaptation/adapt-sentiment';
import type { AdaptationText } from './adaptation/examples';
import { ENCODER_FILE, findEncoderProblem } from './encoder/availability';
import type { AdaptableEngine, Lane } from './engine';
import type { EngineStart, EngineTask, EngineTasks, OnProgress } from './engine-tasks';
import { ENGINE_NAME, engineVersion } from './engine-version';
import { type EngineProcess, startEngineProcess } from './start-engine-process';
import type { OnFinding } from './themes/discovery-progress';
import type { ThemeModel, ThemeSegment } from './themes/theme-model';

export interface EnginePool extends AdaptableEngine {
  /** Why the full lane that was asked for cannot be had, or null. */
  problem: string | null;
  /**
   * Learns from a workspace's texts, in a process of its own.
   *
   * @param onProgress told the share done, 0..1
   * @param signal ends it at once; the promise fails
   */
  adapt(
    texts: readonly AdaptationText[],
    onProgress?: (share: number) => void,
    signal?: AbortSignal,
  ): Promise<LanguageAdaptation[]>;
  /**
   * What a corpus speaks about, found in a process of its own. The same segments in any order give the same model.
   *
   * @param signal ends it at once; the promise fails
   */
  discoverThemes(
    segments: readonly ThemeSegment[],
    onProgress?: OnFinding,
    signal?: AbortSignal,
  ): Promise<ThemeModel>;
  /** Ends the processes. What they were doing is lost. */
  close(): Promise<void>;
}

/** Texts given to a reader at once: enough to sort by length, few enough to share out. */
const SHARE = 64;

/**
 * Of a process that only reads: some 30 MB of its heap live. With more room the runtime lets garbage grow to four times that
 * before it looks, and memory grows for minutes before it stands still. An absurd text of a megabyte still fits many times.
 */
const READER_LIMITS = ['--max-semi-space-size=4', '--max-old-space-size=512'];

/** How long a process that learned or found themes waits for more of it: to open another takes more than a second. */
const REST_MS = 10_000;

/**
 * Opens the engine in processes of its own, so that the caller's goes on answering: as many that read, and one more while it
 * learns or finds themes. Each has its own native runtime, which can neither be loaded by two threads of one
 * process nor be ended while it works. One that died is opened anew by the next who asks. Where the encoder cannot be had,
 * the pool reads in the fast lane and says why. It does not keep a process alive.
 */
export async function openEnginePool({
  lane,
  readers,
  encoderFile = ENCODER_FILE,
}: {
  lane: Lane;
  readers: number;
  encoderFile?: string;
}): Promise<EnginePool> {
  const missing = lane === 'full' ? findEncoderProblem(encoderFile) : null;
  const start: EngineStart = { lane: missing ? 'fast' : lane, encoderFile };
  const startReader = () => startEngineProcess(start, READER_LIMITS);
  const members = Array.from({ length: readers }, startReader);
  const others = new Set<EngineProcess>();
  let isClosed = false;
  const close = async () => {
    isClosed = true;
    await Promise.all([...members, ...others].map((each) => each.close()));
  };
  const problems = await Promise.all(members.map((member) => member.problem)).catch(async (error) => {
    await close();
    throw error;
  });
  const problem = missing ?? problems.find((each) => each) ?? null;
  if (problem && start.lane === 'full') {
    // Some may have opened it: one pool reads in one lane.
    await close();
    return { ...(await openEnginePool({ lane: 'fast', readers })), problem };
  }

  /** In the lane of the pool: one that is opened later may find the encoder gone. */
  const ask = async <Task extends EngineTask>(one: EngineProcess, ...work: Work<Task>) => {
    const late = await one.problem;
    if (late) throw new Error(late);
    return one.ask(...work);
  };
  let turn = 0;
  const findReader = (): EngineProcess => {
    if (isClosed) throw new Error('The text engine is closed');
    const place = turn++ % readers;
    const member = members[place];
    if (member?.isRunning()) return member;
    const anew = startReader();
    members[place] = anew;
    return anew;
  };
  /** Shares items out among the readers and puts the answers together again. */
  const share = async <Item, Found>(
    items: readonly Item[],
    read: (reader: EngineProcess, some: readonly Item[]) => Promise<Found[]>,
  ): Promise<Found[]> => {
    const shares: Promise<Found[]>[] = [];
    for (let from = 0; from < items.length; from += SHARE) {
      shares.push(read(findReader(), items.slice(from, from + SHARE)));
    }
    return (await Promise.all(shares)).flat();
  };
  /** One that has just learned or found themes, ready for what is asked next. */
  let resting: { one: EngineProcess; end: NodeJS.Timeout } | null = null;
  const rouse = (): EngineProcess => {
    const rested = resting?.one;
    clearTimeout(resting?.end);
    resting = null;
    return rested?.isRunning() ? rested : startEngineProcess(start, []);
  };
  const end = async (one: EngineProcess) => {
    others.delete(one);
    await one.close();
  };
  const rest = async (one: EngineProcess) => {
    if (resting || isClosed) return end(one);
    const ending = setTimeout(() => {
      resting = null;
      void end(one);
    }, REST_MS).unref();
    resting = { one, end: ending };
  };
  /** In a process that ends soon after its work. */
  const askOther = async <Task extends EngineTask>(signal: AbortSignal | undefined, ...work: Work<Task>) => {
    signal?.throwIfAborted();
    if (isClosed) throw new Error('The text engine is closed');
    const one = rouse();
    others.add(one);
    const abort = () => void one.close();
    signal?.addEventListener('abort', abort, { once: true });
    try {
      const result = await ask(one, ...work);
      await rest(one);
      return result;
    } catch (error) {
      await end(one);
      throw error;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  };
  return {
    name: ENGINE_NAME,
    version: engineVersion(start.lane),
    lane: start.lane,
    problem,
    annotate: (inputs, adapter = null) =>
      share(inputs, (reader, some) => ask(reader, 'annotate', { inputs: some, adapter })),
    judge: (statements, adapter = null) =>
      share(statements, (reader, some) => ask(reader, 'judge', { statements: some, adapter })),
    encode: (statements) => share(statements, (reader, some) => ask(reader, 'encode', { statements: some })),
    adapt: (texts, onProgress, signal) => askOther(signal, 'adapt', { texts }, onProgress),
    discoverThemes: (segments, onProgress, signal) =>
      askOther(signal, 'discoverThemes', { segments }, onProgress),
    close,
  };
}

type Work<Task extends EngineTask> = [
  task: Task,
  given: EngineTasks[Task]['given'],
  onProgress?: OnProgress<Task>,
];
