export { Config, type IdentityProviderConfig, type LogLevel } from './config.ts';
export { ConfigModule } from './config.module.ts';
export { maskedConfig } from './masked-config.ts';
export { processConfig, processDatabaseConfig } from './process-environment.ts';
export { isDevelopmentIssuer, isDevelopmentKey } from './production-interlocks.ts';
export { ConfigurationError, readConfig, type DatabaseConfig } from './read-config.ts';
