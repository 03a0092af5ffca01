/** How groups that were found agree with those that people made; all 0..1, the last two but for chance. */
export type ClusterAgreement = { groups: number; nmi: number; ari: number; purity: number };

/**
 * Agreement of two labellings of the same texts, found and true: normalised mutual information by the arithmetic mean of the
 * entropies, adjusted Rand index (Hubert & Arabie 1985), and the share of texts whose true label is their group's commonest.
 */
export function measureClusters(
  pairs: readonly (readonly [found: string, truth: string])[],
): ClusterAgreement {
  const found = countKeys(pairs.map(([group]) => group));
  const truth = countKeys(pairs.map(([, label]) => label));
  const joint = new Map<string, Map<string, number>>();
  for (const [group, label] of pairs) {
    const labels = joint.get(group) ?? new Map<string, number>();
    labels.set(label, (labels.get(label) ?? 0) + 1);
    joint.set(group, labels);
  }
  const cells = [...joint.values()].flatMap((labels) => [...labels.values()]);
  const entropies = [found, truth].map((counts) => entropyOf([...counts.values()], pairs.length));
  const mutual = (entropies[0] ?? 0) + (entropies[1] ?? 0) - entropyOf(cells, pairs.length);
  const most = [...joint.values()].reduce((sum, labels) => sum + Math.max(...labels.values()), 0);
  return {
    groups: found.size,
    nmi: (2 * mutual) / ((entropies[0] ?? 0) + (entropies[1] ?? 0)),
    ari: adjustedRand([...found.values()], [...truth.values()], cells, pairs.length),
    purity: most / pairs.length,
  };
}

function countKeys(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const entropyOf = (counts: readonly number[], total: number): number =>
  -counts.reduce((sum, count) => sum + (count / total) * Math.log(count / total), 0);

function adjustedRand(
  a: readonly number[],
  b: readonly number[],
  cells: readonly number[],
  n: number,
): number {
  const pairsOf = (counts: readonly number[]) =>
    counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const [ofA, ofB] = [pairsOf(a), pairsOf(b)];
  const expected = (ofA * ofB) / ((n * (n - 1)) / 2);
  return (pairsOf(cells) - expected) / ((ofA + ofB) / 2 - expected);
}
