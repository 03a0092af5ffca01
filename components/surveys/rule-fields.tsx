import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input, Select } from '@/components/ui/input';
import { hasName, hasValue } from '@/lib/surveys/rule-schema';
import { type Rule, type RuleSubject, type RuleTest, testsOf } from '@/lib/widget/rule';
import { deviceNames, subjectNames, testNames } from './rule-words';

const HINTS: Partial<Record<RuleSubject, string>> = {
  trait: 'As the page says in verbatim.identify.',
  event: 'As the page says in verbatim.track.',
  segment: 'Only people whom your server vouches for have one.',
};

type Props = {
  id: string;
  rule: Rule;
  /** Segments that accounts have. */
  segments: string[];
  onChange: (rule: Rule) => void;
  onRemove: () => void;
};

/** A rule of this kind that says nothing yet but what must be chosen anyway. */
export function makeRule(about: RuleSubject, segments: string[]): Rule {
  const value = about === 'device' ? 'phone' : about === 'segment' ? (segments[0] ?? '') : '';
  return { about, name: '', test: testsOf[about][0], value };
}

/** One rule: what it is about, what must be true of it, and the value it is compared with. */
export function RuleFields({ id, rule, segments, onChange, onRemove }: Props) {
  const { about, name, test, value } = rule;
  const change = (changes: Partial<Rule>) => onChange({ ...rule, ...changes });
  return (
    <div className="flex items-start gap-2">
      <div className="grid min-w-0 flex-1 gap-3 sm:grid-cols-2 xl:grid-cols-4">
        <Choice
          name={`${id}-about`}
          label="About"
          hint={HINTS[about]}
          names={subjectNames}
          value={about}
          onChange={(chosen) => onChange(makeRule(chosen as RuleSubject, segments))}
        />
        {hasName(rule) && (
          <Text
            name={`${id}-name`}
            label={about === 'event' ? 'Name of the event' : 'Name of the trait'}
            placeholder={about === 'event' ? 'checkout_done' : 'plan'}
            value={name}
            onChange={(text) => change({ name: text })}
          />
        )}
        <Choice
          name={`${id}-test`}
          label="That it"
          names={Object.fromEntries(testsOf[about].map((each) => [each, testNames[each]]))}
          value={test}
          onChange={(chosen) => change({ test: chosen as RuleTest })}
        />
        {hasValue(rule) && valueField()}
      </div>
      {/* Beside the first control, below its label. */}
      <span className="mt-7">
        <IconButton label="Remove this rule" icon={Trash2} onClick={onRemove} />
      </span>
    </div>
  );

  function valueField() {
    const common = { name: `${id}-value`, label: 'Value', value };
    const choose = (chosen: string) => change({ value: chosen });
    if (about === 'device') return <Choice {...common} names={deviceNames} onChange={choose} />;
    if (about === 'segment' && segments.length > 0) {
      const offered = [...new Set([...(value ? [value] : []), ...segments])];
      const names = Object.fromEntries(offered.map((each) => [each, each]));
      return <Choice {...common} names={names} onChange={choose} />;
    }
    return <Text {...common} placeholder={about === 'page' ? '/checkout' : ''} onChange={choose} />;
  }
}

type ControlProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  value: string;
  onChange: (value: string) => void;
};

function Choice({
  name,
  label,
  hint,
  value,
  onChange,
  names,
}: ControlProps & { names: Record<string, string> }) {
  return (
    <Field name={name} label={label} hint={hint}>
      {(control) => (
        <Select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
          {Object.entries(names).map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function Text({ name, label, value, onChange, placeholder }: ControlProps & { placeholder: string }) {
  return (
    <Field name={name} label={label}>
      {(control) => (
        <Input
          {...control}
          maxLength={200}
          placeholder={placeholder}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
