import { segment } from '@/lib/api/segment/segment-operation';
import { answerPreflight } from '@/lib/http/cross-origin';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const POST = defineApiRoute(segment);
export const OPTIONS = answerPreflight;
