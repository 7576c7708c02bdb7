import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant } from '../../kernel/index.ts';
import { toDate, type Tx } from '../../platform/database/index.ts';
import { ClientRelations, type ClientRelation, type ClientRelationSource } from '../clients/index.ts';

/** Tells the client register whose client somebody is: reservations are what makes the relation. */
@Injectable()
export class ReservationRelations implements ClientRelationSource, OnModuleInit {
  constructor(private readonly relations: ClientRelations) {}

  onModuleInit(): void {
    this.relations.register(this);
  }

  relationsOf(tx: Tx, clientIds: readonly string[], since: Instant): Promise<readonly ClientRelation[]> {
    return tx.query(
      `SELECT DISTINCT rc.client_id AS "clientId", r.unit_id AS "unitId", r.service_id AS "serviceId",
              ARRAY(SELECT s.subject_id FROM reservation_subject s
                     WHERE s.reservation_id = r.id AND s.role IN ('LEAD','EMPLOYEE') ORDER BY s.subject_id) AS "employeeIds"
         FROM reservation_client rc JOIN reservation r ON r.id = rc.reservation_id
        WHERE rc.client_id = ANY ($1::uuid[]) AND r.ends_at >= $2 AND r.status <> 'ENTERED_IN_ERROR'
          -- Entered afterwards and cancelled again: the client was told nothing, so it must not open the client's card either.
          AND NOT (r.status = 'CANCELLED' AND r.late_entry)`,
      [clientIds, toDate(since)],
    );
  }
}
