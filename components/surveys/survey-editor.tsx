'use client';

import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { Input, Select } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { findLogicProblems } from '@/lib/surveys/find-logic-problems';
import type { Look } from '@/lib/surveys/look';
import { MOST_QUESTIONS } from '@/lib/surveys/schema';
import { type Definition, type QuestionKind, questionKinds } from '@/lib/widget/definition';
import { addQuestion, changeQuestion, kindNames, moveQuestion, removeQuestion } from './draft-changes';
import { HiddenFieldsField } from './hidden-fields-field';
import { LastPageFields } from './last-page-fields';
import { PrivacyFields } from './privacy-fields';
import { QuestionFields } from './question-fields';
import { SurveyFlow } from './survey-flow';
import { SurveyPreview } from './survey-preview';

type Props = {
  surveyId: string;
  name: string;
  definition: Definition;
  look: Look;
  logoSrc: string | null;
  /** Keys of all versions: a new question takes none of them. */
  takenKeys: string[];
  action: FormAction;
};

/** Changes a draft beside a preview of it. Nothing is asked anew until it is published. */
export function SurveyEditor({ surveyId, name, definition, look, logoSrc, takenKeys, action }: Props) {
  const [draft, setDraft] = useState(definition);
  const [shownKey, setShownKey] = useState<string | null>(definition.questions[0]?.key ?? null);
  const problems = findLogicProblems(draft);
  const add = (kind: QuestionKind) => {
    const changed = addQuestion(draft, kind, takenKeys);
    setDraft(changed);
    setShownKey(changed.questions.at(-1)?.key ?? null);
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
      <ActionForm action={action} className="space-y-4">
        {(state) => (
          <>
            <input type="hidden" name="surveyId" value={surveyId} />
            <input type="hidden" name="definition" value={JSON.stringify(draft)} />
            <Card className="grid gap-4 sm:grid-cols-2">
              <Field
                name="name"
                label="Name"
                hint="People who answer do not see it."
                error={state.fields?.name ?? null}
              >
                {(control) => <Input {...control} defaultValue={name} maxLength={200} />}
              </Field>
              <Field name="language" label="Language" hint="A code such as en, de, ar.">
                {(control) => (
                  <Input
                    {...control}
                    value={draft.language}
                    maxLength={20}
                    onChange={({ target }) => setDraft({ ...draft, language: target.value.trim() })}
                  />
                )}
              </Field>
            </Card>
            {draft.questions.map((question, position) => (
              <QuestionFields
                key={question.key}
                question={question}
                position={position}
                questions={draft.questions}
                onChange={(changes) => {
                  setDraft(changeQuestion(draft, question.key, changes));
                  setShownKey(question.key);
                }}
                onMove={(by) => setDraft(moveQuestion(draft, question.key, by))}
                onRemove={() => setDraft(removeQuestion(draft, question.key))}
                onFocus={() => setShownKey(question.key)}
              />
            ))}
            {draft.questions.length < MOST_QUESTIONS && <AddQuestion onAdd={add} />}
            <LastPageFields
              thanks={draft.thanks}
              onChange={(changes) => setDraft({ ...draft, thanks: { ...draft.thanks, ...changes } })}
              onFocus={() => setShownKey(null)}
            />
            <PrivacyFields
              privacy={draft.privacy}
              onChange={(changes) => setDraft({ ...draft, privacy: { ...draft.privacy, ...changes } })}
              onFocus={() => setShownKey(draft.questions[0]?.key ?? null)}
            />
            <HiddenFieldsField fields={draft.fields} onChange={(fields) => setDraft({ ...draft, fields })} />
            {problems.length > 0 && (
              <FormMessage tone="warning" title="To be mended before it can be published">
                <ul className="list-disc pl-5">
                  {problems.map((problem) => (
                    <li key={problem}>{problem}</li>
                  ))}
                </ul>
              </FormMessage>
            )}
            {state.fields && <FieldProblems fields={state.fields} />}
            <div className="flex flex-wrap gap-2">
              <SubmitButton name="intent" value="publish">
                Save and publish
              </SubmitButton>
              <SubmitButton name="intent" value="keep" variant="secondary">
                Save draft
              </SubmitButton>
            </div>
          </>
        )}
      </ActionForm>
      <div className="space-y-6 xl:sticky xl:top-4 xl:max-h-screen xl:self-start xl:overflow-y-auto">
        <SurveyPreview draft={draft} look={look} logoSrc={logoSrc} shownKey={shownKey} onShow={setShownKey} />
        <SurveyFlow draft={draft} shownKey={shownKey} onShow={setShownKey} />
      </div>
    </div>
  );
}

function AddQuestion({ onAdd }: { onAdd: (kind: QuestionKind) => void }) {
  return (
    <Field name="add" label="Add a question">
      {(control) => (
        <Select {...control} value="" onChange={({ target }) => onAdd(target.value as QuestionKind)}>
          <option value="" disabled>
            Choose its kind
          </option>
          {questionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindNames[kind]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** What the server found wrong within the draft, by its place. */
function FieldProblems({ fields }: { fields: Record<string, string> }) {
  return (
    <FormMessage tone="negative" title="Not saved">
      <ul className="list-disc pl-5">
        {Object.entries(fields).map(([place, problem]) => (
          <li key={place}>
            {placeName(place)}: {problem}
          </li>
        ))}
      </ul>
    </FormMessage>
  );
}

/** A place within a draft as the screen calls it. */
function placeName(place: string): string {
  if (place.startsWith('definition.thanks')) return 'Last page';
  if (place.startsWith('definition.privacy')) return 'Privacy';
  if (place.startsWith('definition.fields')) return 'Hidden fields';
  return place.replace(
    /^definition\.questions\.(\d+).*/,
    (_, index: string) => `Question ${Number(index) + 1}`,
  );
}
