const list = document.querySelector('#messages');
const count = document.querySelector('#count');
const filter = document.querySelector('#filter');
const channel = document.querySelector('#channel');
const time = new Intl.DateTimeFormat('fi-FI', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Helsinki' });
const MOST_SHOWN = 300;
let messages = [];

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className !== undefined) made.className = className;
  return made;
}

/** The words stand in the page, in its language; `{name}` is where a value belongs. */
function filled(text, values) {
  return text.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]);
}

function item(message) {
  const made = element('li');
  made.append(element('h2', message.subject ?? (message.channel === 'SMS' ? 'SMS' : list.dataset.email)));
  const size = message.sms === null ? '' : ` · ${filled(list.dataset.size, message.sms)}`;
  const attachments = message.attachments.length === 0 ? '' : ` · ${list.dataset.attachments} ${message.attachments.join(', ')}`;
  made.append(element('p', `${message.channel} · ${time.format(new Date(message.receivedAt))} · ${message.from} → ${message.to}${size}${attachments}`, 'meta'));
  made.append(element('pre', message.text));
  return made;
}

function show() {
  const wanted = filter.value.trim().toLowerCase();
  const shown = messages.filter((message) => (channel.value === '' || message.channel === channel.value)
    && `${message.to} ${message.subject ?? ''} ${message.text}`.toLowerCase().includes(wanted));
  list.replaceChildren(...shown.slice(0, MOST_SHOWN).map(item));
  count.textContent = shown.length === 0 ? list.dataset.none : filled(list.dataset.count, { n: shown.length });
}

async function load() {
  messages = await (await fetch('/mailbox/messages')).json();
  show();
}

filter.addEventListener('input', show);
channel.addEventListener('change', show);
document.querySelector('.filters').addEventListener('submit', (event) => event.preventDefault());
document.querySelector('#delete').addEventListener('click', async () => {
  if (confirm(document.querySelector('#delete').dataset.question)) await fetch('/mailbox/messages', { method: 'DELETE' });
});
// Read again on each (re)connection: what came while the server was away must not be missed.
const live = new EventSource('/mailbox/live');
live.addEventListener('open', load);
live.addEventListener('message', (event) => {
  messages = [JSON.parse(event.data), ...messages];
  show();
});
live.addEventListener('cleared', () => {
  messages = [];
  show();
});
