import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopLeftover } from '../postgres/cluster.ts';
import { stateDirectory } from '../postgres/places.ts';
import { identify, isRunning, type ProcessIdentity } from '../processes.ts';
import { RunRecords } from '../start/run-records.ts';

const PREFIX = 'vuoro-campaign-';
const OWNER = 'owner.json';

/** Makes the folder of a campaign; first ends and deletes what campaigns have left that were themselves killed. */
export async function makeCampaignFolder(): Promise<string> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  // PostgreSQL runs as somebody else, who must get through.
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, OWNER), JSON.stringify(identify(process.pid) ?? null));
  return folder;
}

/** Where PostgreSQL keeps its state. */
export function postgresFolderIn(folder: string): string {
  return join(folder, 'postgres');
}

/** @param keep whether it stays for whoever looks into it; nobody sweeps it then */
export function leaveCampaignFolder(folder: string, keep: boolean): void {
  if (keep) rmSync(join(folder, OWNER), { force: true });
  else rmSync(folder, { recursive: true, force: true });
}

async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    if (!isAbandoned(join(folder, OWNER))) continue;
    await new RunRecords(folder).stopLeftovers();
    await stopLeftover(join(stateDirectory(postgresFolderIn(folder)), 'cluster'));
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAbandoned(ownerFile: string): boolean {
  if (!existsSync(ownerFile)) return false;
  try {
    const owner = JSON.parse(readFileSync(ownerFile, 'utf8')) as ProcessIdentity | null;
    return owner !== null && !isRunning(owner);
  } catch {
    // It is just being written by somebody else.
    return false;
  }
}
