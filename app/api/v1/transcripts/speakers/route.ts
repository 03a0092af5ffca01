import { correctSpeaker } from '@/lib/api/transcripts/transcript-operation';
import { refuseMethods } from '@/lib/http/api-refusals';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const POST = defineApiRoute(correctSpeaker);
export const { GET, PUT, PATCH, DELETE } = refuseMethods('POST');
