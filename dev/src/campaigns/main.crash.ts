import { runCrash } from './crash.ts';
import { readCrashOptions } from './options.ts';
import { runCampaign } from './run-campaign.ts';

// `npm run campaign:crash -- --seconds 120 --kills 20 --seed 1`
await runCampaign('crash', readCrashOptions, runCrash);
