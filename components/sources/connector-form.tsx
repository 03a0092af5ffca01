'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import type { ConnectorField } from '@/lib/ingest/connectors/connector';
import { ConnectorFields, IntervalField } from './connector-fields';

type Props = {
  action: FormAction;
  system: { key: string; name: string; fields: readonly ConnectorField[] };
  /** A connector that is there; absent for a new one. */
  connector?: { id: string; name: string; intervalMinutes: number; values: Record<string, string> };
  /** The day that a new one begins at unless another is chosen. */
  defaultSince?: string;
  disabled?: boolean;
};

/** What a connector needs: where the system is, what it knows us by, how often to read. */
export function ConnectorForm({ action, system, connector, defaultSince, disabled = false }: Props) {
  return (
    <ActionForm action={action}>
      {({ fields }) => (
        <>
          {connector ? (
            <input type="hidden" name="connectorId" value={connector.id} />
          ) : (
            <input type="hidden" name="kind" value={system.key} />
          )}
          <Field
            name="name"
            label="Name"
            required={false}
            hint="Named like a webhook of the same system, both fill one source: nothing is stored twice."
            error={fields?.name ?? null}
          >
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                placeholder={system.name}
                defaultValue={connector?.name}
                disabled={disabled}
              />
            )}
          </Field>
          <ConnectorFields
            fields={system.fields}
            values={connector?.values ?? {}}
            errors={fields}
            hasSecrets={connector !== undefined}
            disabled={disabled}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <IntervalField value={connector?.intervalMinutes ?? 60} disabled={disabled} />
            {!connector && (
              <Field name="since" label="From which day on" error={fields?.since ?? null}>
                {(control) => <Input {...control} type="date" defaultValue={defaultSince} />}
              </Field>
            )}
          </div>
          {!disabled && <SubmitButton>{connector ? 'Save' : `Connect ${system.name}`}</SubmitButton>}
        </>
      )}
    </ActionForm>
  );
}
