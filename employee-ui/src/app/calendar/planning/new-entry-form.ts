import { Component, computed, inject, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { ErrorState, ErrorSummary, FieldControl, LabelledField, Submission, Toaster } from '@vuoro/ui-shared';
import type { AddedAbsenceView } from '@vuoro/ui-shared/api';
import { TypeCatalogue } from '../../directory/type-catalogue';
import { BroughtIntoView } from '../../reservations/brought-into-view';
import { AbsenceFields } from './absence-fields';
import { type NewEntry, absenceOf, offerOf, workOf } from './new-entry';
import { NewEntryDraft } from './new-entry-draft';
import { OfferFields } from './offer-fields';
import { PlanningCommands } from './planning-commands';
import type { EntryChoice } from './planning-rules';
import { WorkFields } from './work-fields';

/** Something new in a calendar: time on offer, other work or an absence. What is typed stays until it has been saved. */
@Component({
  selector: 'app-new-entry-form',
  imports: [AbsenceFields, BroughtIntoView, ErrorState, ErrorSummary, FieldControl, LabelledField, OfferFields, TranslocoPipe, WorkFields],
  templateUrl: './new-entry-form.html',
  styleUrls: ['./new-entry-form.css', './entry-time.css'],
})
export class NewEntryForm {
  /** The calendar is not any more what is shown. */
  readonly changed = output();
  /** There is nothing more to tell. */
  readonly closed = output();

  private readonly commands = inject(PlanningCommands);
  private readonly texts = inject(TranslocoService);
  private readonly toaster = inject(Toaster);
  private readonly catalogue = inject(TypeCatalogue);
  protected readonly draft = inject(NewEntryDraft);

  protected readonly sending = new Submission(this.draft.form);
  /** An absence that leaves something to handle: it is told before the form goes away. */
  protected readonly absence = signal<AddedAbsenceView | null>(null);
  protected readonly choice = computed(() => this.draft.model().choice);

  protected choose(choice: EntryChoice): void {
    this.sending.problem.set(null);
    this.draft.model.update((entry) => ({ ...entry, choice }));
  }

  protected choosePerson(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.draft.choosePerson(event.target.value);
  }

  protected async save(event: Event): Promise<void> {
    await this.sending.send(event, (entry) => this.send(entry));
  }

  private async send(entry: NewEntry): Promise<void> {
    switch (entry.choice) {
      case 'offer':
        this.finish(
          (await this.commands.offer(offerOf(entry, this.catalogue.types.value()))) ? 'planning.offer.done' : 'planning.offer.doneLater',
        );
        return;
      case 'work':
        await this.commands.addWork(workOf(entry));
        this.finish('planning.work.done');
        return;
      case 'absence': {
        const added = await this.commands.addAbsence(absenceOf(entry));
        this.draft.keep();
        if (added.reservationsToHandle === 0) this.finish('planning.absence.done');
        else this.absence.set(added);
        this.changed.emit();
      }
    }
  }

  private finish(text: string): void {
    this.draft.keep();
    this.toaster.show(this.texts.translate(text));
    this.changed.emit();
    this.closed.emit();
  }
}
