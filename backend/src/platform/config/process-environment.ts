import type { Config } from './config.ts';
import { readConfig, readDatabaseConfig, type DatabaseConfig } from './read-config.ts';

/** The only place of the product that reads `process.env`. @throws ConfigurationError */
export function processConfig(): Config {
  return readConfig(process.env);
}

/** @throws ConfigurationError */
export function processDatabaseConfig(): DatabaseConfig {
  return readDatabaseConfig(process.env);
}
