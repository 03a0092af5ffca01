/** On a survey's page: saves what is being answered before it is sent, so that closing the page loses nothing. */
const form = document.querySelector('form');

function save(): void {
  if (!form) return;
  const fields = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  if (![...fields].some(([name, value]) => name.startsWith('answer') && value)) return;
  fields.set('stay', '1');
  navigator.sendBeacon(form.action, fields);
}

form?.addEventListener('change', save);
