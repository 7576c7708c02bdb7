import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process named so that a recycled process number is not mistaken for it. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Kernel's start tick of the process together with the boot it belongs to; empty where /proc is missing. */
  readonly startedAt: string;
}

/** The identity of a running process, or undefined when no such process runs. */
export function identify(pid: number): ProcessIdentity | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name stands in parentheses and may itself contain spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return { pid, startedAt: `${boot}:${fields[19] ?? ''}` };
  } catch {
    return signal(pid, 0) && process.platform !== 'linux' ? { pid, startedAt: '' } : undefined;
  }
}

/** Whether exactly this process still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  const now = identify(identity.pid);
  return now !== undefined && now.startedAt === identity.startedAt;
}

/** Sends a signal; false when the process is gone or not ours. */
export function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/**
 * Stops a process: the polite signal first, SIGKILL when it has not ended in time.
 * @param patienceMs milliseconds between the two
 */
export async function stopProcess(identity: ProcessIdentity, polite: NodeJS.Signals, patienceMs: number): Promise<void> {
  if (!isRunning(identity)) return;
  signal(identity.pid, polite);
  const steps = Math.ceil(patienceMs / 25);
  for (let step = 0; step < steps; step += 1) {
    if (!isRunning(identity)) return;
    await sleep(25);
  }
  signal(identity.pid, 'SIGKILL');
  for (let step = 0; step < 200 && isRunning(identity); step += 1) await sleep(25);
}
