import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface VocResult {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs the terminal command in a process of its own, as `npm run -s voc` does, and waits for its end. */
export function runVoc(
  args: readonly string[],
  { stdin = '', closeStdoutEarly = false }: { stdin?: string; closeStdoutEarly?: boolean } = {},
): Promise<VocResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/voc.mjs', ...args], { cwd: root });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      stdout += part;
      if (closeStdoutEarly) child.stdout.destroy();
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      stderr += part;
    });
    // A command that fails before it reads closes its input; that is what some tests are about.
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}
