import { Global, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { Config } from '../config/index.ts';
import { allowedFields } from './allowed-fields.ts';
import { LogSink, scrubbing, StandardOutput } from './log-sink.ts';

@Global()
@Module({ providers: [{ provide: LogSink, useClass: StandardOutput }], exports: [LogSink] })
class LogSinkModule {}

/** Structured logs: JSON lines with allow-listed fields. Requests are logged by us and not by pino-http, which knows only raw paths. */
@Module({
  imports: [
    LogSinkModule,
    LoggerModule.forRootAsync({
      imports: [LogSinkModule],
      inject: [Config, LogSink],
      useFactory: (config: Config, sink: LogSink) => ({
        forRoutes: [],
        pinoHttp: [
          {
            level: config.logLevel,
            base: null,
            autoLogging: false,
            wrapSerializers: false,
            // allowedFields has reduced errors already; the default one would look for the Error again.
            serializers: { err: (error: unknown) => error },
            formatters: { level: (label: string) => ({ level: label }), log: allowedFields },
          },
          scrubbing(sink),
        ],
      }),
    }),
  ],
})
export class LoggingModule {}
