import { Injectable } from '@nestjs/common';
import { Clock, newId, Problem, type LocalizedText } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { isConstraintViolation, toDate, Transactions } from '../../platform/database/index.ts';
import { OrganisationReads, RegisterSubject } from '../organisation/index.ts';
import type { RoomFeature } from './resource-records.ts';
import { ROOM_CHANGE } from './resources.actions.ts';
import { ROOM_CODE_TAKEN } from './resources.problems.ts';
import { ResourcesRepository } from './resources.repository.ts';

export interface NewRoom {
  readonly id?: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: LocalizedText;
  /** Seats, at least one. */
  readonly capacity: number;
  readonly features?: readonly RoomFeature[];
  readonly arrivalInfo?: LocalizedText;
}

@Injectable()
export class CreateRoom {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationReads,
    private readonly registerSubject: RegisterSubject,
    private readonly resources: ResourcesRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns the room's id @throws Problem ROOM_CODE_TAKEN; NOT_FOUND for a unit outside the principal's reach */
  async execute(principal: Principal, request: NewRoom): Promise<string> {
    this.access.require(principal, ROOM_CHANGE, { unitId: request.unitId });
    const id = request.id ?? newId();
    const at = toDate(this.clock.now());
    try {
      await this.transactions.run(principal, async (tx) => {
        await this.organisation.requireUnits(tx, [request.unitId]);
        await this.registerSubject.execute(tx, id, 'ROOM');
        await this.resources.insertRoom(tx, {
          ...request,
          id,
          organisationId: principal.organisationId,
          features: [...(request.features ?? [])],
          arrivalInfo: request.arrivalInfo ?? null,
          version: 1,
          createdAt: at,
          updatedAt: at,
        });
      });
    } catch (error) {
      if (isConstraintViolation(error, 'room_code')) throw new Problem(ROOM_CODE_TAKEN, { params: { code: request.code } });
      throw error;
    }
    return id;
  }
}
