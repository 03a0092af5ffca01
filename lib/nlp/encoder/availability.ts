import { existsSync } from 'node:fs';
import { join } from 'node:path';

const MODULES = join(process.cwd(), 'node_modules');

/**
 * Where the build leaves the converted encoder: with the packages it is made from, so that both go together, and web,
 * worker, terminal and tests find the same file.
 */
export const ENCODER_FILE = join(MODULES, '.cache/verbatim/encoder.onnx');

/** Why the sentence encoder cannot be used on this machine, in words for people, or null where it can. */
export function findEncoderProblem(file: string = ENCODER_FILE): string | null {
  const runtime = join(MODULES, 'onnxruntime-node/bin/napi-v3', process.platform, process.arch);
  if (!existsSync(runtime)) return `its runtime has no part for ${process.platform} ${process.arch}`;
  if (!existsSync(file)) return 'its converted model is missing; the next start makes it';
  return null;
}
