'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FileInput, Input, Select } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { type Look, type SchemeName, schemesOf } from '@/lib/surveys/look';
import type { Definition } from '@/lib/widget/definition';
import { ContrastList } from './contrast-list';
import { SurveyPreview } from './survey-preview';

const SCHEME_NAMES: Record<Look['scheme'], string> = {
  auto: 'As the reader’s device',
  light: 'Always light',
  dark: 'Always dark',
};
const CORNER_NAMES: Record<Look['corners'], string> = { square: 'Square', soft: 'Soft', round: 'Round' };
const FONT_NAMES: Record<Look['font'], string> = {
  system: 'The device’s own',
  page: 'As the page around it',
  humanist: 'Humanist',
  geometric: 'Geometric',
  rounded: 'Rounded',
  serif: 'With serifs',
  mono: 'Typewriter',
};
const COLOURS: Record<SchemeName, [name: 'paper' | 'ink' | 'darkPaper' | 'darkInk', label: string][]> = {
  light: [
    ['paper', 'Background, light'],
    ['ink', 'Text, light'],
  ],
  dark: [
    ['darkPaper', 'Background, dark'],
    ['darkInk', 'Text, dark'],
  ],
};

type Props = {
  surveyId: string;
  definition: Definition;
  look: Look;
  logoSrc: string | null;
  action: FormAction;
};

/** A survey's colours, corners, font and logo, beside the page that they make; every contrast is told as it is chosen. */
export function LookForm({ surveyId, definition, look: set, logoSrc, action }: Props) {
  const [look, setLook] = useState(set);
  const [chosenLogo, setChosenLogo] = useState<string | null>(null);
  const [hasNoLogo, setHasNoLogo] = useState(false);
  const [shownKey, setShownKey] = useState<string | null>(definition.questions[0]?.key ?? null);
  const [shownScheme, setShownScheme] = useState<SchemeName>('light');
  const change = (changes: Partial<Look>) => setLook({ ...look, ...changes });
  const offered = schemesOf(look);
  const scheme = offered.includes(shownScheme) ? shownScheme : (offered[0] ?? 'light');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
      <ActionForm action={action} className="space-y-5">
        {({ fields = {} }) => (
          <>
            <input type="hidden" name="surveyId" value={surveyId} />
            <Card className="grid gap-4 sm:grid-cols-2">
              <Colour
                name="accent"
                label="Colour of the brand"
                hint="Of the button and of what is chosen. Text on it is black or white, whichever reads better."
                value={look.accent}
                error={fields.accent}
                onChange={(accent) => change({ accent })}
              />
              <Choice
                name="scheme"
                label="Light or dark"
                hint="A box within a page of yours follows that page."
                names={SCHEME_NAMES}
                value={look.scheme}
                onChange={(chosen) => change({ scheme: chosen })}
              />
              {(['light', 'dark'] as const).map((each) =>
                COLOURS[each].map(([name, label]) =>
                  offered.includes(each) ? (
                    <Colour
                      key={name}
                      name={name}
                      label={label}
                      value={look[name]}
                      error={fields[name]}
                      onChange={(colour) => change({ [name]: colour })}
                    />
                  ) : (
                    <input key={name} type="hidden" name={name} value={look[name]} />
                  ),
                ),
              )}
              <Choice
                name="corners"
                label="Corners"
                names={CORNER_NAMES}
                value={look.corners}
                onChange={(corners) => change({ corners })}
              />
              <Choice
                name="font"
                label="Font"
                hint="Only fonts that devices bring along: nothing is fetched from anybody."
                names={FONT_NAMES}
                value={look.font}
                onChange={(font) => change({ font })}
              />
            </Card>
            <Card className="grid gap-4 sm:grid-cols-2">
              <Field
                name="file"
                label={logoSrc ? 'Another logo' : 'Logo'}
                required={false}
                hint="PNG, JPEG or WebP, up to 100 kB. It is kept here and drawn 32 to 40 pixels high, on the light background where a reader’s device is dark."
                error={fields.file ?? null}
              >
                {(control) => (
                  <FileInput
                    {...control}
                    accept="image/png,image/jpeg,image/webp"
                    onChange={({ target }) => void readLogo(target.files?.[0]).then(setChosenLogo)}
                  />
                )}
              </Field>
              <Field
                name="logoText"
                label="What the logo says"
                required={false}
                hint="For people who do not see it, such as the name of your company."
                error={fields.logoText ?? null}
              >
                {(control) => (
                  <Input
                    {...control}
                    maxLength={100}
                    value={look.logoText}
                    onChange={({ target }) => change({ logoText: target.value })}
                  />
                )}
              </Field>
              {logoSrc && (
                <Checkbox
                  name="hasNoLogo"
                  label="Show no logo"
                  checked={hasNoLogo}
                  onChange={({ target }) => setHasNoLogo(target.checked)}
                />
              )}
            </Card>
            <ContrastList look={look} />
            <SubmitButton>Save</SubmitButton>
          </>
        )}
      </ActionForm>
      <div className="space-y-3 xl:sticky xl:top-4 xl:self-start">
        {offered.length > 1 && (
          <div className="flex gap-2">
            {offered.map((name) => (
              <Button
                key={name}
                size="small"
                variant={name === scheme ? 'primary' : 'secondary'}
                aria-pressed={name === scheme}
                onClick={() => setShownScheme(name)}
              >
                {name === 'light' ? 'On a light device' : 'On a dark device'}
              </Button>
            ))}
          </div>
        )}
        <SurveyPreview
          draft={definition}
          look={look}
          logoSrc={hasNoLogo ? null : (chosenLogo ?? logoSrc)}
          scheme={scheme}
          shownKey={shownKey}
          onShow={setShownKey}
        />
      </div>
    </div>
  );
}

/** A chosen file as an address that a frame of no origin may draw. */
function readLogo(file: File | undefined): Promise<string | null> {
  return new Promise((resolve) => {
    if (!file) return resolve(null);
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}

function Colour(props: {
  name: string;
  label: string;
  hint?: string;
  value: string;
  error: string | undefined;
  onChange: (colour: string) => void;
}) {
  const { name, label, hint, value, error, onChange } = props;
  return (
    <Field name={name} label={label} hint={hint} error={error ?? null}>
      {(control) => (
        <Input {...control} type="color" value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}

function Choice<Name extends string>(props: {
  name: string;
  label: string;
  hint?: string;
  names: Record<Name, string>;
  value: Name;
  onChange: (name: Name) => void;
}) {
  const { name, label, hint, names, value, onChange } = props;
  return (
    <Field name={name} label={label} hint={hint}>
      {(control) => (
        <Select {...control} value={value} onChange={({ target }) => onChange(target.value as Name)}>
          {Object.entries<string>(names).map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
