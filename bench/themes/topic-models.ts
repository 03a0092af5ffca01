import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { LabelledSet } from './sets';

const SCRIPT = join(import.meta.dirname, 'topics.py');
/** A Python of one's own may hide that of the system, to which the package python3-sklearn belongs. */
const PYTHONS = ['python3', '/usr/bin/python3'];
const MOST_OUTPUT = 64 * 2 ** 20;

const python = PYTHONS.find((each) => spawnSync(each, ['-c', 'import sklearn']).status === 0);

/** Groups by scikit-learn's LDA and NMF, told the true number; none where it is not installed. */
export function clusterByTopicModels({ texts, labels }: LabelledSet): [engine: string, groups: number[]][] {
  if (!python) return [];
  const { stdout, stderr, status } = spawnSync(python, [SCRIPT], {
    input: JSON.stringify({ texts: texts.map(({ text }) => text), groups: labels }),
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
  });
  if (status !== 0) throw new Error(`${python} ${SCRIPT}: ${stderr}`);
  return Object.entries(JSON.parse(stdout) as Record<string, number[]>).map(([name, groups]) => [
    `scikit-learn ${name}, told k`,
    groups,
  ]);
}

export const topicModelsNote = python ? null : 'LDA and NMF are left out: python3 has no scikit-learn here.';
