export { Config, type IdentityProviderConfig } from './config.ts';
export { ConfigModule } from './config.module.ts';
export { maskedConfig } from './masked-config.ts';
export { processConfig, processDatabaseConfig } from './process-environment.ts';
export { isDevelopmentKey } from './production-interlocks.ts';
export { ConfigurationError, readConfig } from './read-config.ts';
