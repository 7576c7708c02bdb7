import { startDevServer } from './dev-server.ts';
import { messageOf } from './plain-error.ts';

// A process of its own, so that a crash here ends nothing else. Its settings come from dev/src/start.ts.
function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set; this process is started by npm start.`);
  return value;
}

try {
  const server = await startDevServer(
    {
      dataDirectory: setting('VUORO_DEV_DATA_DIRECTORY'),
      applicationPort: Number(setting('VUORO_DEV_APPLICATION_PORT')),
      port: Number(setting('PORT')),
      smtpPort: Number(setting('VUORO_DEV_SMTP_PORT')),
      firstDay: setting('VUORO_DEMO_FIRST_DAY'),
    },
    process.env,
  );
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => void server.stop().then(() => process.exit(0)));
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
