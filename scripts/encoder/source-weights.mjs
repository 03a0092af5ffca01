import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** What the package brings, in the order of its weights: a change of one byte would be another encoder. */
const SOURCE_SHA256 = 'e461e86588d7fb4aa784ff61ef4e40bbbece34a8e5f8332c6868ac00b4731bb3';

/** @typedef {{ shape: number[], data: Float32Array }} Weight */

/**
 * Reads the weights of a TensorFlow.js graph model and finds each by the operator that uses it: the names of the
 * weights themselves are not all telling, and some are shared.
 *
 * @param {string} directory holds `model.json` and the files it names
 * @returns {(suffix: string, input: number) => Weight} the weight that is input number `input` of the one operator whose
 *   name ends in `suffix`
 */
export function readSourceWeights(directory) {
  const description = fs.readFileSync(path.join(directory, 'model.json'));
  const { modelTopology, weightsManifest } = JSON.parse(description.toString());
  const [group] = weightsManifest;
  // The manifest names the files with an ending that the package leaves out.
  const bytes = Buffer.concat(
    group.paths.map((name) => fs.readFileSync(path.join(directory, name.replace(/\.bin$/, '')))),
  );
  const found = crypto.createHash('sha256').update(description).update(bytes).digest('hex');
  if (found !== SOURCE_SHA256) throw new Error(`The weights in ${directory} are not the ones expected.`);

  const weights = new Map();
  let offset = 0;
  for (const { name, shape, dtype } of group.weights) {
    const size = shape.reduce((product, length) => product * length, 1) * 4;
    const copy = bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + size);
    if (dtype === 'float32') weights.set(name, { shape, data: new Float32Array(copy) });
    offset += size;
  }

  return (suffix, input) => {
    const users = modelTopology.node.filter(({ name }) => name.endsWith(suffix));
    const weight = weights.get(users[0]?.input[input]?.replace(/:\d+$/, ''));
    if (users.length !== 1 || !weight) throw new Error(`The encoder has no weight ${suffix} ${input}.`);
    return weight;
  };
}
