import type { OpenStream } from './live-hub';

/** The server's stream of changes; the browser itself reconnects after a lost connection. */
export const openEventStream: OpenStream = (subjects, events) => {
  const source = new EventSource(`/api/v1/live?subjects=${subjects.join(',')}`);
  source.addEventListener('open', () => {
    events.opened();
  });
  source.addEventListener('changed', (event: MessageEvent<string>) => {
    const subject = subjectOf(event.data);
    if (subject === null) events.reset();
    else events.changed(subject);
  });
  source.addEventListener('reset', () => {
    events.reset();
  });
  source.addEventListener('error', () => {
    // A refusal (signed out, rights withdrawn, server shedding load) closes for good; anything else it retries.
    if (source.readyState === EventSource.CLOSED) events.ended();
    else events.interrupted();
  });
  return source;
};

function subjectOf(data: string): string | null {
  const message: unknown = JSON.parse(data);
  if (typeof message !== 'object' || message === null || !('subject' in message)) return null;
  return typeof message.subject === 'string' ? message.subject : null;
}
