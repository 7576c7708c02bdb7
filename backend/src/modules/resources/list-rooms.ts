import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/access/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { ResourceReads } from './resource-reads.ts';
import { roomView, type RoomView } from './room.dto.ts';

@Injectable()
export class ListRooms {
  constructor(
    private readonly transactions: Transactions,
    private readonly resources: ResourceReads,
  ) {}

  execute(principal: Principal, unitId?: string): Promise<RoomView[]> {
    return this.transactions.run(principal, async (tx) => (await this.resources.visibleRooms(tx, principal, unitId)).map(roomView));
  }
}
