import { Component, computed, forwardRef, inject, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { uniqueId } from '../components/unique-id';
import { ErrorTexts } from './error-texts';
import { FieldContext } from './field-context';

/** Label, hint, control and error of one field: `<v-field label="…" [of]="form.phone"><input vControl [formField]="form.phone" …>`. */
@Component({
  selector: 'v-field',
  imports: [TranslocoPipe],
  providers: [{ provide: FieldContext, useExisting: forwardRef(() => LabelledField) }],
  template: `
    <div class="field">
      <label [attr.for]="controlId" [id]="labelId">
        {{ label() }}
        @if (!isRequired()) {
          <span class="muted">({{ 'form.optional' | transloco }})</span>
        }
      </label>
      @if (hint()) {
        <span class="field-hint" [id]="hintId">{{ hint() }}</span>
      }
      <ng-content />
      @if (showsError()) {
        <span class="field-error" [id]="errorId">{{ error() }}</span>
      }
    </div>
  `,
})
export class LabelledField implements FieldContext {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly of = input.required<FieldTree<unknown>>();

  readonly controlId = uniqueId('field');
  readonly labelId = `${this.controlId}-label`;
  protected readonly hintId = `${this.controlId}-hint`;
  protected readonly errorId = `${this.controlId}-error`;
  private readonly texts = inject(ErrorTexts);

  readonly showsError = computed(() => this.of()().touched() && this.of()().errors().length > 0);
  readonly isRequired = computed(() => this.of()().required());
  readonly describedBy = computed(() => {
    const ids = [this.hint() ? this.hintId : null, this.showsError() ? this.errorId : null];
    return ids.filter((id) => id !== null).join(' ') || null;
  });
  protected readonly error = computed(() => {
    const [first] = this.of()().errors();
    return first === undefined ? '' : this.texts.of(first);
  });
}
