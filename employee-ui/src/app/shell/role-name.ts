import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RoleView } from '@vuoro/ui-shared/api';

@Component({
  selector: 'app-role-name',
  imports: [TranslocoPipe],
  template: `
    @switch (role()) {
      @case ('EMPLOYEE') {
        {{ 'shell.role.employee' | transloco }}
      }
      @case ('BOOKING_CLERK') {
        {{ 'shell.role.clerk' | transloco }}
      }
      @case ('SUPERVISOR') {
        {{ 'shell.role.supervisor' | transloco }}
      }
      @case ('ADMINISTRATOR') {
        {{ 'shell.role.administrator' | transloco }}
      }
    }
  `,
})
export class RoleName {
  readonly role = input.required<RoleView['role']>();
}
