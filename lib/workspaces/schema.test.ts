import { describe, expect, it } from 'vitest';
import { languageModelSchema } from './schema';

const read = (baseUrl: string) =>
  languageModelSchema.safeParse({ isEnabled: 'on', baseUrl, model: 'small', apiKey: '' });

describe('the address of a language model', () => {
  it('is a server of this network or another, up to its path', () => {
    expect(read('http://127.0.0.1:11434/v1').success).toBe(true);
    expect(read(' https://llm.example.com/v1 ').data?.baseUrl).toBe('https://llm.example.com/v1');
  });

  it.each([
    ['llm.example.com', /is no address/],
    ['ftp://llm.example.com/v1', /must begin with http/],
    ['http://ann:secret@llm.example.com/v1', /has a user or password in it/],
    ['http://llm.example.com/v1?key=secret', /must end with its path/],
    ['', /enter the address/],
  ])('%s is refused before it is stored', (baseUrl, said) => {
    expect(read(baseUrl).error?.issues).toMatchObject([
      { path: ['baseUrl'], message: expect.stringMatching(said) },
    ]);
  });
});
