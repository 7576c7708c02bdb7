import { scrubbed } from './scrubber.ts';

/** Where finished log lines go. */
export abstract class LogSink {
  abstract write(line: string): void;
}

/** Standard output, as whoever runs the process expects; nothing leaves without the scrubber. */
export class StandardOutput extends LogSink {
  override write(line: string): void {
    process.stdout.write(line);
  }
}

/** Stands between logger and sink. */
export function scrubbing(sink: LogSink): LogSink {
  return { write: (line) => sink.write(scrubbed(line)) };
}
