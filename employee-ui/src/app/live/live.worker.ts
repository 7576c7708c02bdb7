import { openEventStream } from './event-stream';
import { LiveHub } from './live-hub';

/** The part of a shared worker's scope that is used; the compiler's library for pages does not have it. */
interface SharedScope {
  onconnect: ((event: MessageEvent) => void) | null;
}

const scope = self as unknown as SharedScope;
const hub = new LiveHub(openEventStream);

scope.onconnect = (event) => {
  const [port] = event.ports;
  if (port === undefined) return;
  const reader = Symbol('page');
  port.onmessage = ({ data }: MessageEvent<readonly string[]>) => {
    hub.watch(reader, data, (news) => {
      port.postMessage(news);
    });
  };
};
