/**
 * Writes a matrix as whole numbers from -127 to 127 with a scale for each of its columns or rows, so that the largest
 * number of each keeps its size.
 *
 * @param {Float32Array} matrix row by row
 * @param {number} rows
 * @param {number} columns
 * @param {'row' | 'column'} each
 * @returns {{ quantised: Int8Array, scales: Float32Array }}
 */
export function quantise(matrix, rows, columns, each) {
  const groupOf = (index) => (each === 'row' ? Math.floor(index / columns) : index % columns);
  const scales = new Float32Array(each === 'row' ? rows : columns);
  for (let index = 0; index < matrix.length; index++) {
    const group = groupOf(index);
    scales[group] = Math.max(scales[group], Math.abs(matrix[index]));
  }
  for (let group = 0; group < scales.length; group++) scales[group] = scales[group] / 127 || 1;
  const quantised = new Int8Array(matrix.length);
  for (let index = 0; index < matrix.length; index++) {
    quantised[index] = Math.round(matrix[index] / scales[groupOf(index)]);
  }
  return { quantised, scales };
}
