import { setTimeout as wait } from 'node:timers/promises';

/** Waits until the check passes, for work of another process or of the queue. @throws the check's last failure when the time is over */
export async function eventually(check: () => void | Promise<void>, withinMillis = 30_000): Promise<void> {
  const steps = Math.ceil(withinMillis / 25);
  for (let step = 1; ; step += 1) {
    try {
      await check();
      return;
    } catch (error) {
      if (step >= steps) throw error;
      await wait(25);
    }
  }
}
