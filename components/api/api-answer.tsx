'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { layOutAnswer } from './try-request';

type Props = { request: { method: 'GET' | 'POST'; address: string; key: string; body: string } };

type State =
  | { is: 'idle' | 'sending' | 'unreachable' | 'keyless' }
  | { is: 'answered'; status: string; text: string };

/** Sends a request and shows what comes back. */
export function ApiAnswer({ request: { method, address, key, body } }: Props) {
  const [state, setState] = useState<State>({ is: 'idle' });

  async function send() {
    if (state.is === 'sending') return;
    if (!key) return setState({ is: 'keyless' });
    setState({ is: 'sending' });
    try {
      const response = await fetch(address, {
        method,
        // The key says who asks, not the session.
        credentials: 'omit',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        ...(method === 'POST' ? { body } : {}),
      });
      const status = `${response.status} ${response.statusText}`.trim();
      setState({ is: 'answered', status, text: layOutAnswer(await response.text()) });
    } catch {
      setState({ is: 'unreachable' });
    }
  }

  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" aria-disabled={state.is === 'sending'} onClick={send}>
          Send
        </Button>
        {method === 'POST' && (
          <span className="text-sm text-ink-mute">This writes into the workspace of the key.</span>
        )}
      </div>
      <div role="status" className="space-y-2">
        {state.is === 'sending' && <p className="text-ink-mute">Waiting for the answer…</p>}
        {state.is === 'keyless' && <FormMessage tone="negative">Enter your key above first.</FormMessage>}
        {state.is === 'unreachable' && (
          <FormMessage tone="negative">
            The server cannot be reached. Check the connection and send again.
          </FormMessage>
        )}
        {state.is === 'answered' && <p className="font-medium">Answer: {state.status}</p>}
      </div>
      {state.is === 'answered' && (
        <div className="max-h-96 overflow-y-auto rounded border border-line bg-sunken">
          <ScrollRegion label="Answer">
            <pre className="p-3 font-mono text-sm">{state.text}</pre>
          </ScrollRegion>
        </div>
      )}
    </div>
  );
}
