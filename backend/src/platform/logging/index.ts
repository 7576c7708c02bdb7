export { LoggingModule } from './logging.module.ts';
export { LogSink } from './log-sink.ts';
