import { describe, expect, it } from 'vitest';
import { findNeededWords } from './needed-words';

const WORD_START = '(?<![\\p{L}])';

describe('findNeededWords', () => {
  it.each<[string, string[] | null]>([
    ['(?:cancel(?:l?ing|led)?|quit)', ['cancel', 'quit']],
    ['(?:i|we) (?:\\w+ ){0,2}uninstall(?:ed)?', ['uninstall']],
    ['e-?mails?', ['e']],
    ['(?:email|(?:e-)?mail)s?', ['email', 'mail']],
    ['(?:go(?:ing)? )?to (?:competitors|rivals)', ['competitors', 'rivals']],
    ['pass[^.]{0,9} elsewhere', ['elsewhere']],
    ['(?:broken|\\d+ times)', ['broken', 'times']],
    ['wait(?! for)', ['wait']],
    ['^(?:add|fix)(?= \\w)', ['add', 'fix']],
    ["(?:do|is)n't open", ['open']],
    ['(?:too )?slow', ['slow']],
    ['a+b', ['a']],
  ])('of %s are %j', (pattern, words) => expect(findNeededWords(WORD_START + pattern)).toEqual(words));

  it.each(['(?:re)?solved', '\\w+ed', '(?:bug|\\p{L}+)', '(?:over )?', '[a-z]pple', 'é', '.*slow'])(
    'of %s there are none',
    (pattern) => expect(findNeededWords(WORD_START + pattern)).toBeNull(),
  );

  it('takes no word for needed that may stand within another', () => {
    expect(findNeededWords('crash')).toBeNull();
  });
});
