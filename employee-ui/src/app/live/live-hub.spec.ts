import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LiveHub, type LiveNews, type StreamEvents } from './live-hub';

class Streams {
  readonly opened: { readonly subjects: readonly string[]; readonly events: StreamEvents; closed: boolean }[] = [];

  readonly open = (subjects: readonly string[], events: StreamEvents) => {
    const stream = { subjects, events, closed: false };
    this.opened.push(stream);
    return {
      close: () => {
        stream.closed = true;
      },
    };
  };

  get last() {
    const stream = this.opened.at(-1);
    if (!stream) throw new Error('No stream is open');
    return stream;
  }
}

describe('the stream that all pages of a browser share', () => {
  let streams: Streams;
  let hub: LiveHub;

  beforeEach(() => {
    jest.useFakeTimers();
    streams = new Streams();
    hub = new LiveHub(streams.open);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function reader(...subjects: string[]) {
    const heard: LiveNews[] = [];
    const id = Symbol('reader');
    const watch = (...wanted: string[]) => {
      hub.watch(id, wanted, (news) => heard.push(news));
      jest.advanceTimersByTime(50);
    };
    watch(...subjects);
    return { heard, watch };
  }

  it('is one, with what all of them show', () => {
    reader('anna');
    reader('liisa', 'anna');
    expect(streams.opened.map(({ subjects, closed }) => [subjects.join('+'), closed])).toEqual([
      ['anna', true],
      ['anna+liisa', false],
    ]);
  });

  it('tells a change only to those who show the subject', () => {
    const first = reader('anna');
    const second = reader('liisa');
    streams.last.events.changed('liisa');
    expect(first.heard).toEqual([]);
    expect(second.heard).toEqual([{ kind: 'changed', subject: 'liisa' }]);
  });

  it('makes all read again when it opens, also after a break', () => {
    const page = reader('anna');
    streams.last.events.opened();
    streams.last.events.opened();
    expect(page.heard).toEqual([{ kind: 'reset' }, { kind: 'reset' }]);
  });

  it('makes a page that joins an open stream read once', () => {
    reader('anna');
    const late = reader('anna');
    expect(streams.opened).toHaveLength(1);
    expect(late.heard).toEqual([{ kind: 'reset' }]);
  });

  it('is opened again, ever more seldom, when the server has refused it', () => {
    const page = reader('anna');
    streams.last.events.ended();
    jest.advanceTimersByTime(2000);
    expect(streams.opened).toHaveLength(2);
    expect(page.heard).toEqual([]);
    streams.last.events.ended();
    jest.advanceTimersByTime(2000);
    expect(streams.opened).toHaveLength(2);
    jest.advanceTimersByTime(2000);
    expect(streams.opened).toHaveLength(3);
  });

  it('tells that changes are lost when a break lasts, whether the browser or this page tries again, and not of a short one', () => {
    const page = reader('anna');
    streams.last.events.opened();
    streams.last.events.interrupted();
    jest.advanceTimersByTime(4900);
    streams.last.events.opened();
    jest.advanceTimersByTime(60_000);
    expect(page.heard).toEqual([{ kind: 'reset' }, { kind: 'reset' }]);
    streams.last.events.interrupted();
    streams.last.events.interrupted();
    jest.advanceTimersByTime(5000);
    expect(page.heard.slice(2)).toEqual([{ kind: 'lost' }]);
    streams.last.events.ended();
    jest.advanceTimersByTime(2000);
    streams.last.events.opened();
    expect(page.heard.slice(3)).toEqual([{ kind: 'reset' }]);
  });

  it('tells that changes are lost when it has never opened, and a page that joins hears it, too', () => {
    reader('anna');
    jest.advanceTimersByTime(5000);
    const late = reader('anna');
    expect(late.heard.at(-1)).toEqual({ kind: 'lost' });
  });

  it('is lost as long as one of several streams is', () => {
    const page = reader(...Array.from({ length: 41 }, (_, index) => `subject-${String(index).padStart(2, '0')}`));
    for (const { events } of streams.opened) events.opened();
    streams.opened[0]?.events.interrupted();
    jest.advanceTimersByTime(5000);
    streams.opened[1]?.events.opened();
    expect(page.heard.at(-1)).toEqual({ kind: 'lost' });
    streams.opened[0]?.events.opened();
    expect(page.heard.at(-1)).toEqual({ kind: 'reset' });
  });

  it('is closed when nobody shows anything, and hears no ghosts', () => {
    const page = reader('anna');
    const old = streams.last;
    page.watch();
    expect(old.closed).toBe(true);
    old.events.ended();
    jest.advanceTimersByTime(120_000);
    expect(streams.opened).toHaveLength(1);
    expect(page.heard).toEqual([]);
  });

  it('is several when more is shown than the server takes in one', () => {
    reader(...Array.from({ length: 41 }, (_, index) => `subject-${String(index).padStart(2, '0')}`));
    expect(streams.opened.map(({ subjects }) => subjects.length)).toEqual([40, 1]);
  });
});
