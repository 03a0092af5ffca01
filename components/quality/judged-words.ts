import { languageName } from '@/components/feedback/language-name';
import { channelNames } from '@/lib/feedback/schema';
import type { SettledStatement } from '@/lib/quality/judged';
import { type JudgedFilter, UNKNOWN_LANGUAGE } from '@/lib/quality/judged-filter';
import { answerNames } from '@/lib/quality/schema';
import { BINS } from '@/lib/stats/reliability';

/** Which statements a list shows: "people say negative, the engine says neutral, French". Empty for all of them. */
export function judgedInWords(filter: JudgedFilter, statements: readonly SettledStatement[]): string {
  const { person, engine, right, source, channel, language, tenth, several, version, member, compared } =
    filter;
  const sourceName =
    statements.find(({ sourceId }) => sourceId === source)?.sourceName ?? 'a source without labels';
  const words = [
    person &&
      (person === 'no_opinion' ? 'people cannot tell' : `people say ${answerNames[person].toLowerCase()}`),
    engine && `the engine says ${engine === 'none' ? 'nothing' : answerNames[engine].toLowerCase()}`,
    right && (right === '1' ? 'the engine is right' : 'the engine is wrong'),
    tenth && `the engine is ${(Number(tenth) * 100) / BINS} to ${((Number(tenth) + 1) * 100) / BINS}% sure`,
    several && 'with the opinion of two people or more',
    source && `from ${sourceName}`,
    channel && `channel ${channelNames[channel].toLowerCase()}`,
    language && (language === UNKNOWN_LANGUAGE ? 'language not known' : `in ${languageName(language)}`),
    version && `read by ${version}`,
    member && `labelled by ${nameOf(member, statements)}`,
  ].filter(Boolean);
  return words.length === 0 && compared ? 'labelled by people and by the engine' : words.join(', ');
}

function nameOf(member: string, statements: readonly SettledStatement[]): string {
  const label = statements.flatMap(({ labels }) => labels).find(({ memberId }) => memberId === member);
  return label?.name ?? 'somebody without labels here';
}
