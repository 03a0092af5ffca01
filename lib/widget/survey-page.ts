import { solve } from './proof';

/** On a survey's page: saves what is being answered before it is sent, so that closing the page loses nothing. */
const form = document.querySelector('form');
const proof = form?.querySelector<HTMLInputElement>('[name=proof]');
const challenge = form?.dataset.challenge;
let isSolving = Boolean(challenge && proof);

/** The work that the server asks of a browser, done while the person reads. */
const solved = (async () => {
  if (!challenge || !proof) return;
  proof.value = await solve(challenge);
  isSolving = false;
})();

async function save(): Promise<void> {
  await solved;
  if (!form) return;
  const fields = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  if (![...fields].some(([name, value]) => name.startsWith('answer') && value)) return;
  fields.set('stay', '1');
  navigator.sendBeacon(form.action, fields);
}

form?.addEventListener('change', () => void save());
form?.addEventListener('submit', (event) => {
  if (!isSolving) return;
  event.preventDefault();
  void solved.then(() => form.requestSubmit());
});
