import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../session/session';

interface Part {
  /** What one must be allowed to do to have any use of it. */
  readonly action: string;
  readonly path: string;
  /** Text key. */
  readonly name: string;
  /** Lines of a picture of 24 by 24. */
  readonly picture: string;
}

const PARTS: readonly Part[] = [
  {
    action: 'CALENDAR_READ',
    path: '/calendar',
    name: 'schedule.title',
    picture: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5M8 14h3M13 14h3M8 17h3',
  },
  {
    action: 'RESERVATION_CREATE',
    path: '/find-time',
    name: 'findTime.title',
    picture: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5L20.5 20.5M10.5 7.5v3l2 1.5',
  },
  {
    action: 'EMPLOYEE_TASK_READ',
    path: '/tasks',
    name: 'tasks.title',
    picture: 'M4 6l2 2 3-4M4 13l2 2 3-4M4 20l2 2 3-4M12 7h8M12 13h8M12 20h8',
  },
];

/** The parts of the application that the signed-in person may use. */
@Component({
  selector: 'app-rail',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe],
  template: `
    <nav class="rail" [attr.aria-label]="'shell.navigation' | transloco">
      @for (part of parts(); track part.path) {
        <a class="rail-link" routerLinkActive="rail-link-active" ariaCurrentWhenActive="page" [routerLink]="part.path">
          <svg class="rail-icon" viewBox="0 0 24 24" aria-hidden="true"><path [attr.d]="part.picture" /></svg>
          <span>{{ part.name | transloco }}</span>
        </a>
      }
    </nav>
  `,
})
export class Rail {
  private readonly session = inject(Session);
  protected readonly parts = computed(() => PARTS.filter(({ action }) => this.session.may(action)));
}
