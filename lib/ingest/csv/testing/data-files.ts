import { existsSync } from 'node:fs';
import { join } from 'node:path';

const dataDirectory = process.env.VOC_DATA ?? '../shared/data';
const shapesDirectory = join(dataDirectory, '..', 'shapes');

/** The address of a public data set's file; these are read by tests only and are no part of the product. */
export function dataFile(path: string): string {
  return join(dataDirectory, path);
}

/** The address of a sample export of another product. */
export function shapeFile(name: string): string {
  return join(shapesDirectory, name);
}

function findData(): boolean {
  if (existsSync(dataDirectory) && existsSync(shapesDirectory)) return true;
  if (process.env.CI)
    throw new Error(`The data sets are not at ${dataDirectory}; set VOC_DATA to their folder`);
  console.warn(`Left out: CSV tests on real files, because ${dataDirectory} is absent`);
  return false;
}

/** False on a clone without the data sets, which says so in one line; there a CI run fails instead. */
export const hasData = findData();
