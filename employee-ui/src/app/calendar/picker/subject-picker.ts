import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ErrorState, Loading, Localize } from '@vuoro/ui-shared';
import { Directory } from '../../directory/directory';
import { Session } from '../../session/session';
import { type CalendarAddress, MOST_COLUMNS } from '../calendar-address';
import { isExactly, matches, ofTeam, toggled } from './choice-rules';

/** Whose calendars: myself, a team, people and rooms. In a week, which shows one, a choice changes whose it is. */
@Component({
  selector: 'app-subject-picker',
  imports: [ErrorState, Loading, TranslocoPipe],
  templateUrl: './subject-picker.html',
  styleUrl: './subject-picker.css',
})
export class SubjectPicker {
  readonly chosen = input.required<readonly string[]>();
  /** The one whom the week shows; null where several are shown. */
  readonly one = input.required<string | null>();
  /** Whether the page beside says already that the server does not answer; once is enough. */
  readonly isFailureTold = input(false);
  readonly changed = output<Partial<CalendarAddress>>();

  private readonly session = inject(Session);
  private readonly localize = inject(Localize);
  protected readonly directory = inject(Directory);
  protected readonly search = signal('');
  protected readonly isFull = computed(() => this.chosen().length >= MOST_COLUMNS);
  protected readonly most = MOST_COLUMNS;
  private readonly ownId = computed(() => this.session.view()?.employeeId ?? '');
  protected readonly isOwn = computed(() => isExactly(this.chosen(), [this.ownId()]));

  protected readonly teams = computed(() =>
    this.read(this.directory.teams)
      .filter(({ employeeIds }) => employeeIds.length > 0)
      .map(({ id, name, employeeIds }) => ({
        id,
        name: this.localize.text(name),
        count: employeeIds.length,
        employeeIds,
        shown: isExactly(this.chosen(), ofTeam(employeeIds)),
      }))
      .filter(({ name }) => matches(name, this.search())),
  );
  private readonly people = computed(() =>
    this.read(this.directory.employees)
      .filter(({ active }) => active)
      .map(({ id, firstName, lastName }) => this.choice(id, `${lastName} ${firstName}`))
      .filter(({ name }) => matches(name, this.search()))
      .sort(byName),
  );
  private readonly rooms = computed(() =>
    this.read(this.directory.rooms)
      .map(({ id, name }) => this.choice(id, this.localize.text(name)))
      .filter(({ name }) => matches(name, this.search()))
      .sort(byName),
  );
  protected readonly subjects = computed(() => [
    { heading: 'schedule.picker.people', choices: this.people() },
    { heading: 'schedule.picker.rooms', choices: this.rooms() },
  ]);
  protected readonly isNothing = computed(() => this.teams().length + this.people().length + this.rooms().length === 0);

  protected type(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.search.set(event.target.value);
  }

  protected pickOwn(): void {
    this.changed.emit({ who: [], one: null });
  }

  protected pickTeam(employeeIds: readonly string[]): void {
    this.changed.emit({ who: ofTeam(employeeIds), one: null });
  }

  protected pick({ id, checked }: Choice, event: Event): void {
    // The address decides what is checked; a refused choice must not look like a made one.
    if (event.target instanceof HTMLInputElement) event.target.checked = checked;
    if (this.one() === null) this.changed.emit({ who: toggled(this.chosen(), id) });
    else if (this.chosen().includes(id)) this.changed.emit({ one: id });
    else this.changed.emit({ who: this.isFull() ? [id] : [...this.chosen(), id], one: id });
  }

  private choice(id: string, name: string): Choice {
    const isOne = this.one() !== null;
    const checked = isOne ? this.one() === id : this.chosen().includes(id);
    return { id, key: isOne ? `one-${id}` : id, name, checked, locked: !isOne && !checked && this.isFull() };
  }

  private read<T>(resource: { hasValue(): boolean; value(): T[] }): T[] {
    return resource.hasValue() ? resource.value() : [];
  }
}

interface Choice {
  readonly id: string;
  /** A box that turns into a radio button while others are checked would lose its mark to them: it is made anew. */
  readonly key: string;
  readonly name: string;
  readonly checked: boolean;
  readonly locked: boolean;
}

function byName(a: Choice, b: Choice): number {
  return a.name.localeCompare(b.name, 'fi');
}
