export { LoggingModule } from './logging.module.ts';
export { LogSink } from './log-sink.ts';
export { loggedError, type LoggedError } from './logged-error.ts';
export { scrubbed } from './scrubber.ts';
