import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/input';
import { type Condition, type Question, scaleOf } from '@/lib/widget/definition';
import { firstCondition, mayDecide } from './draft-changes';

type Props = {
  name: string;
  label: string;
  /** What the first entry says: no condition. */
  none: string;
  condition: Condition | null;
  /** Questions it may be about. */
  about: Question[];
  onChange: (condition: Condition | null) => void;
};

/** A condition: about which question, and which of its answers. */
export function ConditionFields({ name, label, none, condition, about, onChange }: Props) {
  const deciding = about.filter(mayDecide);
  const chosen = about.find(({ key }) => key === condition?.question);
  if (deciding.length === 0) return null;
  return (
    <div className="space-y-2">
      <Field name={`${name}-question`} label={label}>
        {(control) => (
          <Select
            {...control}
            value={condition?.question ?? ''}
            onChange={({ target }) => {
              const question = deciding.find(({ key }) => key === target.value);
              onChange(question ? firstCondition(question) : null);
            }}
          >
            <option value="">{none}</option>
            {deciding.map((question) => (
              <option key={question.key} value={question.key}>
                {`the answer to “${question.text.slice(0, 60)}” is …`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {condition && chosen && <AnswerFields {...{ name, condition, onChange }} question={chosen} />}
    </div>
  );
}

function AnswerFields({
  name,
  condition,
  question,
  onChange,
}: Pick<Props, 'name' | 'onChange'> & { condition: Condition; question: Question }) {
  const scale = scaleOf[question.kind];
  if (!scale) {
    const choices = question.kind === 'consent' ? [{ key: 'yes', text: 'given' }] : question.choices;
    return (
      <div className="space-y-1">
        {choices.map((choice) => (
          <Checkbox
            key={choice.key}
            label={choice.text}
            checked={condition.anyOf.includes(choice.key)}
            onChange={({ target }) => {
              const others = condition.anyOf.filter((key) => key !== choice.key);
              onChange({ ...condition, anyOf: target.checked ? [...others, choice.key] : others });
            }}
          />
        ))}
      </div>
    );
  }
  const [low, high] = scale;
  const scores = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  return (
    <div className="grid grid-cols-2 gap-3">
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} name={`${name}-${end}`} label={end === 'from' ? 'From' : 'To'}>
          {(control) => (
            <Select
              {...control}
              value={condition[end] ?? (end === 'from' ? low : high)}
              onChange={({ target }) => onChange({ ...condition, [end]: Number(target.value) })}
            >
              {scores.map((score) => (
                <option key={score} value={score}>
                  {score}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ))}
    </div>
  );
}
