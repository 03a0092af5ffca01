import { FormMessage } from '@/components/ui/form-message';
import { formatCount } from '@/lib/core/format';
import { findScaleDoubts, type ScaleDoubt } from '@/lib/ingest/csv/scales';
import type { ImportProfile } from '@/lib/ingest/schema';
import type { Draft } from './mapping-draft';

type Props = { profile: ImportProfile; draft: Draft; labels: ReadonlyMap<string, string> };

const NAMES_SHOWN = 5;

/** Asks on which scale scores are where the file does not tell, or tells one that no field has; alike ones at once. */
export function ScaleDoubts({ profile, draft, labels }: Props) {
  if (draft.target !== 'feedback') return null;
  const alike = new Map<string, string[]>();
  for (const doubt of findScaleDoubts(profile.columns, draft.columns)) {
    const what = describe(doubt, labels);
    alike.set(what, [...(alike.get(what) ?? []), `“${doubt.column}”`]);
  }
  return [...alike].map(([what, names]) => (
    <FormMessage key={what} tone="accent" title={`The scale of ${list(names)} is not clear`}>
      {what}
    </FormMessage>
  ));
}

function list(names: readonly string[]): string {
  const others = names.length - NAMES_SHOWN;
  return `${names.slice(0, NAMES_SHOWN).join(', ')}${others > 0 ? ` and ${formatCount(others, 'other column')}` : ''}`;
}

function describe({ field, scale, isStated }: ScaleDoubt, labels: Props['labels']): string {
  const found = `${isStated ? 'The scale seems to be' : 'The values run from'} ${scale.low} to ${scale.high}`;
  return field === null
    ? `${found}. It is kept as it is and has no mean. Choose “${labels.get('scaleScore')}” and say the scale, or “${labels.get('npsScore')}”, “${labels.get('csatScore')}” or “${labels.get('cesScore')}” if it was asked on that one.`
    : `${found}, and it is read as “${labels.get(field)}”. If it was asked on another scale, choose “${labels.get('scaleScore')}”: its mean would be wrong.`;
}
