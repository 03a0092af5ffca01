import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Code } from '@/components/ui/code';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input, Select, Textarea } from '@/components/ui/input';
import { csatStyles, type Question } from '@/lib/widget/definition';
import { ChoiceFields } from './choice-fields';
import { ConditionFields } from './condition-fields';
import { kindNames } from './draft-changes';
import { SkipFields } from './skip-fields';

const STYLE_NAMES: Record<Question['style'], string> = { stars: 'Stars', faces: 'Faces', numbers: 'Numbers' };

type Props = {
  question: Question;
  position: number;
  questions: Question[];
  onChange: (changes: Partial<Question>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onFocus: () => void;
};

/** One question of a draft, with its logic. */
export function QuestionFields({
  question,
  position,
  questions,
  onChange,
  onMove,
  onRemove,
  onFocus,
}: Props) {
  const { key } = question;
  const later = questions.slice(position + 1);
  return (
    <Card>
      <fieldset aria-label={`Question ${position + 1}`} className="min-w-0 space-y-4" onFocus={onFocus}>
        <div className="flex items-center justify-between gap-2">
          <p className="font-medium">
            {position + 1}. {kindNames[question.kind]} <Code>{key}</Code>
          </p>
          <div className="flex">
            <IconButton
              label={`Move question ${position + 1} earlier`}
              icon={ArrowUp}
              disabled={position === 0}
              onClick={() => onMove(-1)}
            />
            <IconButton
              label={`Move question ${position + 1} later`}
              icon={ArrowDown}
              disabled={later.length === 0}
              onClick={() => onMove(1)}
            />
            <IconButton
              label={`Remove question ${position + 1}`}
              icon={Trash2}
              disabled={questions.length === 1}
              onClick={onRemove}
            />
          </div>
        </div>
        <Field
          name={`${key}-text`}
          label="Question"
          hint={`${position > 0 ? `{{${questions[0]?.key}}} puts the answer to question 1 here, ` : ''}{{@name|there}} the name of a known person, or “there”.`}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={500}
              value={question.text}
              onChange={({ target }) => onChange({ text: target.value })}
            />
          )}
        </Field>
        <LookFields question={question} onChange={onChange} />
        {question.rows.length > 0 && (
          <ChoiceFields
            noun="row"
            least={1}
            choices={question.rows}
            onChange={(rows) => onChange({ rows })}
          />
        )}
        {question.choices.length > 0 && (
          <ChoiceFields
            noun={question.kind === 'matrix' ? 'point of the scale' : 'choice'}
            least={2}
            choices={question.choices}
            onChange={(choices) => onChange({ choices })}
          />
        )}
        <Checkbox
          label="Must be answered"
          checked={question.isRequired}
          onChange={({ target }) => onChange({ isRequired: target.checked })}
        />
        <ConditionFields
          name={`${key}-show`}
          label="Ask this"
          none="everybody"
          condition={question.showIf}
          about={questions.slice(0, position)}
          onChange={(showIf) => onChange({ showIf })}
        />
        <SkipFields {...{ question, position, questions }} onChange={(skips) => onChange({ skips })} />
      </fieldset>
    </Card>
  );
}

function LookFields({ question, onChange }: Pick<Props, 'question' | 'onChange'>) {
  const isScale = ['nps', 'csat', 'ces'].includes(question.kind);
  if (!isScale && question.kind !== 'consent') return null;
  const labels = isScale ? (['lowLabel', 'highLabel'] as const) : (['highLabel'] as const);
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      {question.kind === 'csat' && (
        <Field name={`${question.key}-style`} label="Shown as">
          {(control) => (
            <Select
              {...control}
              value={question.style}
              onChange={({ target }) => onChange({ style: target.value as Question['style'] })}
            >
              {csatStyles.map((style) => (
                <option key={style} value={style}>
                  {STYLE_NAMES[style]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {labels.map((name) => (
        <Field
          key={name}
          name={`${question.key}-${name}`}
          label={!isScale ? 'Words of the tick box' : name === 'lowLabel' ? 'Low end' : 'High end'}
        >
          {(control) => (
            <Input
              {...control}
              maxLength={60}
              value={question[name]}
              onChange={({ target }) => onChange({ [name]: target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
