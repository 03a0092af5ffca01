import { describe, expect, it } from 'vitest';
import { looksLikeTranscript } from '@/lib/ingest/files/looks-like-transcript';

const looks = (text: string) => looksLikeTranscript(new TextEncoder().encode(text));

describe('a transcript among tables', () => {
  it.each([
    'WEBVTT\n\n00:01.000 --> 00:02.000\nAnn: Hello',
    '\ufeffWEBVTT - Team call\n',
    '1\r\n00:00:01,000 --> 00:00:02,500\r\nHello\r\n',
    '0:00:01.000,0:00:02.500\nHello\n',
    '[01.10.26, 10:00:00] Ann: The app is slow\n[01.10.26, 10:01:00] Support: Sorry\n',
    '12/03/2024, 10:15 am - Ann: Slow\nreally\n12/03/2024, 10:16 am - Ben: Sorry\n',
    '15/01/2026 à 09:41 - +49 170 1234567: Slow\n15/01/2026 à 09:42 - ~ Ben: Sorry\n',
    '{"requestId": "4al", "callTranscripts": [{"callId": "7", "transcript": []}]}',
    '{"text": "Hello", "segments": [{"id": 0, "start": 0.0, "end": 2.5, "text": "Hello"}]}',
    '[\n {"type": "message", "user": "U1", "text": "Slow", "ts": "1727776800.000100"}]',
  ])('is %j', (text) => expect(looks(text)).toBe(true));

  it.each([
    'date,comment\n2026-10-01,a --> b\n',
    '2026-10-01 10:00 UTC,slow\n2026-10-02 11:00 UTC,Ann: slow\n',
    'from,to\n0:00:01.000,0:00:02.500x\n',
    'comment\n[01.10.26, 10:00:00] Ann: forwarded once\n',
    '[{"text": "slow", "ts": "2026-10-01"}]',
    '{"comment": "slow", "segments": [{"name": "Enterprise"}]}',
    '{"text": "they said \\"callTranscripts\\" are missing"}',
  ])('is not %j', (text) => expect(looks(text)).toBe(false));
});
