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

function item(message) {
  const made = element('li');
  made.append(element('h2', message.subject ?? (message.channel === 'SMS' ? 'SMS' : 'E-mail')));
  const size = message.sms === null ? '' : ` · ${message.sms.length} characters, ${message.sms.encoding}, ${message.sms.segments} segment${message.sms.segments === 1 ? '' : 's'}`;
  const attachments = message.attachments.length === 0 ? '' : ` · attachments: ${message.attachments.join(', ')}`;
  made.append(element('p', `${message.channel} · ${time.format(new Date(message.receivedAt))} · ${message.from} → ${message.to}${size}${attachments}`, 'meta'));
  made.append(element('pre', message.text));
  return made;
}

function show() {
  const wanted = filter.value.trim().toLowerCase();
  const shown = messages.filter((message) => (channel.value === '' || message.channel === channel.value)
    && `${message.to} ${message.subject ?? ''} ${message.text}`.toLowerCase().includes(wanted));
  list.replaceChildren(...shown.slice(0, MOST_SHOWN).map(item));
  count.textContent = shown.length === 0 ? 'No messages.' : `${shown.length} message${shown.length === 1 ? '' : 's'}, newest first.`;
}

async function load() {
  messages = await (await fetch('/mailbox/messages')).json();
  show();
}

filter.addEventListener('input', show);
channel.addEventListener('change', show);
document.querySelector('.filters').addEventListener('submit', (event) => event.preventDefault());
document.querySelector('#delete').addEventListener('click', async () => {
  if (confirm('Delete all messages?')) await fetch('/mailbox/messages', { method: 'DELETE' });
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
