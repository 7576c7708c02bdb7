import { readRaceOptions } from './options.ts';
import { runCampaign } from './run-campaign.ts';
import { runRaces } from './races.ts';

// `npm run campaign:races -- --rounds 200 --rivals 20 --seed 1`
await runCampaign('races', readRaceOptions, runRaces);
