import { addTranscripts } from '@/lib/api/transcripts/transcript-operation';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const POST = defineApiRoute(addTranscripts);
