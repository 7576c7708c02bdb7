import { Component, computed, inject, input } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ErrorState, Loading, Localize, TimeFormat, problemOf } from '@vuoro/ui-shared';
import { type BookableTypeView, type FreeTimeView, type OfficeView, readBookableType } from '@vuoro/ui-shared/api';
import { addressOf } from '../../api/path';
import { PageHeading } from '../../heading/route-focus';
import { LeaveQuickly } from '../../leave-quickly/leave-quickly';
import { CannotIdentify } from '../../organisation/cannot-identify';
import { Contacts } from '../../organisation/contacts';
import { CitizenSession } from '../../session/citizen-session';
import { ChosenTime } from '../../session/chosen-time';
import { type TimeFilters, filterParams, readFilters } from '../../time-picker/time-filters';
import { TimePicker } from '../../time-picker/time-picker';
import { wishParams } from '../../time-picker/wish';

/** Free times of one type, open to everybody; identification comes after the choice, which survives it. */
@Component({
  selector: 'app-choose-time',
  imports: [CannotIdentify, Contacts, ErrorState, Loading, PageHeading, RouterLink, TimePicker, TranslocoPipe],
  templateUrl: './choose-time.html',
})
export class ChooseTime {
  /** Slug of the type, or its id on the way back from a page of one's own. */
  readonly type = input.required<string>();
  readonly unit = input<string>();
  readonly mode = input<string>();
  readonly language = input<string>();
  readonly person = input<string>();
  readonly date = input<string>();
  readonly view = input<string>();

  private readonly router = inject(Router);
  private readonly chosenTime = inject(ChosenTime);
  protected readonly session = inject(CitizenSession);
  protected readonly localize = inject(Localize);
  protected readonly format = inject(TimeFormat);
  protected readonly shown = httpResource<BookableTypeView>(() => addressOf(readBookableType.PATH, { slug: this.type() }));
  protected readonly isGone = computed(() => this.shown.error() !== undefined && problemOf(this.shown.error()).status === 404);
  protected readonly filters = computed(() =>
    this.shown.hasValue()
      ? readFilters(
          { unit: this.unit(), mode: this.mode(), language: this.language(), person: this.person(), date: this.date(), view: this.view() },
          this.shown.value(),
        )
      : null,
  );

  constructor() {
    inject(LeaveQuickly).follow(() => (this.shown.hasValue() ? this.shown.value().leaveQuickly : undefined));
  }

  protected changeFilters(type: BookableTypeView, filters: TimeFilters, change: Partial<TimeFilters>): void {
    void this.router.navigate([], { queryParams: filterParams({ ...filters, ...change }, type), replaceUrl: true });
  }

  protected chooseTime(type: BookableTypeView, filters: TimeFilters, time: FreeTimeView): void {
    this.chosenTime.remember({ id: time.id, name: type.name, startsAt: time.startsAt, endsAt: time.endsAt, office: officeOf(type, time) });
    void this.router.navigate(['/hold'], { queryParams: { type: type.id, time: time.id, mode: filters.mode, ...wishParams(filters) } });
  }
}

function officeOf(type: BookableTypeView, { unitId }: FreeTimeView): OfficeView | null {
  return type.offices.find((office) => office.id === unitId) ?? null;
}
