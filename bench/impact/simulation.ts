import { judgeSimulation, METHODS, type MeanShare, shareError } from '@/lib/impact/testing/judge-simulation';
import { PLANTED } from '@/lib/impact/testing/simulate';

const SIMULATION = { accounts: 400, months: 18, driverRiskRatio: 2.5 };

/**
 * Simulates workspaces with planted hazards and prints how the panel fares, with the naive comparison in the same table and
 * the Monte-Carlo standard error beside every share.
 */
export function printSimulation(wanted: number): void {
  const { seeds, themes, falseDiscoveries, driverFirst } = judgeSimulation(SIMULATION, { seeds: wanted });
  console.log(
    `\n## Simulation: ${seeds} seeds, ${SIMULATION.accounts} accounts, ${SIMULATION.months} months; true risk ratio of "${PLANTED.driver}" ${SIMULATION.driverRiskRatio}, of all others 1\n`,
  );
  print([
    'theme',
    'coverage of the 95 % interval',
    'bias',
    'panel q < 0.05',
    'called associated',
    'naive q < 0.05',
  ]);
  print(['---', '---', '---', '---', '---', '---']);
  for (const [themeId, { estimates, covered, logErrors, found }] of themes) {
    print([
      themeId,
      percent(shareOf(covered, estimates)),
      (logErrors / estimates).toFixed(3),
      ...METHODS.map((method) => percent(shareOf(found[method], seeds))),
    ]);
  }
  console.log('');
  print(['over all themes', 'panel q < 0.05', 'called associated', 'naive q < 0.05']);
  print(['---', '---', '---', '---']);
  print(['mean false-discovery proportion', ...METHODS.map((method) => percent(falseDiscoveries[method]))]);
  print([
    'true driver ranks first',
    percent(shareOf(driverFirst.panel, seeds)),
    'as the panel',
    percent(shareOf(driverFirst.naive, seeds)),
  ]);
}

function shareOf(part: number, whole: number): MeanShare {
  return { mean: part / whole, standardError: shareError(part / whole, whole) };
}

function percent({ mean, standardError }: MeanShare): string {
  return `${(100 * mean).toFixed(1)} % ± ${(100 * standardError).toFixed(1)}`;
}

function print(cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}
