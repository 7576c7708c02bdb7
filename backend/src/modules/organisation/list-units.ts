import { Injectable } from '@nestjs/common';
import { Access, type Principal } from '../../platform/access/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { UNIT_LIST } from './organisation.actions.ts';
import { unitView, type UnitView } from './unit.dto.ts';
import { UnitsRepository } from './units.repository.ts';

@Injectable()
export class ListUnits {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly units: UnitsRepository,
  ) {}

  execute(principal: Principal): Promise<UnitView[]> {
    return this.transactions.run(principal, async (tx) => {
      const ids = await this.units.idsWhere(tx, this.access.predicate(principal, UNIT_LIST, { unit: 'u.id' }, 1));
      return (await this.units.byIds(tx, ids)).map(unitView);
    });
  }
}
