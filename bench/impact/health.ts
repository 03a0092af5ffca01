import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeRandom } from '@/lib/core/random';
import { readCsv } from '@/lib/core/testing/data-sets';
import { computeAuc, sortCases } from '@/lib/stats/auc';
import { computeBootstrapInterval } from '@/lib/stats/bootstrap-interval';
import { fitLogisticRegression, logOddsOf, toChance } from '@/lib/stats/logistic-regression';

const FOLDS = 5;
const SEED = 5;
/** As lib/health/train-model has it. */
const RIDGE = 4;
const NUMBERS = ['tenure', 'MonthlyCharges', 'TotalCharges'];
const NO_TRAITS = ['customerID', 'Churn', ...NUMBERS];

interface Customers {
  columns: string[];
  rows: number[][];
  hasChurned: Uint8Array;
  foldOf: Int32Array;
}

/** Seeded five-fold cross-validation of the regression behind health on 7,043 customers, beside R's `glm` where there is R. */
export function printHealth(): void {
  const customers = readCustomers();
  console.log(
    `\n## Health: ${customers.rows.length} customers, ${FOLDS} folds, seed ${SEED}; ${customers.columns.length} columns\n`,
  );
  print(['by', 'AUC', '95 % interval', 'Brier score', 'seconds']);
  print(['---', '---', '---', '---', '---']);
  for (const [name, ridge] of [
    ['ours, ridge 4 as shipped', RIDGE],
    ['ours, no ridge', 0],
  ] as const) {
    const startedAt = performance.now();
    const chances = foretell(customers, ridge);
    print([name, ...judge(customers, chances), ((performance.now() - startedAt) / 1000).toFixed(2)]);
  }
  const byR = foretellByR(customers);
  if (byR) print(['R, glm(family = binomial)', ...judge(customers, byR), '']);
  else console.log('\nRscript is not installed: R’s glm is not beside them.');
}

function readCustomers(): Customers {
  const table = readCsv('ibm_telco_churn/telco_churn.csv');
  const traits = Object.keys(table[0] ?? {}).filter((name) => !NO_TRAITS.includes(name));
  // One column for each value but the first, and none that says what another one, or its opposite, says already.
  const dummies = traits.flatMap((name) => {
    const values = [...new Set(table.map((row) => row[name] ?? ''))].sort();
    return values.slice(1).map((value) => ({ name, value }));
  });
  const seen = new Set<string>();
  const distinct = dummies.filter(({ name, value }) => {
    const pattern = table.map((row) => (row[name] === value ? '1' : '0'));
    const isFirst = !seen.has(pattern.join(''));
    seen.add(pattern.join(''));
    seen.add(pattern.map((digit) => (digit === '1' ? '0' : '1')).join(''));
    return isFirst;
  });
  const random = makeRandom(SEED);
  return {
    columns: [...NUMBERS, ...distinct.map(({ name, value }) => `${name} ${value}`)],
    // Eleven customers of their first month have no total yet.
    rows: table.map((row) => [
      ...NUMBERS.map((name) => Number(row[name]?.trim() || 0)),
      ...distinct.map(({ name, value }) => Number(row[name] === value)),
    ]),
    hasChurned: Uint8Array.from(table, (row) => Number(row.Churn === 'Yes')),
    foldOf: Int32Array.from(table, () => Math.floor(random() * FOLDS)),
  };
}

/** The chance of every customer by a model that has not seen its fold. */
function foretell({ columns, rows, hasChurned, foldOf }: Customers, ridge: number): number[] {
  const chances = new Array<number>(rows.length).fill(0);
  for (let fold = 0; fold < FOLDS; fold++) {
    const known = rows.filter((_, index) => foldOf[index] !== fold);
    const scales = columns.map((_, column) => {
      const values = known.map((row) => row[column] ?? 0);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      return { mean, deviation: Math.sqrt(variance) || 1 };
    });
    const scaled = (some: number[][]) => ({
      columns: columns.length,
      values: Float64Array.from(
        some.flatMap((row) =>
          row.map(
            (value, column) => (value - (scales[column]?.mean ?? 0)) / (scales[column]?.deviation ?? 1),
          ),
        ),
      ),
    });
    const fit = fitLogisticRegression(
      scaled(known),
      hasChurned.filter((_, index) => foldOf[index] !== fold),
      { ridge },
    );
    const matrix = scaled(rows);
    for (const index of rows.keys()) {
      if (foldOf[index] === fold) chances[index] = toChance(logOddsOf(fit, matrix, index));
    }
  }
  return chances;
}

function judge({ hasChurned }: Customers, chances: readonly number[]): string[] {
  const cases = chances.map((score, index) => ({ score, isEvent: hasChurned[index] === 1 }));
  const aucOf = (some: typeof cases) => computeAuc(sortCases(some));
  const interval = computeBootstrapInterval(cases, (drawn) => aucOf([...drawn]), { replicates: 200 });
  const brier =
    cases.reduce((sum, { score, isEvent }) => sum + (score - Number(isEvent)) ** 2, 0) / cases.length;
  const show = (value: number | null | undefined) => value?.toFixed(4) ?? '–';
  return [show(aucOf(cases)), `${show(interval?.low)} to ${show(interval?.high)}`, show(brier)];
}

/** The same folds by R; null where R is not installed. */
function foretellByR({ rows, hasChurned, foldOf }: Customers): number[] | null {
  if (spawnSync('Rscript', ['--version']).error) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'health-'));
  try {
    const lines = rows.map((row, index) => [hasChurned[index], foldOf[index], ...row].join(','));
    writeFileSync(path.join(folder, 'rows.csv'), lines.join('\n'));
    const script = `
      d <- read.csv('rows.csv', header = FALSE)
      p <- numeric(nrow(d))
      for (f in 0:${FOLDS - 1}) {
        m <- glm(V1 ~ ., data = d[d$V2 != f, -2], family = binomial)
        p[d$V2 == f] <- suppressWarnings(predict(m, d[d$V2 == f, ], type = 'response'))
      }
      writeLines(format(p, digits = 17), 'chances.txt')`;
    const run = spawnSync('Rscript', ['-e', script], { cwd: folder });
    if (run.status !== 0) throw new Error(`Rscript: ${run.stderr}`);
    return readFileSync(path.join(folder, 'chances.txt'), 'utf8').trim().split('\n').map(Number);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}
