import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/index.ts';
import { NOT_FOUND } from '../../platform/access/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { hostScope } from '../organisation/index.ts';
import { AppointmentTypes } from './appointment-types.ts';
import { bookableTypeView, type BookableTypeView } from './bookable-type.dto.ts';
import { PublicCatalogue, type PublicType } from './public-catalogue.ts';
import { serviceSummaryView, serviceView, type ServiceSummaryView, type ServiceView } from './public-service.dto.ts';
import { searchServices } from './service-search.ts';

/** The pages that citizens read before they sign in. What they may not see answers as what does not exist. */
@Injectable()
export class PublicCatalogueQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly catalogue: PublicCatalogue,
    private readonly appointmentTypes: AppointmentTypes,
  ) {}

  services(search: string): Promise<ServiceSummaryView[]> {
    return this.transactions.run(hostScope(), async (tx) =>
      searchServices(await this.catalogue.entries(tx), search).map(serviceSummaryView),
    );
  }

  /** @throws Problem NOT_FOUND */
  service(slug: string): Promise<ServiceView> {
    return this.transactions.run(hostScope(), async (tx) => {
      const entry = (await this.catalogue.entries(tx)).find(({ service }) => service.slug === slug);
      if (entry === undefined) throw new Problem(NOT_FOUND);
      const guidance = await this.appointmentTypes.guidanceOfServices(tx, [entry.service.id]);
      return serviceView(entry, guidance.get(entry.service.id), await this.views(tx, entry.types));
    });
  }

  /** By slug, or by id: the addresses of own pages must not tell what the time is about. @throws Problem NOT_FOUND */
  type(slugOrId: string): Promise<BookableTypeView> {
    return this.transactions.run(hostScope(), async (tx) => {
      const types = (await this.catalogue.entries(tx)).flatMap((entry) => entry.types);
      const [view] = await this.views(
        tx,
        types.filter(({ version }) => version.slug === slugOrId || version.appointmentTypeId === slugOrId),
      );
      if (view === undefined) throw new Problem(NOT_FOUND);
      return view;
    });
  }

  private async views(tx: Tx, types: readonly PublicType[]): Promise<BookableTypeView[]> {
    const guidance = await this.appointmentTypes.guidanceOf(
      tx,
      types.map((type) => type.version),
    );
    return types.map((type) => bookableTypeView(type, guidance.get(type.version.appointmentTypeId)));
  }
}
