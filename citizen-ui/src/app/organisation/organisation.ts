import { Service } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { type OrganisationView, readOrganisation } from '@vuoro/ui-shared/api';

/** The organisation of this address: its names and the contacts that always remain. */
@Service()
export class Organisation {
  readonly view = httpResource<OrganisationView>(() => readOrganisation.PATH);
}
