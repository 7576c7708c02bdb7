import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/index.ts';
import type { PublicationState } from '../organisation/index.ts';
import type { GuidanceTexts } from './appointment-type-records.ts';
import { GuidanceEntity } from './guidance.entity.ts';

@Injectable()
export class GuidanceRepository {
  insert(tx: Tx, guidance: GuidanceEntity): Promise<unknown> {
    return tx.insert(GuidanceEntity, guidance);
  }

  /** New texts go through review again. */
  async rewrite(tx: Tx, id: string, texts: GuidanceTexts, at: Date): Promise<void> {
    const json = (text: GuidanceTexts[keyof GuidanceTexts]): string | null => (text === null ? null : JSON.stringify(text));
    await tx.query(
      `UPDATE guidance SET for_whom = $2, what_happens = $3, safety = $4, bring = $5, after_booking = $6,
              state = 'DRAFT', publish_at = NULL, version = version + 1, updated_at = $7
        WHERE id = $1`,
      [id, json(texts.forWhom), json(texts.whatHappens), json(texts.safety), json(texts.bring), json(texts.afterBooking), at],
    );
  }

  ofServices(tx: Tx, serviceIds: readonly string[]): Promise<GuidanceEntity[]> {
    return tx.find(GuidanceEntity, { where: { serviceId: In([...serviceIds]) } });
  }

  ofTypes(tx: Tx, typeIds: readonly string[]): Promise<GuidanceEntity[]> {
    return tx.find(GuidanceEntity, { where: { appointmentTypeId: In([...typeIds]) } });
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
      `UPDATE guidance SET state = $3, publish_at = $4, version = version + 1, updated_at = $5 WHERE id = $1 AND state = $2`,
      [id, from, to, publishAt, at],
    );
    return count === 1;
  }
}
