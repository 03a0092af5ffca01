import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type {
  EngineAnswer,
  EngineRequest,
  EngineStart,
  EngineTask,
  EngineTasks,
  OnProgress,
} from './engine-tasks';

const FILE = fileURLToPath(new URL('./engine-process.mjs', import.meta.url));

export interface EngineProcess {
  /** Why the lane that was asked for cannot be had, or null, once it is open. Fails when the process ends before. */
  problem: Promise<string | null>;
  /** False once it has ended: by close(), for want of memory or by a fault of its native runtime. */
  isRunning(): boolean;
  /** Fails when the process ends first. */
  ask<Task extends EngineTask>(
    task: Task,
    given: EngineTasks[Task]['given'],
    onProgress?: OnProgress<Task>,
  ): Promise<EngineTasks[Task]['gives']>;
  /** Ends the process at once, whatever it does. */
  close(): Promise<void>;
}

interface Waiting {
  onResult(result: EngineTasks[EngineTask]['gives']): void;
  onProgress?: ((progress: EngineTasks[EngineTask]['tells']) => void) | undefined;
  onError(error: Error): void;
}

/**
 * Starts an engine in a process of its own. It ends with this process, and keeps it alive only while it opens or somebody
 * waits for an answer.
 * @param limits of its memory, as arguments of the runtime
 */
export function startEngineProcess(start: EngineStart, limits: readonly string[]): EngineProcess {
  const child = fork(FILE, [JSON.stringify(start)], {
    execArgv: [...limits],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, Waiting>();
  let next = 0;
  const hold = () => {
    child.ref();
    child.channel?.ref();
  };
  const release = () => {
    child.unref();
    child.channel?.unref();
  };
  const settle = (id: number): Waiting | undefined => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) release();
    return one;
  };
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const problem = new Promise<string | null>((resolve, reject) => {
    const fail = (error: Error) => {
      reject(error);
      for (const id of [...waiting.keys()]) settle(id)?.onError(error);
    };
    child.on('error', fail);
    child.on('exit', (code, signal) =>
      fail(new Error(`A process of the text engine ended: ${signal ?? `code ${code}`}`)),
    );
    child.on('message', (message: EngineAnswer) => {
      if ('problem' in message) {
        if (waiting.size === 0) release();
        resolve(message.problem);
      } else if ('progress' in message) waiting.get(message.id)?.onProgress?.(message.progress);
      else if ('error' in message) settle(message.id)?.onError(new Error(message.error));
      else settle(message.id)?.onResult(message.result);
    });
  });
  return {
    problem,
    isRunning: () => child.connected && child.exitCode === null && child.signalCode === null,
    ask<Task extends EngineTask>(
      task: Task,
      given: EngineTasks[Task]['given'],
      onProgress?: OnProgress<Task>,
    ) {
      return new Promise<EngineTasks[Task]['gives']>((onResult, onError) => {
        const request: EngineRequest<Task> = { id: next++, task, given };
        waiting.set(request.id, {
          onResult,
          onProgress: onProgress && ((progress) => onProgress(progress as EngineTasks[Task]['tells'])),
          onError,
        });
        hold();
        child.send(request, (error) => {
          if (!error) return;
          // It is dying or dead, and how it ended tells more.
          child.kill('SIGKILL');
          void ended.then(() => settle(request.id)?.onError(error));
        });
      });
    },
    async close() {
      child.ref();
      child.kill('SIGKILL');
      await ended;
    },
  };
}
