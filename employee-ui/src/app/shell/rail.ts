import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../session/session';

/** The parts of the application that the signed-in person may use. */
@Component({
  selector: 'app-rail',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe],
  template: `
    <nav class="rail" [attr.aria-label]="'shell.navigation' | transloco">
      @if (mayReadCalendars()) {
        <a class="rail-link" routerLink="/calendar" routerLinkActive="rail-link-active" ariaCurrentWhenActive="page">
          <svg class="rail-icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 6h16v14H4zM4 10h16M8 3v5M16 3v5M8 14h3M13 14h3M8 17h3" />
          </svg>
          <span>{{ 'schedule.title' | transloco }}</span>
        </a>
      }
      @if (mayBook()) {
        <a class="rail-link" routerLink="/find-time" routerLinkActive="rail-link-active" ariaCurrentWhenActive="page">
          <svg class="rail-icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5L20.5 20.5M10.5 7.5v3l2 1.5" />
          </svg>
          <span>{{ 'findTime.title' | transloco }}</span>
        </a>
      }
      @if (mayReadTasks()) {
        <a class="rail-link" routerLink="/tasks" routerLinkActive="rail-link-active" ariaCurrentWhenActive="page">
          <svg class="rail-icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 6l2 2 3-4M4 13l2 2 3-4M4 20l2 2 3-4M12 7h8M12 13h8M12 20h8" />
          </svg>
          <span>{{ 'tasks.title' | transloco }}</span>
        </a>
      }
    </nav>
  `,
})
export class Rail {
  private readonly session = inject(Session);
  protected readonly mayReadCalendars = computed(() => this.session.may('CALENDAR_READ'));
  protected readonly mayBook = computed(() => this.session.may('RESERVATION_CREATE'));
  protected readonly mayReadTasks = computed(() => this.session.may('EMPLOYEE_TASK_READ'));
}
