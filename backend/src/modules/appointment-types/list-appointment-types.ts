import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/access/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import type { TypeCategory } from './appointment-type-records.ts';
import { appointmentTypeView, type AppointmentTypeView } from './appointment-type.dto.ts';
import { AppointmentTypes } from './appointment-types.ts';

@Injectable()
export class ListAppointmentTypes {
  constructor(
    private readonly transactions: Transactions,
    private readonly types: AppointmentTypes,
  ) {}

  execute(principal: Principal, category?: TypeCategory): Promise<AppointmentTypeView[]> {
    return this.transactions.run(principal, async (tx) => (await this.types.visible(tx, principal, category)).map(appointmentTypeView));
  }
}
