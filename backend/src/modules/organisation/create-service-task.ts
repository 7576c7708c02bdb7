import { Injectable } from '@nestjs/common';
import { newId, Problem } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { isConstraintViolation, Transactions } from '../../platform/database/index.ts';
import type { ServiceTaskRecord } from './organisation-records.ts';
import { ORGANISATION_CHANGE } from './organisation.actions.ts';
import { SERVICE_TASK_CODE_TAKEN } from './organisation.problems.ts';
import { ServicesRepository } from './services.repository.ts';

export type NewServiceTask = Omit<ServiceTaskRecord, 'id' | 'secrecyLevel'> & Partial<Pick<ServiceTaskRecord, 'id' | 'secrecyLevel'>>;

/** Service tasks come from the national classification and decide on retention, so an installation brings them along. */
@Injectable()
export class CreateServiceTask {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly services: ServicesRepository,
  ) {}

  /** @returns the service task's id @throws Problem SERVICE_TASK_CODE_TAKEN */
  async execute(principal: Principal, request: NewServiceTask): Promise<string> {
    this.access.require(principal, ORGANISATION_CHANGE, {});
    const id = request.id ?? newId();
    const { organisationId } = principal;
    try {
      await this.transactions.run(principal, (tx) =>
        this.services.insertTask(tx, { ...request, id, organisationId, secrecyLevel: request.secrecyLevel ?? 'SECRET' }),
      );
    } catch (error) {
      if (isConstraintViolation(error, 'service_task_code')) throw new Problem(SERVICE_TASK_CODE_TAKEN, { params: { code: request.code } });
      throw error;
    }
    return id;
  }
}
