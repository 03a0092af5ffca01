// A process that is started from anywhere has no loader yet: this file gives it one, for it is plain JavaScript itself.
import { register } from 'tsx/esm/api';

register();
await import('./engine-process.ts');
