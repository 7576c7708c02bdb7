import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/index.ts';
import { Transactions } from '../platform/database/index.ts';
import { ChangeSignLanguageVideo } from '../modules/organisation/index.ts';
import { DemoRepository } from './demo.repository.ts';

const SERVICE = 'VIITTOMAKIELI';

/** Links the sign-language service to the page that stands for the organisation's own video: another port is another address. */
@Injectable()
export class LinkDemoVideo {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: DemoRepository,
    private readonly change: ChangeSignLanguageVideo,
    private readonly config: Config,
  ) {}

  async execute(): Promise<void> {
    const issuer = this.config.employeeIdentityProvider?.issuer;
    // Only the development server has such a page: a link elsewhere would be dead.
    if (issuer === undefined || new URL(issuer).hostname !== '127.0.0.1') return;
    const { href } = new URL('/sign-language-video', issuer);
    const services = await this.transactions.system((tx) => this.repository.servicesWithOtherVideo(tx, SERVICE, href));
    for (const { organisationId, serviceId } of services)
      await this.change.execute({ kind: 'SYSTEM', organisationId, name: 'demo' }, serviceId, href);
  }
}
