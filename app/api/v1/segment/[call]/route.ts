import { segment } from '@/lib/api/segment/segment-operation';
import { refuseMethods } from '@/lib/http/api-refusals';
import { answerPreflight } from '@/lib/http/cross-origin';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const POST = defineApiRoute(segment);
export const OPTIONS = answerPreflight;
export const { GET, PUT, PATCH, DELETE } = refuseMethods('POST');
