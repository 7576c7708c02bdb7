import { Injectable } from '@nestjs/common';
import { Clock, newId, Problem, type LocalizedText } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { isConstraintViolation, toDate, Transactions } from '../../platform/database/index.ts';
import { OrganisationReads } from './organisation-reads.ts';
import type { Keywords } from './organisation-records.ts';
import { SERVICE_CHANGE } from './organisation.actions.ts';
import { SERVICE_CODE_TAKEN } from './organisation.problems.ts';
import { videoAddress } from './video-address.ts';
import { ServicesRepository } from './services.repository.ts';

export interface NewService {
  readonly id?: string;
  readonly serviceTaskId: string;
  readonly code: string;
  /** Its address in the citizen application, the same in every language. */
  readonly slug: string;
  readonly theme: string;
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  readonly keywords: Keywords;
  readonly leaveQuickly?: boolean;
  /** Instructions in Finnish Sign Language: an https address. */
  readonly signLanguageVideoUrl?: string;
  /** Where it is given; a unit that is no office stands for the offices below it. */
  readonly unitIds: readonly string[];
}

/** A new service begins as a draft. */
@Injectable()
export class CreateService {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationReads,
    private readonly services: ServicesRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns the service's id @throws Problem SERVICE_CODE_TAKEN, VIDEO_ADDRESS_INVALID; NOT_FOUND for units or a service task outside the reach */
  async execute(principal: Principal, request: NewService): Promise<string> {
    const { unitIds, ...content } = request;
    if (unitIds.length === 0) this.access.require(principal, SERVICE_CHANGE, {});
    for (const unitId of unitIds) this.access.require(principal, SERVICE_CHANGE, { unitId });
    const signLanguageVideoUrl = request.signLanguageVideoUrl === undefined ? null : videoAddress(request.signLanguageVideoUrl);
    const id = request.id ?? newId();
    const at = toDate(this.clock.now());
    const { organisationId } = principal;
    try {
      await this.transactions.run(principal, async (tx) => {
        await this.organisation.requireUnits(tx, unitIds);
        const tasks = await this.organisation.serviceTasks(tx);
        if (!tasks.some((task) => task.id === request.serviceTaskId)) throw new Problem(NOT_FOUND);
        await this.services.insert(tx, {
          ...content,
          id,
          organisationId,
          leaveQuickly: request.leaveQuickly ?? false,
          signLanguageVideoUrl,
          state: 'DRAFT',
          publishAt: null,
          version: 1,
          createdAt: at,
          updatedAt: at,
        });
        await this.services.giveAt(tx, organisationId, id, unitIds);
      });
    } catch (error) {
      const taken = isConstraintViolation(error, 'service_code') || isConstraintViolation(error, 'service_slug');
      if (taken) throw new Problem(SERVICE_CODE_TAKEN, { params: { code: request.code } });
      throw error;
    }
    return id;
  }
}
