import { LlmError } from '@/lib/llm/llm-error';

/**
 * Reads the address of a model's server. Private addresses are allowed on purpose, for a model on the same machine or
 * network is the common case; only administrators set the address.
 * @throws LlmError 'not_configured' unless it is plain http or https, without credentials, query or fragment.
 */
export function parseServerAddress(baseUrl: string): URL {
  if (!URL.canParse(baseUrl)) throw new LlmError('not_configured', 'The address of the model is no address.');
  const url = new URL(baseUrl);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new LlmError('not_configured', 'The address of the model must begin with http:// or https://.');
  }
  if (url.username || url.password) {
    throw new LlmError(
      'not_configured',
      'The address of the model has a user or password in it. The key has a field of its own.',
    );
  }
  if (url.search || url.hash) {
    throw new LlmError('not_configured', 'The address of the model must end with its path, such as /v1.');
  }
  return url;
}
