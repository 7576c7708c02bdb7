import { Injectable } from '@nestjs/common';
import { Clock, newId, Problem, type LocalizedText } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { isConstraintViolation, toDate, Transactions } from '../../platform/database/index.ts';
import { OrganisationReads, RegisterSubject } from '../organisation/index.ts';
import { ROOM_CHANGE } from './resources.actions.ts';
import { EQUIPMENT_CODE_TAKEN } from './resources.problems.ts';
import { ResourcesRepository } from './resources.repository.ts';

export interface NewEquipment {
  readonly id?: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: LocalizedText;
}

/** A car, a portable induction loop: something that only one can have at a time. */
@Injectable()
export class CreateEquipment {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationReads,
    private readonly registerSubject: RegisterSubject,
    private readonly resources: ResourcesRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns the equipment's id @throws Problem EQUIPMENT_CODE_TAKEN; NOT_FOUND for a unit outside the principal's reach */
  async execute(principal: Principal, request: NewEquipment): Promise<string> {
    this.access.require(principal, ROOM_CHANGE, { unitId: request.unitId });
    const id = request.id ?? newId();
    const at = toDate(this.clock.now());
    const { organisationId } = principal;
    try {
      await this.transactions.run(principal, async (tx) => {
        await this.organisation.requireUnits(tx, [request.unitId]);
        await this.registerSubject.execute(tx, id, 'EQUIPMENT');
        await this.resources.insertEquipment(tx, { ...request, id, organisationId, version: 1, createdAt: at, updatedAt: at });
      });
    } catch (error) {
      if (isConstraintViolation(error, 'equipment_code')) throw new Problem(EQUIPMENT_CODE_TAKEN, { params: { code: request.code } });
      throw error;
    }
    return id;
  }
}
