import { binariesIn, installedPostgres } from '../postgres/installed.ts';
import { readRestoreOptions } from './options.ts';
import { runRestore } from './restore.ts';
import { runCampaign } from './run-campaign.ts';

// `npm run campaign:restore -- --seconds 30 --citizens 12 --seed 1`
await runCampaign('restore', readRestoreOptions, runRestore, () => binariesIn(installedPostgres()));
