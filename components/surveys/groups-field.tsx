'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { MOST_GROUPS, MOST_RULES } from '@/lib/surveys/rule-schema';
import type { Rule } from '@/lib/widget/rule';
import { makeRule, RuleFields } from './rule-fields';
import { describeGroups } from './rule-words';

type Props = {
  groups: Rule[][];
  segments: string[];
  /** What was wrong, by its place: "groups.0.1". */
  problems: Record<string, string>;
};

/** Where and whom a survey asks: groups of rules, of which one must hold whole; and the same as a sentence. */
export function GroupsField({ groups: set, segments, problems }: Props) {
  const [groups, setGroups] = useState(set);
  const change = (place: number, rules: Rule[]) =>
    setGroups(groups.map((each, at) => (at === place ? rules : each)).filter((each) => each.length > 0));
  const addGroup = () => setGroups([...groups, [makeRule('page', segments)]]);
  const wrong = Object.entries(problems).filter(([place]) => place.startsWith('groups'));
  return (
    <fieldset className="min-w-0 space-y-4">
      <legend className="text-base font-medium">Only where</legend>
      <input type="hidden" name="groups" value={JSON.stringify(groups)} />
      <p aria-live="polite" className="!mt-1 break-words text-ink-mute">
        {describeGroups(groups)}
      </p>
      {groups.map((rules, place) => (
        // Rules have no names of their own: they are what stands at their place.

        <div key={place} className="space-y-3">
          {place > 0 && <p className="font-medium">or</p>}
          <fieldset
            aria-label={`Rules, group ${place + 1}`}
            className="min-w-0 space-y-3 rounded-md border border-line p-3"
          >
            {rules.map((rule, at) => (
              <div key={at} className="space-y-3">
                {at > 0 && <p className="text-ink-mute">and</p>}
                <RuleFields
                  id={`rule-${place}-${at}`}
                  rule={rule}
                  segments={segments}
                  onChange={(changed) =>
                    change(
                      place,
                      rules.map((each, other) => (other === at ? changed : each)),
                    )
                  }
                  onRemove={() =>
                    change(
                      place,
                      rules.filter((_, other) => other !== at),
                    )
                  }
                />
                {problems[`groups.${place}.${at}`] && (
                  <FieldError id={`rule-${place}-${at}-error`}>
                    {problems[`groups.${place}.${at}`]}
                  </FieldError>
                )}
              </div>
            ))}
            {rules.length < MOST_RULES && (
              <Button size="small" onClick={() => change(place, [...rules, makeRule('trait', segments)])}>
                And another rule
              </Button>
            )}
          </fieldset>
        </div>
      ))}
      {groups.length < MOST_GROUPS && (
        <Button size="small" onClick={addGroup}>
          {groups.length === 0 ? 'Add a rule' : 'Or other rules'}
        </Button>
      )}
      {wrong.length > 0 && <FieldError id="groups-error">Not saved: see the rules above.</FieldError>}
    </fieldset>
  );
}
