import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/index.ts';
import type { PublicationState } from './organisation-records.ts';
import { ServiceTaskEntity } from './service-task.entity.ts';
import { ServiceEntity } from './service.entity.ts';

@Injectable()
export class ServicesRepository {
  insertTask(tx: Tx, task: ServiceTaskEntity): Promise<unknown> {
    return tx.insert(ServiceTaskEntity, task);
  }

  tasks(tx: Tx): Promise<ServiceTaskEntity[]> {
    return tx.find(ServiceTaskEntity, { order: { code: 'ASC' } });
  }

  insert(tx: Tx, service: ServiceEntity): Promise<unknown> {
    return tx.insert(ServiceEntity, service);
  }

  all(tx: Tx): Promise<ServiceEntity[]> {
    return tx.find(ServiceEntity, { order: { code: 'ASC' } });
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<ServiceEntity[]> {
    return tx.find(ServiceEntity, { where: { id: In([...ids]) } });
  }

  async giveAt(tx: Tx, organisationId: string, serviceId: string, unitIds: readonly string[]): Promise<void> {
    await tx.query(
      `INSERT INTO unit_service (unit_id, service_id, organisation_id)
       SELECT unit_id, $2, $3 FROM unnest($1::uuid[]) AS given (unit_id) ON CONFLICT DO NOTHING`,
      [unitIds, serviceId, organisationId],
    );
  }

  async unitsOf(tx: Tx, serviceId: string): Promise<string[]> {
    const rows: { unit_id: string }[] = await tx.query('SELECT unit_id FROM unit_service WHERE service_id = $1', [serviceId]);
    return rows.map((row) => row.unit_id);
  }

  /**
   * Which offices citizens may be sent to for which service: in production and valid on the date. A service given at a unit that is
   * no office is given at the offices below it.
   */
  async openOffices(tx: Tx, onDate: string): Promise<{ serviceId: string; unitId: string }[]> {
    return tx.query(
      `WITH RECURSIVE given AS (
         SELECT service_id, unit_id FROM unit_service
          UNION
         SELECT given.service_id, unit.id FROM unit JOIN given ON unit.parent_id = given.unit_id)
       SELECT DISTINCT given.service_id AS "serviceId", unit.id AS "unitId"
         FROM given JOIN unit ON unit.id = given.unit_id
        WHERE unit.kind = 'OFFICE' AND unit.rollout_state = 'PRODUCTION'
          AND unit.valid_from <= $1 AND (unit.valid_to IS NULL OR unit.valid_to >= $1)`,
      [onDate],
    );
  }

  async setVideo(tx: Tx, id: string, url: string | null, at: Date): Promise<boolean> {
    const [, count]: [unknown, number] = await tx.query(
      `UPDATE service SET sign_language_video_url = $2, version = version + 1, updated_at = $3 WHERE id = $1`,
      [id, url, at],
    );
    return count === 1;
  }

  async setPublication(
    tx: Tx,
    id: string,
    from: PublicationState,
    to: PublicationState,
    publishAt: Date | null,
    at: Date,
  ): Promise<boolean> {
    const [, count]: [unknown, number] = await tx.query(
      `UPDATE service SET state = $3, publish_at = $4, version = version + 1, updated_at = $5 WHERE id = $1 AND state = $2`,
      [id, from, to, publishAt, at],
    );
    return count === 1;
  }
}
