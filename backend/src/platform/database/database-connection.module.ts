import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/index.ts';
import { dataSourceOptions } from './data-source.ts';
import { DatabaseModule } from './database.module.ts';

/** The process's one pool of connections, as the application's role, with the entities of the modules that are loaded. */
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        ...dataSourceOptions(config.databaseUrl, [], config.databasePoolSize),
        autoLoadEntities: true,
        retryAttempts: 0,
      }),
    }),
    DatabaseModule,
  ],
})
export class DatabaseConnectionModule {}
