import { FormMessage } from '@/components/ui/form-message';
import { findScaleDoubts, type ScaleDoubt } from '@/lib/ingest/csv/scales';
import type { ImportProfile } from '@/lib/ingest/schema';
import type { Draft } from './mapping-draft';

type Props = { profile: ImportProfile; draft: Draft; labels: ReadonlyMap<string, string> };

/** Asks on which scale scores are where the file does not tell, or tells one that no field has. */
export function ScaleDoubts({ profile, draft, labels }: Props) {
  if (draft.target !== 'feedback') return null;
  return findScaleDoubts(profile.columns, draft.columns).map((doubt) => (
    <FormMessage key={doubt.column} tone="accent" title={`On which scale is “${doubt.column}”?`}>
      {describe(doubt, labels)}
    </FormMessage>
  ));
}

function describe({ field, scale, isStated }: ScaleDoubt, labels: Props['labels']): string {
  const found = `${isStated ? 'Its scale seems to be' : 'Its values run from'} ${scale.low} to ${scale.high}`;
  return field === null
    ? `${found}. It is kept as it is and counted in no score. Choose “${labels.get('npsScore')}”, “${labels.get('csatScore')}” or “${labels.get('cesScore')}” for it only if it was asked on that scale.`
    : `${found}, and it is read as “${labels.get(field)}”. If it was asked on another scale, choose another field or keep it as an extra one: its mean would be wrong.`;
}
