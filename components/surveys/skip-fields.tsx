import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/input';
import { MOST_SKIPS } from '@/lib/surveys/schema';
import { END, type Question } from '@/lib/widget/definition';
import { ConditionFields } from './condition-fields';
import { firstCondition, mayDecide } from './draft-changes';

type Props = {
  question: Question;
  position: number;
  questions: Question[];
  onChange: (skips: Question['skips']) => void;
};

/** Where people go on to from a question other than to the next: the first that holds counts. */
export function SkipFields({ question, position, questions, onChange }: Props) {
  const { key, skips } = question;
  const about = questions.slice(0, position + 1);
  const later = questions.slice(position + 1);
  const change = (place: number, changes: Partial<Question['skips'][number]> | null) =>
    onChange(skips.flatMap((skip, at) => (at !== place ? [skip] : changes ? [{ ...skip, ...changes }] : [])));
  const deciding = about.findLast(mayDecide);
  if (!deciding) return null;
  const more = skips.length > 0 && skips.length < MOST_SKIPS;
  return (
    <>
      {(skips.length > 0 ? skips : [null]).map((skip, place) => {
        const name = place === 0 ? `${key}-skip` : `${key}-skip-${place + 1}`;
        return (
          // A skip has no name: it is what stands at its place.
          <div key={place} className="space-y-2">
            <ConditionFields
              name={name}
              label={place === 0 ? 'Skip ahead' : 'Or else skip ahead'}
              none="never"
              condition={skip?.when ?? null}
              about={about}
              onChange={(when) =>
                skip ? change(place, when && { when }) : onChange(when ? [{ when, to: END }] : [])
              }
            />
            {skip && (
              <Field name={`${name}-to`} label="Skip to">
                {(control) => (
                  <Select
                    {...control}
                    value={skip.to}
                    onChange={({ target }) => change(place, { to: target.value })}
                  >
                    {later.map((target, index) => (
                      <option key={target.key} value={target.key}>
                        {`${position + index + 2}. ${target.text.slice(0, 60)}`}
                      </option>
                    ))}
                    <option value={END}>the end</option>
                  </Select>
                )}
              </Field>
            )}
          </div>
        );
      })}
      {more && (
        <Button
          size="small"
          onClick={() => onChange([...skips, { when: firstCondition(deciding), to: END }])}
        >
          Another skip
        </Button>
      )}
    </>
  );
}
