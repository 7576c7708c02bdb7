import { Injectable } from '@nestjs/common';
import { Clock, newId, Problem, type Instant } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { isConstraintViolation, toDate, Transactions, type Tx } from '../../platform/database/index.ts';
import { OrganisationReads } from '../organisation/index.ts';
import type { TypeCategory, TypeContent } from './appointment-type-records.ts';
import { isConsistent } from './appointment-type-rules.ts';
import { TYPE_CODE_TAKEN, TYPE_CONTRADICTORY } from './appointment-types.problems.ts';
import { AppointmentTypesRepository } from './appointment-types.repository.ts';
import { requireChangeable } from './type-reach.ts';
import { withDefaults, versionRow, type GivenContent } from './type-content.ts';

export interface NewAppointmentType {
  readonly id?: string;
  readonly category: TypeCategory;
  /** Needed for client times. */
  readonly serviceId?: string;
  readonly code: string;
  /** Address of the type in the citizen application, the same in every language. */
  readonly slug: string;
  readonly colour: string;
  /** Pattern that distinguishes the type where colour cannot. */
  readonly pattern: string;
  /** Offices where it is given; none only for other work of the whole organisation. */
  readonly unitIds: readonly string[];
  /** now unless given */
  readonly effectiveFrom?: Instant;
  readonly content: GivenContent;
}

/** A new type begins as a draft with its first version. */
@Injectable()
export class CreateAppointmentType {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationReads,
    private readonly types: AppointmentTypesRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns the type's id @throws Problem TYPE_CONTRADICTORY, TYPE_CODE_TAKEN; NOT_FOUND for units or a service outside the reach */
  async execute(principal: Principal, request: NewAppointmentType): Promise<string> {
    const { category, unitIds } = request;
    const serviceId = request.serviceId ?? null;
    requireChangeable(this.access, principal, { category, serviceId, unitIds });
    const content = withDefaults(request.content);
    const consistent = isConsistent(category, content);
    if (!consistent.allowed) throw new Problem(TYPE_CONTRADICTORY, { params: { reason: consistent.reason } });
    const id = request.id ?? newId();
    try {
      await this.transactions.run(principal, (tx) => this.insert(tx, principal.organisationId, id, serviceId, request, content));
    } catch (error) {
      const taken = isConstraintViolation(error, 'appointment_type_code') || isConstraintViolation(error, 'appointment_type_slug');
      if (taken) throw new Problem(TYPE_CODE_TAKEN, { params: { code: request.code } });
      throw error;
    }
    return id;
  }

  private async insert(
    tx: Tx,
    organisationId: string,
    id: string,
    serviceId: string | null,
    request: NewAppointmentType,
    content: TypeContent,
  ): Promise<void> {
    const { category, code, slug, colour, pattern, unitIds } = request;
    await this.organisation.requireUnits(tx, unitIds);
    const isServiceMissing = serviceId === null ? category === 'CLIENT' : (await this.organisation.services(tx, [serviceId])).length === 0;
    if (isServiceMissing) throw new Problem(NOT_FOUND);
    const now = this.clock.now();
    const at = toDate(now);
    await this.types.insertType(tx, {
      id,
      organisationId,
      category,
      serviceId,
      code,
      slug,
      colour,
      pattern,
      state: 'DRAFT',
      version: 1,
      createdAt: at,
      updatedAt: at,
    });
    await this.types.insertVersion(
      tx,
      versionRow(content, { organisationId, appointmentTypeId: id, versionNo: 1, effectiveFrom: request.effectiveFrom ?? now, now }),
    );
    await this.types.giveAt(tx, organisationId, id, unitIds);
  }
}
