/**
 * The least and the largest input of each matrix product, measured in the unquantised encoder on 500 texts (patient
 * comments, tweets, product sentences, bank requests, app reviews). They are fixed rather than found anew in each batch, so
 * that a text has the same vector in any company; the cosine to the original is 0.999 in the mean either way.
 *
 * @type {Record<string, [least: number, largest: number]>}
 */
export const ACTIVATION_RANGES = {
  widen: [-2.65, 2.21],
  'layer0/attention/in': [-2.8, 2.16],
  'layer0/attention/out': [-4.13, 4.36],
  'layer0/forward/in': [-3.55, 3.31],
  'layer0/forward/out': [0, 9.34],
  'layer1/attention/in': [-2.6, 2.12],
  'layer1/attention/out': [-4.11, 4.61],
  'layer1/forward/in': [-6.75, 7.15],
  'layer1/forward/out': [0, 23.48],
};
