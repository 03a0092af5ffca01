import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

// Public data sets and sample exports are read by tests only and are no part of the product.
const root = fileURLToPath(new URL('../../..', import.meta.url));
const dataFolder = resolve(root, process.env.VOC_DATA || '../shared/data');
const shapesFolder = join(dataFolder, '..', 'shapes');

/**
 * Whether the data sets are here: the folder VOC_DATA names, else `../shared/data`. Where they are not, says in one
 * line that `tests` are left out; a CI run, which must leave out nothing, fails instead.
 */
export const hasDataSets = (tests: string): boolean => isHere(dataFolder, tests);

/** As {@link hasDataSets}, for sample exports of other products, in the folder `shapes` beside the data sets. */
export const hasShapes = (tests: string): boolean => isHere(shapesFolder, tests);

/** The address of a file of a data set. */
export const dataFile = (path: string): string => join(dataFolder, path);

/** The address of a sample export of another product. */
export const shapeFile = (name: string): string => join(shapesFolder, name);

/** The rows of a CSV data set, by column name. */
export function readCsv(path: string): Record<string, string>[] {
  return parse(readFileSync(dataFile(path)), { columns: true, bom: true, relax_quotes: true });
}

/** One column of a CSV data set. */
export const readColumn = (path: string, column: string): string[] =>
  readCsv(path).map((row) => row[column] ?? '');

function isHere(folder: string, tests: string): boolean {
  if (existsSync(folder)) return true;
  if (process.env.CI)
    throw new Error(`${folder} is absent, which ${tests} need; VOC_DATA names the data sets`);
  console.warn(`Left out: ${tests}, because ${folder} is absent`);
  return false;
}
