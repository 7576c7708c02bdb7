import { openEventStream } from './event-stream';
import type { ConnectLive } from './live-connection';
import { LiveHub, type LiveNews } from './live-hub';
import { startLiveWorker } from './shared-worker';

/** Through the shared worker, so that all tabs of the browser have one stream; else from this page. */
export const connectLive: ConnectLive = (tell) => {
  const worker = startLiveWorker();
  if (worker === null) {
    const hub = new LiveHub(openEventStream);
    const reader = Symbol('page');
    return (subjects) => {
      hub.watch(reader, subjects, tell);
    };
  }
  worker.port.onmessage = ({ data }: MessageEvent<LiveNews>) => {
    tell(data);
  };
  return (subjects) => {
    worker.port.postMessage(subjects);
  };
};
