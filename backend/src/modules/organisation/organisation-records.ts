import type { LocalDate, LocalizedText } from '../../kernel/index.ts';

/** One controller (rekisterinpitäjä) with its own clients, employees and host names. */
export interface Organisation {
  readonly id: string;
  readonly code: string;
  readonly oid: string;
  readonly controllerOid: string;
  readonly name: LocalizedText;
  /** What citizens know the service by; the only name that messages use. */
  readonly portalName: LocalizedText;
  readonly citizenHost: string;
  readonly employeeHost: string;
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly contactPhone: string;
  readonly contactTextNumber: string;
  readonly contactHours: LocalizedText;
  readonly contactAddress: LocalizedText;
  readonly smsSender: string;
  readonly emailSender: string;
  readonly position: number;
  readonly version: number;
}

export type UnitKind = 'AREA' | 'SERVICE_UNIT' | 'OFFICE';
export type RolloutState = 'PLANNING' | 'TEST' | 'PILOT' | 'PRODUCTION' | 'CLOSED';

/** A place in the organisation's tree; an office is where clients come. */
export interface UnitRecord {
  readonly id: string;
  readonly organisationId: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly code: string;
  readonly oid: string | null;
  readonly name: LocalizedText;
  readonly streetAddress: LocalizedText | null;
  readonly postalCode: string | null;
  readonly city: LocalizedText | null;
  readonly arrivalInfo: LocalizedText | null;
  readonly accessibilityInfo: LocalizedText | null;
  readonly phone: string | null;
  readonly textNumber: string | null;
  readonly openingHours: LocalizedText | null;
  readonly timeZone: string;
  readonly rolloutState: RolloutState;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly version: number;
}

export type SecrecyLevel = 'SECRET' | 'HIGHLY_SECRET';

/** Palvelutehtävä: decides how long and how secretly the data of its services are kept. */
export interface ServiceTaskRecord {
  readonly id: string;
  readonly code: string;
  readonly name: LocalizedText;
  readonly retentionClass: string;
  readonly secrecyLevel: SecrecyLevel;
}

export type PublicationState = 'DRAFT' | 'IN_REVIEW' | 'SCHEDULED' | 'PUBLISHED' | 'UNPUBLISHED';

/** Words of ordinary life by which a citizen looks for a service, separate in each language. */
export interface Keywords {
  readonly fi: readonly string[];
  readonly sv: readonly string[];
  readonly en: readonly string[];
}

export interface ServiceRecord {
  readonly id: string;
  readonly serviceTaskId: string;
  readonly code: string;
  readonly slug: string;
  readonly theme: string;
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  readonly keywords: Keywords;
  /** Whether its pages carry the button by which one leaves them quickly. */
  readonly leaveQuickly: boolean;
  /** The organisation's own instructions in Finnish Sign Language, as a video on a page of theirs. */
  readonly signLanguageVideoUrl: string | null;
  readonly state: PublicationState;
  readonly publishAt: Date | null;
  readonly version: number;
}

export type ClosedDayKind = 'PUBLIC_HOLIDAY' | 'EVE' | 'CLOSURE';

/** A local date on which a unit is closed. */
export interface ClosedDay {
  readonly date: LocalDate;
  readonly kind: ClosedDayKind;
  readonly name: LocalizedText;
}

export type SubjectKind = 'EMPLOYEE' | 'ROOM' | 'EQUIPMENT';
