import { refusePath } from '@/lib/http/api-refusals';

export const GET = refusePath;
export const POST = refusePath;
export const PUT = refusePath;
export const PATCH = refusePath;
export const DELETE = refusePath;
