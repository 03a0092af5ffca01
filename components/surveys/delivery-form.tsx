'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input, Select } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import type { Delivery } from '@/lib/surveys/schema';
import { GroupsField } from './groups-field';

const MODE_NAMES: Record<Delivery['mode'], string> = {
  none: 'Not by the script: only by its link',
  popover: 'A box in the corner',
  inline: 'Within the page',
  button: 'A button that is always there',
};
const BOT_CHECK_NAMES: Record<Delivery['botCheck'], string> = {
  none: 'A hidden field and timing',
  proof: 'Also work for strangers’ browsers',
};

type Props = {
  surveyId: string;
  delivery: Delivery;
  /** Segments that accounts have. */
  segments: string[];
  action: FormAction;
};

/** Where, whom and when a survey asks. */
export function DeliveryForm({ surveyId, delivery, segments, action }: Props) {
  return (
    <ActionForm action={action} className="space-y-5">
      {({ fields = {} }) => {
        const input = (
          name: Exclude<keyof Delivery, 'groups'>,
          label: string,
          rest: ComponentProps<'input'> & { hint?: ReactNode } = {},
        ) => {
          const { hint, ...attributes } = rest;
          return (
            <Field name={name} label={label} hint={hint} error={fields[name] ?? null}>
              {(control) => <Input {...control} defaultValue={delivery[name]} {...attributes} />}
            </Field>
          );
        };
        return (
          <>
            <input type="hidden" name="surveyId" value={surveyId} />
            <Card className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
              <Choices name="mode" label="On pages with the script" names={MODE_NAMES} set={delivery.mode} />
              {input('delaySeconds', 'Seconds on the page before it shows', {
                type: 'number',
                min: 0,
                max: 3600,
              })}
              {input('event', 'Or after this event', {
                hint: 'As the page says in verbatim.track. Empty: after the seconds.',
              })}
              {input('percentage', 'Share of people asked, percent', {
                type: 'number',
                min: 1,
                max: 100,
                hint: 'Of the box in the corner and of what stands in a page. A button is there for everybody it is for.',
              })}
              {input('coolDownDays', 'Cool-down, days', {
                type: 'number',
                min: 0,
                max: 730,
                hint: 'Neither the box in the corner nor what stands in a page asks anybody who was asked or answered any survey of yours within so many days. What stands in a page asks nobody anew who has finished it, even with 0.',
              })}
              {input('from', 'First day', { type: 'date' })}
              {input('until', 'Last day', { type: 'date' })}
              {input('quota', 'Stop asking after so many completed responses', {
                type: 'number',
                min: 0,
                hint: 'Who has it before them by then may still answer, so some more may come. 0: no limit.',
              })}
              <Choices
                name="botCheck"
                label="Bots"
                names={BOT_CHECK_NAMES}
                set={delivery.botCheck}
                hint="The work takes a phone a second or two while the person reads. Without scripts or https an answer is suspect, until you accept it."
              />
            </Card>
            <Card>
              <GroupsField groups={delivery.groups} segments={segments} problems={fields} />
            </Card>
            <SubmitButton>Save</SubmitButton>
          </>
        );
      }}
    </ActionForm>
  );
}

function Choices<Name extends string>(props: {
  name: string;
  label: string;
  names: Record<Name, string>;
  set: Name;
  hint?: string;
}) {
  return (
    <Field name={props.name} label={props.label} hint={props.hint}>
      {(control) => (
        <Select {...control} defaultValue={props.set}>
          {Object.entries<string>(props.names).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
