import { findFieldKind, type ImportTarget, REPEATABLE_FIELDS, SAYING_FIELDS } from './fields';
import type { Mapping } from './mapping-schema';

/** What still keeps a mapping from being used; `column` is the place in `mapping.columns`, null for the whole. */
export interface MappingProblem {
  column: number | null;
  key: 'field' | 'options' | null;
  message: string;
}

type Draft = Pick<Mapping, 'columns'> & { target: ImportTarget; defaults: { currency?: string | undefined } };

/**
 * What is missing from a mapping or wrong with it, in words that say how to mend it: no text or identifier, a field
 * filled twice, dates, decimals or a currency not said. Knows nothing of zod, so that the mapping screen can ask too.
 */
export function findMappingProblems(mapping: Draft): MappingProblem[] {
  const { target, columns } = mapping;
  const problems: MappingProblem[] = [];
  if (!hasRequired(target, columns)) {
    const what = target === 'feedback' ? 'what customers wrote' : 'the identifier of the account';
    problems.push({ column: null, key: null, message: `Choose the column that holds ${what}` });
  }
  problems.push(...findColumnProblems(mapping));
  const names = columns.map(({ column }) => column);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    problems.push({ column: null, key: null, message: `"${twice}" is mapped twice; keep one of them` });
  return problems;
}

/** Whether rows can say anything: feedback its text or answers, accounts who they are. */
export function hasRequired(target: ImportTarget, columns: readonly { field: string }[]): boolean {
  if (target === 'accounts') return columns.some(({ field }) => field === 'externalId');
  // A score alone is no feedback file by itself: the comment beside it is rather overlooked than absent.
  const saying = columns.filter(({ field }) => SAYING_FIELDS.has(field));
  return saying.some(({ field }) => field === 'text' || field.startsWith('answer')) || saying.length > 1;
}

function findColumnProblems({ target, columns, defaults }: Draft): MappingProblem[] {
  const seen = new Set<string>();
  const rowCurrency = columns.some(({ field }) => field === 'currency');
  return columns.flatMap(({ field, column, options }, at): MappingProblem[] => {
    if (field === 'custom') return [];
    const kind = findFieldKind(target, field);
    const problem = (key: 'field' | 'options', message: string) => [{ column: at, key, message }];
    if (!kind)
      return problem(
        'field',
        `"${field}" is not a field of ${target}; choose one of the list or keep "${column}" as it is`,
      );
    if (seen.has(field) && !REPEATABLE_FIELDS.has(field))
      return problem('field', `Two columns fill "${field}"; keep one of them and leave "${column}" out`);
    seen.add(field);
    if (kind === 'date' && !options.dateFormat) {
      return problem('options', `Say how the dates of "${column}" are written, for example day, month, year`);
    }
    if (kind === 'score-own-scale' && !(options.scale && options.scale.low < options.scale.high)) {
      return problem('options', `Say the lowest and the highest score that could be given in "${column}"`);
    }
    if (kind !== 'money') return [];
    if (!options.decimal)
      return problem('options', `Say whether "${column}" writes decimals with a comma or a point`);
    const hasCurrency = Boolean(options.currency ?? defaults.currency) || rowCurrency;
    return hasCurrency ? [] : problem('options', `Say which currency the amounts of "${column}" are in`);
  });
}

/** Why feedback cannot be imported without a date, or null when each row gets one. */
export function findDateProblem(mapping: {
  target: ImportTarget;
  columns: { field: string }[];
  defaults: { occurredAt?: string | undefined };
}): string | null {
  if (mapping.target !== 'feedback' || mapping.defaults.occurredAt) return null;
  if (mapping.columns.some(({ field }) => field === 'occurredAt')) return null;
  return 'Say when this was said: choose the column of dates, or one day for the whole file';
}
