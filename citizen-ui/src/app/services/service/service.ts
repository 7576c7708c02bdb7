import { Component, computed, inject, input } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { EmptyState, ErrorState, Loading, Localize, TimeFormat, problemOf } from '@vuoro/ui-shared';
import { type BookableTypeView, type GuidanceView, type ServiceView, readService } from '@vuoro/ui-shared/api';
import { addressOf } from '../../api/path';
import { Guidance } from '../../appointment/guidance';
import { modeText } from '../../appointment/mode-text';
import { PageHeading } from '../../heading/route-focus';
import { LeaveQuickly } from '../../leave-quickly/leave-quickly';
import { Contacts } from '../../organisation/contacts';

/** For whom, what happens and what to bring; the types one may book; and the contact that always remains. */
@Component({
  selector: 'app-service',
  imports: [Contacts, EmptyState, ErrorState, Guidance, Loading, PageHeading, RouterLink, TranslocoPipe],
  templateUrl: './service.html',
})
export class ServicePage {
  readonly slug = input.required<string>();

  protected readonly localize = inject(Localize);
  protected readonly format = inject(TimeFormat);
  protected readonly modeText = modeText;
  protected readonly service = httpResource<ServiceView>(() => addressOf(readService.PATH, { slug: this.slug() }));
  protected readonly isGone = computed(() => this.service.error() !== undefined && problemOf(this.service.error()).status === 404);

  protected readonly heading = computed(() => (this.service.hasValue() ? this.localize.text(this.service.value().name) : null));

  constructor() {
    inject(LeaveQuickly).follow(() => (this.service.hasValue() ? this.service.value().leaveQuickly : undefined));
  }

  /** What the page has said of the service above is not said again at each type. */
  protected ownGuidance(type: BookableTypeView): GuidanceView | null {
    const general = this.service.hasValue() ? this.service.value().guidance : null;
    if (type.guidance === null || JSON.stringify(type.guidance) === JSON.stringify(general)) return null;
    return type.guidance.safety?.fi === general?.safety?.fi ? { ...type.guidance, safety: null } : type.guidance;
  }

  protected isBookable(type: BookableTypeView): boolean {
    return type.openToAll && type.citizenMayBook;
  }
}
