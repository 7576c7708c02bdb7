import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '../kernel/index.ts';
import { toDate, toInstant, type Tx } from '../platform/database/index.ts';

export interface DemoState {
  /** Object identifiers of the organisations that are there. */
  readonly oids: readonly string[];
  /** Whether the last step of the seed was reached. */
  readonly seeded: boolean;
}

/** An offered time by the names that mean the same in every seed. */
export interface OfferedToRelive {
  readonly id: string;
  readonly blockId: string;
  readonly employeeKey: string;
  readonly typeCode: string;
  readonly unitCode: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly capacity: number;
}

export interface RunningApplication {
  readonly organisationId: string;
  readonly weekTemplateId: string;
  readonly unitId: string;
  readonly employeeIds: readonly string[];
  readonly appliedTo: LocalDate;
  readonly rotationStart: LocalDate;
}

export const SEEDED = 'DemoSeed';

/** What the seed reads; it writes by the product's use cases only. */
@Injectable()
export class DemoRepository {
  async state(tx: Tx): Promise<DemoState> {
    const organisations: { oid: string }[] = await tx.query('SELECT oid FROM organisation ORDER BY position');
    const marks: unknown[] = await tx.query('SELECT 1 FROM audit_event WHERE action = $1 LIMIT 1', [SEEDED]);
    return { oids: organisations.map(({ oid }) => oid), seeded: marks.length > 0 };
  }

  /** With this commit everything before it is on the disk too, whatever the connection's own setting. */
  async waitForDisk(tx: Tx): Promise<void> {
    await tx.query('SET LOCAL synchronous_commit = on');
  }

  employeesWithoutSignIn(tx: Tx, issuer: string): Promise<{ organisationId: string; employeeId: string; externalKey: string }[]> {
    return tx.query(
      `SELECT e.organisation_id AS "organisationId", e.id AS "employeeId", e.external_key AS "externalKey" FROM employee e
        WHERE NOT EXISTS (SELECT 1 FROM employee_sign_in s WHERE s.employee_id = e.id AND s.issuer = $1) ORDER BY e.external_key`,
      [issuer],
    );
  }

  servicesWithOtherVideo(tx: Tx, code: string, url: string): Promise<{ organisationId: string; serviceId: string }[]> {
    return tx.query(
      `SELECT organisation_id AS "organisationId", id AS "serviceId" FROM service WHERE code = $1 AND sign_language_video_url IS DISTINCT FROM $2`,
      [code, url],
    );
  }

  /** How far each template has been applied; an application that somebody undid does not go on. */
  runningApplications(tx: Tx): Promise<RunningApplication[]> {
    return tx.query(
      `SELECT DISTINCT ON (v.week_template_id, a.unit_id) a.organisation_id AS "organisationId", v.week_template_id AS "weekTemplateId",
              a.unit_id AS "unitId", a.employee_ids AS "employeeIds", a.to_on AS "appliedTo", a.rotation_start_on AS "rotationStart"
         FROM template_application a JOIN week_template_version v ON v.id = a.week_template_version_id
        WHERE a.undone_at IS NULL
        ORDER BY v.week_template_id, a.unit_id, a.to_on DESC`,
    );
  }

  /** Open times in an order that is the same in every seed. */
  openTimes(tx: Tx): Promise<OfferedToRelive[]> {
    return this.open(tx, `TRUE`, []);
  }

  /** The next ones of a type from a moment on. */
  openTimesAfter(tx: Tx, typeCode: string, after: Instant): Promise<OfferedToRelive[]> {
    return this.open(tx, `t.code = $1 AND o.starts_at >= $2 AND o.starts_at < $2::timestamptz + interval '21 days'`, [
      typeCode,
      toDate(after),
    ]);
  }

  private async open(tx: Tx, condition: string, parameters: readonly unknown[]): Promise<OfferedToRelive[]> {
    const rows: (Omit<OfferedToRelive, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date })[] = await tx.query(
      `SELECT o.id, o.block_id AS "blockId", e.external_key AS "employeeKey", t.code AS "typeCode", u.code AS "unitCode",
              o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.capacity
         FROM offered_time o JOIN employee e ON e.id = o.employee_id JOIN appointment_type t ON t.id = o.appointment_type_id JOIN unit u ON u.id = o.unit_id
        WHERE o.state = 'OPEN' AND ${condition}
        ORDER BY o.starts_at, e.external_key, t.code`,
      [...parameters],
    );
    return rows.map((row) => ({ ...row, startsAt: toInstant(row.startsAt), endsAt: toInstant(row.endsAt) }));
  }
}
