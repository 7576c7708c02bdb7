import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LanguageSwitch, Localize } from '@vuoro/ui-shared';
import { Session } from '../session/session';
import { OwnMenu } from './own-menu';

@Component({ selector: 'app-top-bar', imports: [LanguageSwitch, OwnMenu, RouterLink, TranslocoPipe], templateUrl: './top-bar.html' })
export class TopBar {
  private readonly localize = inject(Localize);
  protected readonly session = inject(Session);
  protected readonly organisation = computed(() => this.localize.text(this.session.view()?.organisationName));
  /** Units in whose name one works, each once. */
  protected readonly units = computed(() => {
    const names = this.session.view()?.roles.map(({ unitName }) => this.localize.text(unitName)) ?? [];
    return [...new Set(names)].filter((name) => name !== this.organisation()).join(', ');
  });
}
