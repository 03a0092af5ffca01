// Writes an ONNX model: the few messages of onnx.proto3 that a graph of plain operators needs, field by field
// (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3).

const VARINT = 0;
const BYTES = 2;
const FIXED_32 = 5;
const IR_VERSION = 8;
const OPERATOR_SET = 17;
/** Operators of the runtime's own, beside those of the standard. */
const RUNTIME_DOMAIN = 'com.microsoft';
const RUNTIME_OPERATORS = new Set(['MatMulIntegerToFloat']);
const ATTRIBUTE = { float: 1, int: 2, ints: 7 };

/** Element types of tensors. */
const FLOAT = 1;
const UINT8 = 2;
const INT8 = 3;
const INT64 = 7;

/** @param {number} value */
function varint(value) {
  const bytes = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Buffer.from([...bytes, Number(rest)]);
}

const tag = (field, wireType) => varint((field << 3) | wireType);
const integer = (field, value) => Buffer.concat([tag(field, VARINT), varint(value)]);
const bytes = (field, content) => Buffer.concat([tag(field, BYTES), varint(content.length), content]);
const text = (field, value) => bytes(field, Buffer.from(value));
const message = (field, ...parts) => bytes(field, Buffer.concat(parts.flat()));

/** @typedef {number | number[] | { float: number }} Attribute */

/** @param {string} name @param {Attribute} value */
function attribute(name, value) {
  if (Array.isArray(value)) {
    return [text(1, name), ...value.map((one) => integer(8, one)), integer(20, ATTRIBUTE.ints)];
  }
  if (typeof value === 'number') return [text(1, name), integer(3, value), integer(20, ATTRIBUTE.int)];
  const float = Buffer.from(new Float32Array([value.float]).buffer);
  return [text(1, name), tag(2, FIXED_32), float, integer(20, ATTRIBUTE.float)];
}

/** A named input or output of floats or whole numbers; a dimension given as a word may be of any size. */
function valueInfo(field, name, elementType, dimensions) {
  const shape = dimensions.map((dimension) =>
    message(1, typeof dimension === 'string' ? text(2, dimension) : integer(1, dimension)),
  );
  return message(field, text(1, name), message(2, message(1, integer(1, elementType), message(2, ...shape))));
}

/** Collects the operators and constants of one graph. Values are known by their names. */
export function makeGraph() {
  const nodes = [];
  const constants = [];
  let values = 0;

  const constant = (name, shape, data, elementType) => {
    const raw = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    const dimensions = shape.map((size) => integer(1, size));
    constants.push(message(5, ...dimensions, integer(2, elementType), text(8, name), bytes(9, raw)));
    return name;
  };

  /**
   * Applies an operator that has several results.
   * @param {string} type @param {number} results @param {string[]} inputs @param {Record<string, Attribute>} [attributes]
   * @returns {string[]}
   */
  const applyMany = (type, results, inputs, attributes = {}) => {
    const outputs = Array.from({ length: results }, () => `v${values++}`);
    nodes.push(
      message(
        1,
        inputs.map((name) => text(1, name)),
        outputs.map((name) => text(2, name)),
        text(4, type),
        RUNTIME_OPERATORS.has(type) ? [text(7, RUNTIME_DOMAIN)] : [],
        Object.entries(attributes).map(([name, value]) => message(5, ...attribute(name, value))),
      ),
    );
    return outputs;
  };

  return {
    /** @param {string} name @param {number[]} shape @param {Float32Array} data */
    floats: (name, shape, data) => constant(name, shape, data, FLOAT),
    /** @param {string} name @param {number[]} shape @param {Int8Array} data */
    bytes: (name, shape, data) => constant(name, shape, data, INT8),
    /** @param {string} name @param {number[]} shape @param {Uint8Array} data */
    unsigned: (name, shape, data) => constant(name, shape, data, UINT8),
    /** @param {string} name @param {number} value */
    byteOf: (name, value) => constant(name, [], Uint8Array.of(value), UINT8),
    /** @param {string} name @param {number[]} list */
    wholes: (name, list) => constant(name, [list.length], BigInt64Array.from(list, BigInt), INT64),
    applyMany,
    /** Applies an operator. @param {string} type @param {string[]} inputs @param {Record<string, Attribute>} [attributes] */
    apply: (type, inputs, attributes = {}) => applyMany(type, 1, inputs, attributes)[0],

    /**
     * The finished model: takes whole numbers `ids` and floats `mask`, both [batch, length], and gives `result` as floats
     * `vectors` [batch, width].
     * @param {string} result @param {number} width
     */
    toModel(result, width) {
      nodes.push(message(1, text(1, result), text(2, 'vectors'), text(4, 'Identity')));
      const graph = [
        ...nodes,
        text(2, 'encoder'),
        ...constants,
        valueInfo(11, 'ids', INT64, ['batch', 'length']),
        valueInfo(11, 'mask', FLOAT, ['batch', 'length']),
        valueInfo(12, 'vectors', FLOAT, ['batch', width]),
      ];
      const operators = message(8, text(1, ''), integer(2, OPERATOR_SET));
      const runtime = message(8, text(1, RUNTIME_DOMAIN), integer(2, 1));
      return Buffer.concat([integer(1, IR_VERSION), operators, runtime, message(7, ...graph)]);
    },
  };
}
