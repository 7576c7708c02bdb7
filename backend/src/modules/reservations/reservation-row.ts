import type { Instant } from '../../kernel/index.ts';
import { toInstant } from '../../platform/database/index.ts';
import type { CitizenVisibility, Mode, RuleSnapshot } from '../appointment-types/index.ts';
import type { ReservationStatus } from './reservation-status.ts';

export type Channel = 'CITIZEN' | 'PROXY' | 'EMPLOYEE' | 'DESK' | 'API';
export type ActorKind = 'CITIZEN' | 'EMPLOYEE' | 'SYSTEM';

/** A reservation as it stands in the database, without its people and texts. */
export interface ReservationRow {
  readonly id: string;
  readonly organisationId: string;
  readonly appointmentTypeId: string;
  readonly appointmentTypeVersionId: string;
  readonly serviceId: string;
  readonly serviceTaskId: string;
  readonly unitId: string;
  readonly employeeId: string;
  readonly offeredTimeId: string | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly mode: Mode;
  readonly status: ReservationStatus;
  readonly channel: Channel;
  readonly rule: RuleSnapshot;
  readonly citizenVisibility: CitizenVisibility;
  readonly messages: 'ON' | 'OFF';
  readonly cancelReason: string | null;
  readonly messageVersion: number;
  readonly version: number;
}

/** The columns of `reservation` as the driver gives them. */
export interface ReservationColumns {
  readonly id: string;
  readonly organisation_id: string;
  readonly appointment_type_id: string;
  readonly appointment_type_version_id: string;
  readonly service_id: string;
  readonly service_task_id: string;
  readonly unit_id: string;
  readonly employee_id: string;
  readonly offered_time_id: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly mode: Mode;
  readonly status: ReservationStatus;
  readonly channel: Channel;
  readonly rule_snapshot: RuleSnapshot;
  readonly citizen_visibility: CitizenVisibility;
  readonly messages: 'ON' | 'OFF';
  readonly cancel_reason: string | null;
  readonly message_version: number;
  readonly version: number;
}

export const reservationColumns = `r.id, r.organisation_id, r.appointment_type_id, r.appointment_type_version_id, r.service_id,
  r.service_task_id, r.unit_id, r.employee_id, r.offered_time_id, r.starts_at, r.ends_at, r.mode, r.status, r.channel,
  r.rule_snapshot, r.citizen_visibility, r.messages, r.cancel_reason, r.message_version, r.version`;

export function toReservationRow(columns: ReservationColumns): ReservationRow {
  return {
    id: columns.id,
    organisationId: columns.organisation_id,
    appointmentTypeId: columns.appointment_type_id,
    appointmentTypeVersionId: columns.appointment_type_version_id,
    serviceId: columns.service_id,
    serviceTaskId: columns.service_task_id,
    unitId: columns.unit_id,
    employeeId: columns.employee_id,
    offeredTimeId: columns.offered_time_id,
    startsAt: toInstant(columns.starts_at),
    endsAt: toInstant(columns.ends_at),
    mode: columns.mode,
    status: columns.status,
    channel: columns.channel,
    rule: columns.rule_snapshot,
    citizenVisibility: columns.citizen_visibility,
    messages: columns.messages,
    cancelReason: columns.cancel_reason,
    messageVersion: columns.message_version,
    version: columns.version,
  };
}
