import { Injectable } from '@nestjs/common';
import { Clock, newId, Problem, type LocalDate, type LocalizedText } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { isConstraintViolation, toDate, Transactions } from '../../platform/database/index.ts';
import { OrganisationReads } from './organisation-reads.ts';
import type { RolloutState, UnitKind } from './organisation-records.ts';
import { UNIT_CHANGE } from './organisation.actions.ts';
import { UNIT_CODE_TAKEN } from './organisation.problems.ts';
import { UnitsRepository } from './units.repository.ts';

export interface NewUnit {
  readonly id?: string;
  /** null: at the top of the tree, which only the operator's programs may add to. */
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly code: string;
  readonly oid?: string;
  readonly name: LocalizedText;
  readonly streetAddress?: LocalizedText;
  readonly postalCode?: string;
  readonly city?: LocalizedText;
  readonly arrivalInfo?: LocalizedText;
  readonly accessibilityInfo?: LocalizedText;
  readonly phone?: string;
  readonly textNumber?: string;
  readonly openingHours?: LocalizedText;
  readonly timeZone?: string;
  readonly rolloutState?: RolloutState;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
}

@Injectable()
export class CreateUnit {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationReads,
    private readonly units: UnitsRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns the unit's id @throws Problem UNIT_CODE_TAKEN; NOT_FOUND for a parent outside the principal's reach */
  async execute(principal: Principal, request: NewUnit): Promise<string> {
    this.access.require(principal, UNIT_CHANGE, request.parentId === null ? {} : { unitId: request.parentId });
    const id = request.id ?? newId();
    const at = toDate(this.clock.now());
    try {
      await this.transactions.run(principal, async (tx) => {
        if (request.parentId !== null) await this.organisation.requireUnits(tx, [request.parentId]);
        await this.units.insert(tx, {
          ...request,
          id,
          organisationId: principal.organisationId,
          oid: request.oid ?? null,
          streetAddress: request.streetAddress ?? null,
          postalCode: request.postalCode ?? null,
          city: request.city ?? null,
          arrivalInfo: request.arrivalInfo ?? null,
          accessibilityInfo: request.accessibilityInfo ?? null,
          phone: request.phone ?? null,
          textNumber: request.textNumber ?? null,
          openingHours: request.openingHours ?? null,
          timeZone: request.timeZone ?? 'Europe/Helsinki',
          rolloutState: request.rolloutState ?? 'PLANNING',
          validTo: request.validTo ?? null,
          version: 1,
          createdAt: at,
          updatedAt: at,
        });
      });
    } catch (error) {
      if (isConstraintViolation(error, 'unit_code')) throw new Problem(UNIT_CODE_TAKEN, { params: { code: request.code } });
      throw error;
    }
    return id;
  }
}
