import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { Surface } from '../access/index.ts';

/** Whose host a name is, and which of the applications live there. */
export interface HostOrganisation {
  readonly organisationId: string;
  /** Both when the organisation has one name for both, as on a developer's machine. */
  readonly surfaces: readonly Surface[];
}

/** How anybody reaches an organisation without its online service. */
export interface OrganisationContacts {
  readonly portalName: LocalizedText;
  readonly contactPhone: string;
  readonly contactTextNumber: string;
  readonly contactHours: LocalizedText;
  readonly contactAddress: LocalizedText;
}

/** Knows the organisations' host names; the organisation module does. */
export abstract class OrganisationByHost {
  /**
   * @param hostname lower case, without port: ports do not distinguish organisations
   * @returns null when no organisation has this name
   */
  abstract find(hostname: string): Promise<HostOrganisation | null>;

  /** Citizen host of the first organisation, where unknown names are sent; null as long as there is no organisation. */
  abstract firstCitizenHost(): Promise<string | null>;

  /** For a page that must tell them before any script runs; null when there is no such organisation. May be a minute old. */
  abstract contactsOf(organisationId: string): Promise<OrganisationContacts | null>;
}
