import { Component, computed, inject, input, output } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { AppointmentTime, EmptyState, Loading, Localize } from '@vuoro/ui-shared';
import {
  type BookableTypeView,
  type EmployeesToChooseView,
  type FreeTimePageView,
  type FreeTimeView,
  listFreeTimes,
} from '@vuoro/ui-shared/api';
import { Contacts } from '../organisation/contacts';
import { type Condition, conditionsOf, searchOf, without } from './conditions';
import { LanguageNames } from './language-name';
import type { TimeFilters } from './time-filters';
import { type Moment, withoutMoment } from './without-moment';

const LABELS: Readonly<Record<Condition, string>> = { unit: 'times.office', language: 'wish.language', person: 'wish.person' };
const DROPS: Readonly<Record<Condition, string>> = { unit: 'wish.dropOffice', language: 'wish.dropLanguage', person: 'wish.dropPerson' };

/** Which condition leaves nothing: each is tried without, and can be dropped by one press. */
@Component({
  selector: 'app-nothing-found',
  imports: [AppointmentTime, Contacts, EmptyState, Loading, TranslocoPipe],
  templateUrl: './nothing-found.html',
})
export class NothingFound {
  readonly type = input.required<BookableTypeView>();
  readonly filters = input.required<TimeFilters>();
  readonly choices = input.required<EmployeesToChooseView>();
  readonly except = input<Moment | null>(null);
  readonly dropped = output<readonly Condition[]>();

  private readonly names = inject(LanguageNames);
  private readonly texts = inject(TranslocoService);
  private readonly localize = inject(Localize);
  protected readonly labels = LABELS;
  protected readonly drops = DROPS;
  protected readonly conditions = computed(() => conditionsOf(this.filters()));

  private readonly tried: Readonly<Record<Condition, ReturnType<NothingFound['trying']>>> = {
    unit: this.trying(() => (this.conditions().includes('unit') ? ['unit'] : [])),
    language: this.trying(() => (this.conditions().includes('language') ? ['language'] : [])),
    person: this.trying(() => (this.conditions().includes('person') ? ['person'] : [])),
  };
  /** One condition by itself is tried above. */
  private readonly all = this.trying(() => (this.conditions().length > 1 ? this.conditions() : []));

  protected readonly isTrying = computed(() => [...Object.values(this.tried), this.all].some((each) => each.isLoading()));
  /** The conditions that are to blame, each with the first time that there would be without it; the soonest first. */
  protected readonly blamed = computed(() =>
    this.conditions()
      .map((condition) => ({ condition, first: this.firstOf(this.tried[condition]) }))
      .filter((each): each is { condition: Condition; first: FreeTimeView } => each.first !== null)
      .sort((one, other) => Date.parse(one.first.startsAt) - Date.parse(other.first.startsAt)),
  );
  protected readonly firstOfAll = computed(() => this.firstOf(this.all));

  protected valueOf(condition: Condition): string {
    const { unit, language, person } = this.filters();
    switch (condition) {
      case 'unit':
        return this.localize.text(this.type().offices.find(({ id }) => id === unit)?.name);
      case 'language':
        return language === null ? '' : this.names.of(language);
      case 'person':
        return this.choices().people.find(({ id }) => id === person)?.name ?? this.texts.translate('wish.personGone');
    }
  }

  /** A search of nothing when no condition is left out: there is nothing to ask then. */
  private trying(leftOut: () => readonly Condition[]) {
    return httpResource<FreeTimePageView>(() => {
      const conditions = leftOut();
      if (conditions.length === 0) return undefined;
      const filters = { ...this.filters(), ...without(conditions) };
      return { url: listFreeTimes.PATH, params: { ...searchOf(this.type().id, filters), limit: 2 } };
    });
  }

  private firstOf(resource: ReturnType<NothingFound['trying']>): FreeTimeView | null {
    return resource.hasValue() ? (withoutMoment(resource.value().items, this.except())[0] ?? null) : null;
  }
}
