import { ACTIVATION_RANGES } from './activation-ranges.mjs';
import { makeGraph } from './onnx-graph.mjs';
import { quantise } from './quantise.mjs';

const TOKENS = 8002;
const EMBEDDING = 256;
const WIDTH = 512;
const INNER = 1536;
const HEADS = 4;
const MAX_TOKENS = 128;
/** Steps of the position signal: coarse enough that the sine of any machine gives the same model. */
const SIGNAL_STEPS = 2 ** 20;
const MINUS_INFINITY = -1e9;
/**
 * What stands for 0 in a weight. Weights are unsigned, as their inputs are: of signed ones, processors without VNNI add two
 * products in 16 bits and cut off what does not fit, which moves vectors by a cosine of .01 (measured as a Haswell).
 */
const WEIGHT_ZERO = 128;

/**
 * The Universal Sentence Encoder (lite) as an ONNX model: embedding, position signal, two transformer layers of four heads,
 * the mean over the tokens, a tanh layer and unit length. Matrices are 8-bit with a scale for each column, the inputs
 * of their products with a fixed scale.
 *
 * @param {(suffix: string, input: number) => import('./source-weights.mjs').Weight} weight
 * @returns {Buffer}
 */
export function buildEncoder(weight) {
  const graph = makeGraph();
  const { apply, applyMany, floats, unsigned, byteOf, wholes } = graph;
  const one = floats('one', [1], new Float32Array([1]));
  const first = wholes('first', [1]);
  const weightZero = byteOf('weightZero', WEIGHT_ZERO);
  // What the mask hides gets no share of anyone's attention.
  const hidden = apply('Unsqueeze', [
    apply('Mul', [apply('Sub', [one, 'mask']), floats('never', [1], new Float32Array([MINUS_INFINITY]))]),
    wholes('headAndQuery', [1, 2]),
  ]);

  /** x [batch, length, rows] times a weight [rows, columns], plus a bias. */
  const dense = (name, x, matrix, bias, rows, columns) => {
    const { quantised, scales } = quantise(matrix.data, rows, columns, 'column');
    unsigned(
      `${name}/weights`,
      [rows, columns],
      Uint8Array.from(quantised, (value) => value + WEIGHT_ZERO),
    );
    const [least, largest] = ACTIVATION_RANGES[name];
    const step = (largest - least) / 255;
    const zero = byteOf(`${name}/zero`, Math.round(-least / step));
    const stepName = floats(`${name}/step`, [], new Float32Array([step]));
    const rounded = apply('QuantizeLinear', [x, stepName, zero]);
    // Product, scales and bias in one pass over the result.
    return apply('MatMulIntegerToFloat', [
      rounded,
      `${name}/weights`,
      stepName,
      floats(`${name}/scales`, [columns], scales),
      zero,
      weightZero,
      floats(`${name}/bias`, [columns], bias.data),
    ]);
  };

  const normalise = (name, x, layer) => {
    const gain = weight(`${layer}/layer_prepostprocess/layer_norm/mul`, 0);
    const bias = weight(`${layer}/layer_prepostprocess/layer_norm/add_1`, 1);
    const inputs = [
      x,
      floats(`${name}/gain`, gain.shape, gain.data),
      floats(`${name}/shift`, bias.shape, bias.data),
    ];
    return apply('LayerNormalization', inputs, { axis: -1, epsilon: { float: 1e-6 } });
  };

  const attend = (layer, x, headWidth) => {
    const source = `Layer_${layer}/TransformerLayer`;
    const attention = `${source}/MultiheadAttention`;
    const name = `layer${layer}/attention`;
    const all = HEADS * headWidth;
    const joint = dense(
      `${name}/in`,
      normalise(name, x, source),
      weight(`${attention}/qkv_transform_single/Conv2D`, 1),
      weight(`${attention}/qkv_transform_single/BiasAdd`, 1),
      layer === 0 ? EMBEDDING : WIDTH,
      3 * all,
    );
    const parts = applyMany('Split', 3, [joint, wholes(`${name}/parts`, [all, all, all])], { axis: 2 });
    const byHead = wholes(`${name}/byHead`, [0, 0, HEADS, headWidth]);
    const [query, key, value] = parts.map((part, index) =>
      apply('Transpose', [apply('Reshape', [part, byHead])], {
        perm: index === 1 ? [0, 2, 3, 1] : [0, 2, 1, 3],
      }),
    );
    const scale = floats(`${name}/scale`, [1], new Float32Array([1 / Math.sqrt(headWidth)]));
    const scores = apply('MatMul', [apply('Mul', [query, scale]), key]);
    const shares = apply('Softmax', [apply('Add', [scores, hidden])], { axis: -1 });
    const mixed = apply('Transpose', [apply('MatMul', [shares, value])], { perm: [0, 2, 1, 3] });
    return dense(
      `${name}/out`,
      apply('Reshape', [mixed, wholes(`${name}/joined`, [0, 0, all])]),
      weight(`${attention}/output_transform_single/Conv2D`, 1),
      weight(`${attention}/output_transform_single/BiasAdd`, 1),
      all,
      WIDTH,
    );
  };

  const feedForward = (layer, x) => {
    const source = `Layer_${layer}/TransformerLayer/FFN`;
    const name = `layer${layer}/forward`;
    const convolution = (part) => [
      weight(`${source}/${part}/Tensordot/MatMul`, 1),
      weight(`${source}/${part}/BiasAdd`, 1),
    ];
    const inner = dense(`${name}/in`, normalise(name, x, source), ...convolution('conv1'), WIDTH, INNER);
    const outer = dense(`${name}/out`, apply('Relu', [inner]), ...convolution('conv2'), INNER, WIDTH);
    return apply('Add', [outer, x]);
  };

  const embedding = embedTokens(graph, weight);
  const adjust = 'Layer_0/TransformerLayer/AdjustResidualInput/dense';
  const widened = dense(
    'widen',
    embedding,
    weight(`${adjust}/MatMul`, 1),
    weight(`${adjust}/BiasAdd`, 1),
    EMBEDDING,
    WIDTH,
  );
  const lower = feedForward(0, apply('Add', [attend(0, embedding, EMBEDDING / HEADS), widened]));
  const upper = feedForward(1, apply('Add', [attend(1, lower, WIDTH / HEADS), lower]));

  const shown = apply('Mul', [upper, apply('Unsqueeze', ['mask', wholes('last', [2])])]);
  const count = apply('ReduceSum', ['mask', first], { keepdims: 1 });
  const mean = apply('Div', [
    apply('ReduceSum', [shown, first], { keepdims: 0 }),
    apply('Max', [count, one]),
  ]);
  const head = weight('tanh_layer_0/MatMul', 1);
  const headBias = weight('tanh_layer_0/BiasAdd', 1);
  const product = apply('MatMul', [mean, floats('head', head.shape, head.data)]);
  const turned = apply('Tanh', [apply('Add', [product, floats('headBias', headBias.shape, headBias.data)])]);
  const length = apply('Sqrt', [
    apply('ReduceSum', [apply('Mul', [turned, turned]), first], { keepdims: 1 }),
  ]);
  return graph.toModel(apply('Div', [turned, length]), WIDTH);
}

/** Twice the embedding of each token, and the signal that tells where it stands. */
function embedTokens(graph, weight) {
  const { quantised, scales } = quantise(weight('Encode/embedding_lookup', 0).data, TOKENS, EMBEDDING, 'row');
  graph.bytes('tokens', [TOKENS, EMBEDDING], quantised);
  graph.floats(
    'tokenScales',
    [TOKENS, 1],
    scales.map((scale) => 2 * scale),
  );
  const rows = graph.apply('Cast', [graph.apply('Gather', ['tokens', 'ids'], { axis: 0 })], { to: 1 });
  const embedded = graph.apply('Mul', [rows, graph.apply('Gather', ['tokenScales', 'ids'], { axis: 0 })]);

  const half = EMBEDDING / 2;
  const frequencies = weight('AddTimingSignal/TimingSignal/mul_2', 1).data;
  const signal = Float32Array.from({ length: MAX_TOKENS * EMBEDDING }, (_, index) => {
    const column = index % EMBEDDING;
    const angle = Math.floor(index / EMBEDDING) * frequencies[column % half];
    return Math.round((column < half ? Math.sin(angle) : Math.cos(angle)) * SIGNAL_STEPS) / SIGNAL_STEPS;
  });
  graph.floats('signal', [1, MAX_TOKENS, EMBEDDING], signal);
  const length = graph.apply('Slice', [
    graph.apply('Shape', ['ids']),
    graph.wholes('one64', [1]),
    graph.wholes('two64', [2]),
  ]);
  const shown = graph.apply('Slice', ['signal', graph.wholes('zero64', [0]), length, 'one64']);
  return graph.apply('Add', [embedded, shown]);
}
