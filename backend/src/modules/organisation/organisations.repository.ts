import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.ts';
import { OrganisationEntity } from './organisation.entity.ts';

@Injectable()
export class OrganisationsRepository {
  insert(tx: Tx, organisation: OrganisationEntity): Promise<unknown> {
    return tx.insert(OrganisationEntity, organisation);
  }

  /** In the order in which the operator put them; the first receives those who come by an unknown name. */
  all(tx: Tx): Promise<OrganisationEntity[]> {
    return tx.find(OrganisationEntity, { order: { position: 'ASC', code: 'ASC' } });
  }

  /** Of the organisation whose transaction it is. */
  async timeZone(tx: Tx): Promise<string> {
    const rows: { time_zone: string }[] = await tx.query(
      `SELECT time_zone FROM organisation WHERE id = current_setting('app.organisation_id')::uuid`,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('The transaction belongs to no organisation.');
    return row.time_zone;
  }

  async changeHosts(tx: Tx, id: string, hosts: { readonly citizenHost: string; readonly employeeHost: string }, at: Date): Promise<void> {
    await tx.query(
      `UPDATE organisation SET citizen_host = $2, employee_host = $3, version = version + 1, updated_at = $4
        WHERE id = $1 AND (citizen_host, employee_host) IS DISTINCT FROM ($2, $3)`,
      [id, hosts.citizenHost, hosts.employeeHost, at],
    );
  }
}
