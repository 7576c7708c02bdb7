import { Location } from '@angular/common';
import { DOCUMENT, InjectionToken, Service, inject } from '@angular/core';
import { APPLICATION_FAILED, ApiProblem, NETWORK_UNREACHABLE } from '../../api/problem';
import { ProblemTexts } from '../../api/problem-texts';
import { Toaster } from '../announcer/toaster';

/** Opens an address of this application anew, as the browser itself would. */
export const OPEN_ANEW = new InjectionToken<(address: string) => void>('OPEN_ANEW', {
  factory: () => {
    const { location } = inject(DOCUMENT);
    return (address) => {
      location.assign(address);
    };
  },
});

/** What browsers say when a file of a page cannot be fetched; each says it in its own way. */
const FILE_MISSED = /dynamically imported module|importing a module script failed/i;

/** A page whose files did not come: without this a link would do nothing at all when pressed. */
@Service()
export class PageFiles {
  private readonly document = inject(DOCUMENT);
  private readonly location = inject(Location);
  private readonly openAnew = inject(OPEN_ANEW);
  private readonly texts = inject(ProblemTexts);
  private readonly toaster = inject(Toaster);

  /**
   * Tells that the connection is lost; or, when the server answers, opens the page anew: a new version has then
   * replaced the files that the open one asks for.
   * @param error what the navigation ended with; anything but a missed file is left alone
   * @param path where the navigation was going, as the router writes it
   */
  async missed(error: unknown, path: string): Promise<void> {
    if (!(error instanceof Error) || !FILE_MISSED.test(error.message)) return;
    const address = this.location.prepareExternalUrl(path);
    if (!(await isReachable(address))) {
      this.tell(NETWORK_UNREACHABLE);
    } else if (this.isHere(address)) {
      // Opened anew already, and the file is missing still: once more would go on for ever.
      this.tell(APPLICATION_FAILED);
    } else {
      this.openAnew(address);
    }
  }

  private isHere(address: string): boolean {
    const { pathname, search } = this.document.location;
    return address.split('#')[0] === pathname + search;
  }

  private tell(code: string): void {
    this.toaster.show(this.texts.of(new ApiProblem({ status: 0, code })));
  }
}

async function isReachable(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
