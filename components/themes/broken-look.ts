/** What is to be known of a look that ended before it had found anything. */
export const BROKEN = {
  cancelled: {
    title: 'Looking for themes was stopped',
    text: 'Nothing of it was kept. They are looked for again by themselves when there is half as much again to look at.',
  },
  failed: {
    title: 'Looking for themes failed',
    text: 'It was tried several times, and nothing of it was kept. The log of the worker says why.',
  },
} as const;
