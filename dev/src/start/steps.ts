const PROGRESS_MS = 5000;

/** Takes how far a step has come, in words that follow its name. */
export type TellProgress = (detail: string) => void;

/** Prints what is going on, a line when a step ends and one every five seconds while it does not. */
export class Steps {
  private readonly write: (line: string) => void;

  constructor(
    write: (line: string) => void = (line) => {
      process.stdout.write(`${line}\n`);
    },
  ) {
    this.write = write;
  }

  say(line: string): void {
    this.write(line);
  }

  /** Runs a step. @param name what is done, in the form "Building the backend" */
  async run<T>(name: string, work: (tell: TellProgress) => Promise<T>): Promise<T> {
    const began = performance.now();
    const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;
    let latest = '';
    const progress = setInterval(() => this.write(`  … ${name}${latest === '' ? '' : `: ${latest}`} (${seconds()})`), PROGRESS_MS);
    try {
      const result = await work((detail) => {
        latest = detail;
      });
      this.write(`  ✓ ${name} (${seconds()})`);
      return result;
    } catch (error) {
      this.write(`  ✗ ${name} (${seconds()})`);
      throw error;
    } finally {
      clearInterval(progress);
    }
  }
}
