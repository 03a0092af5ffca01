// A thread starts without the loader of its process: this file gives it one, for it is plain JavaScript itself.
import { register } from 'tsx/esm/api';

register();
await import('./engine-thread.ts');
