import { formatDay, parseDay } from './days';
import { drawInteger, drawOne } from './draw';
import type { Context } from './grammar';
import type { ModelContact, Point, Touch } from './model';
import { AFTER_CHURN } from './parameters';
import { drawMoment, inOwnLanguage, type LabelBook, speak } from './render';
import { type Scorer, scoreOf } from './scores';
import { dialogue } from './text/dialogue';
import { foreignTexts, framesOf, praisePrevails, themeTexts } from './theme-texts';
import type { SampleConversation, SampleMessage } from './types';
import { applyVoice, writeSentence } from './voice';
import type { Writer } from './writer';

const RATED_SHARE = 0.3;

function addHours(moment: string, hours: number): string {
  return new Date(Date.parse(moment) + Math.round(hours * 3600) * 1000).toISOString();
}

/** What a customer answers in a ticket without naming the trouble again. */
function writeFollowUp(
  writer: Writer,
  contact: ModelContact,
  context: Context,
  kind: 'info' | 'chase' | 'thanks',
): string {
  const { random, book } = writer;
  const { voice } = contact;
  if (voice.language !== 'en') {
    const text = foreignTexts[voice.language];
    const said = book.say(kind === 'thanks' ? text.thanks : text.followUps, context);
    return said.charAt(0).toUpperCase() + said.slice(1);
  }
  const frames = {
    info: dialogue.followUpInfo,
    chase: dialogue.followUpChase,
    thanks: dialogue.followUpThanks,
  }[kind];
  const sentences = [book.say(frames, context)];
  if (kind === 'info' && random() < 0.5) sentences.push(book.say(dialogue.followUpInfo, context));
  const body = sentences.map((text) => writeSentence(random, voice, text)).join(' ');
  const greeting = voice.greets && random() < 0.4 ? `Hi ${context.agent}, ` : '';
  const signature = voice.signs && random() < 0.5 ? `\n${contact.givenName}` : '';
  return applyVoice(random, voice, `${greeting}${body}`, kind === 'thanks' ? 'good' : 'none') + signature;
}

/** What a customer writes who comes back with the same trouble. */
function writeRepeat(writer: Writer, contact: ModelContact, point: Point, context: Context): string {
  const { random, book } = writer;
  const { voice } = contact;
  return writer.once(() => {
    if (voice.language !== 'en') {
      const said = book.say(foreignTexts[voice.language].complaints[point.theme], context);
      return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
    }
    const text = themeTexts[point.theme];
    const sentences = [book.say(dialogue.stillBroken, context), book.say(text.complaints, context)];
    if (!praisePrevails(text) && voice.length !== 'terse' && random() < 0.5)
      sentences.push(book.say(text.details, context));
    if (!praisePrevails(text) && (voice.length === 'wordy' || random() < 0.15))
      sentences.push(book.say(text.effects, context));
    if (random() < 0.3) sentences.shift();
    return applyVoice(
      random,
      voice,
      sentences.map((said) => writeSentence(random, voice, said)).join(' '),
      'bad',
    );
  });
}

function writeStaff(
  writer: Writer,
  contact: ModelContact,
  point: Point | undefined,
  context: Context,
  isFirst: boolean,
): string {
  const { random, book } = writer;
  if (contact.voice.language !== 'en') return book.say(foreignTexts[contact.voice.language].staff, context);
  const body =
    isFirst && point !== undefined
      ? book.say(themeTexts[point.theme].staff, context)
      : book.say(dialogue.staffFollowUps, context);
  const opening = isFirst || random() < 0.3 ? `${book.say(dialogue.staffOpenings, context)} ` : '';
  return `${opening}${body}${random() < 0.7 ? `\n\n${book.say(dialogue.staffSignOffs, context)}` : ''}`;
}

/** A ticket: what is wrong, answers, and what the customer says to them, as long as it falls before `lastDay` ends. */
export function renderTicket(
  writer: Writer,
  labels: LabelBook,
  planned: Touch,
  scorer: Scorer,
  lastDay: number,
  externalId: string,
): SampleConversation | null {
  const { contact } = planned;
  if (contact === null) return null;
  const { random } = writer;
  const touch = inOwnLanguage(planned, contact.voice);
  const context = writer.contextOf(touch);
  const point = touch.points[0];
  const contentment = scorer(touch);
  let at = drawMoment(random, touch.day);
  const conversation: SampleConversation = {
    externalId,
    kind: 'ticket',
    subject: writeSubject(writer, contact, point, context),
    contactExternalId: contact.record.externalId,
    startedAt: at,
    messages: [],
  };
  const add = (author: SampleMessage['author'], text: string, points: Point[]): void => {
    if (parseDay(at.slice(0, 10)) > lastDay) return;
    const messageId = `${externalId}-m${conversation.messages.length + 1}`;
    conversation.messages.push({ externalId: messageId, author, text, at });
    if (author === 'customer') labels.record(messageId, points);
  };
  add(
    'customer',
    writer.write(contact.voice, touch, context, point?.stance === 'complaint' ? 'bad' : 'none'),
    touch.points,
  );
  for (let reply = 0; reply <= touch.repeats; reply++) {
    at = addHours(at, 0.3 + random() * 22);
    add('staff', writeStaff(writer, contact, point, context, reply === 0), []);
    at = addHours(at, 0.4 + random() * 40);
    if (reply < touch.repeats && point !== undefined) {
      add('customer', writeRepeat(writer, contact, point, context), [{ ...point, stance: 'complaint' }]);
    } else if (random() < 0.34) {
      const kind = drawOne(random, ['info', 'chase', 'thanks', 'thanks'] as const);
      add(
        'customer',
        writer.once(() => writeFollowUp(writer, contact, context, kind)),
        [],
      );
      at = addHours(at, 0.2 + random() * 10);
      if (kind !== 'thanks') add('staff', writeStaff(writer, contact, point, context, false), []);
    }
  }
  if (random() < RATED_SHARE) conversation.csatScore = scoreOf(contentment + 0.9, 1, 5, 3.9, 0.9);
  return conversation;
}

function writeSubject(
  writer: Writer,
  contact: ModelContact,
  point: Point | undefined,
  context: Context,
): string {
  const { book, random } = writer;
  if (contact.voice.language !== 'en') {
    const { subjects } = foreignTexts[contact.voice.language];
    return book.say(point?.stance === 'praise' ? subjects.other : subjects.problem, context);
  }
  if (point === undefined || point.stance === 'praise')
    return book.say(['Thank you', 'Feedback', 'Just a thank you', 'Quick feedback'], context);
  if (point.stance === 'request' && point.theme !== AFTER_CHURN)
    return book.say(
      ['Question', 'Feature request', 'Small question', 'Request', 'Wish', 'How to...?'],
      context,
    );
  return applyVoice(
    random,
    { ...contact.voice, emojiShare: 0 },
    book.say(themeTexts[point.theme].subjects, context),
    'none',
  );
}

/** A call written down turn by turn. */
export function renderTranscript(
  writer: Writer,
  labels: LabelBook,
  planned: Touch,
  externalId: string,
): SampleConversation | null {
  const { contact } = planned;
  if (contact === null) return null;
  const { random, book } = writer;
  // Calls are held in English whatever people write.
  const voice = {
    ...contact.voice,
    language: 'en' as const,
    lowercase: false,
    greets: false,
    signs: false,
    typoShare: 0,
    emojiShare: 0,
  };
  const context = writer.contextOf(planned);
  const startedAt = drawMoment(random, planned.day);
  const latestEnd = Date.parse(`${formatDay(planned.day)}T23:59:59Z`);
  const messages: SampleMessage[] = [];
  let offsetSeconds = 4;
  const add = (author: SampleMessage['author'], text: string, points: Point[]): void => {
    const messageId = `${externalId}-m${messages.length + 1}`;
    const at = new Date(Math.min(Date.parse(startedAt) + offsetSeconds * 1000, latestEnd)).toISOString();
    messages.push({ externalId: messageId, author, text, at, offsetSeconds });
    if (author === 'customer') labels.record(messageId, points);
    offsetSeconds += Math.round(4 + text.length / 14 + random() * 9);
  };
  add('staff', book.say(dialogue.callOpenings, context), []);
  add('customer', speakSmallTalk(writer, context), []);
  for (const [index, point] of planned.points.entries()) {
    add('staff', book.say(index === 0 ? dialogue.callFirstQuestions : dialogue.callQuestions, context), []);
    const text = themeTexts[point.theme];
    const sayMore = () => speak(writer, voice, book.say(framesOf(point), context), context);
    const turn = [sayMore()];
    if (point.stance === 'complaint' && !praisePrevails(text)) {
      turn.push(speak(writer, voice, book.say(text.effects, context), context));
    }
    add('customer', turn.join(' '), [point]);
    add('staff', book.say(dialogue.callAnswers[point.stance], context), []);
    for (let extra = drawInteger(random, 0, 1); extra > 0; extra--) {
      add('customer', sayMore(), [point]);
    }
  }
  add('staff', book.say(dialogue.callWrapUps, context), []);
  const goodbye = book.say(dialogue.callEnds, context);
  add('customer', `${goodbye.charAt(0).toUpperCase()}${goodbye.slice(1)}.`, []);
  const subject = book.say(dialogue.callSubjects, context);
  return {
    externalId,
    kind: 'transcript',
    subject,
    contactExternalId: contact.record.externalId,
    startedAt,
    messages,
  };
}

function speakSmallTalk(writer: Writer, context: Context): string {
  const text = writer.book.say(dialogue.smallTalk, context);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
