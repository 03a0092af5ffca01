import { openEncoder } from './encoder/encoder';
import { makeEngine } from './engine';
import type {
  EngineAnswer,
  EngineRequest,
  EngineStart,
  EngineTask,
  EngineTasks,
  OnProgress,
} from './engine-tasks';

// It ends with the process that started it, however that ended, and by nothing else: a signal to the whole group reaches
// this process too, while the other may still have work to finish.
process.on('disconnect', () => process.exit());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

/** An answer that nobody is there to take is dropped. */
const answer = (message: EngineAnswer) => process.send?.(message, undefined, undefined, () => undefined);
const describe = (error: unknown) => (error instanceof Error ? error.message : String(error));

const { lane, encoderFile }: EngineStart = JSON.parse(process.argv[2] ?? '{}');
const encoder =
  lane === 'full'
    ? await openEncoder(encoderFile).catch((error: unknown) => {
        answer({ problem: describe(error) });
        return null;
      })
    : null;
if (lane === 'fast' || encoder) answer({ problem: null });

const engine = makeEngine(encoder);

// Finding themes and learning load their own packages when they are asked for: a process that only reads stays small.
const tasks: {
  [Task in EngineTask]: (
    given: EngineTasks[Task]['given'],
    onProgress: OnProgress<Task>,
  ) => Promise<EngineTasks[Task]['gives']>;
} = {
  annotate: ({ inputs, adapter }) => engine.annotate(inputs, adapter),
  judge: ({ statements, adapter }) => engine.judge(statements, adapter),
  encode: ({ statements }) => engine.encode(statements),
  async adapt({ texts }, onProgress) {
    const { adaptSentiment } = await import('./adaptation/adapt-sentiment');
    return adaptSentiment(texts, encoder, onProgress);
  },
  async discoverThemes({ segments }, onProgress) {
    const { discoverThemes, discoverThemesWithEncoder } = await import('./themes/discover');
    return encoder
      ? discoverThemesWithEncoder(segments, encoder, { onProgress })
      : discoverThemes(segments, { onProgress });
  },
};

async function work<Task extends EngineTask>({ id, task, given }: EngineRequest<Task>): Promise<void> {
  try {
    answer({ id, result: await tasks[task](given, (progress) => answer({ id, progress })) });
  } catch (error) {
    answer({ id, error: describe(error) });
  }
}
process.on('message', (request: EngineRequest) => void work(request));
