import { Directive, inject } from '@angular/core';
import { FieldContext } from './field-context';

/** Ties an input, select or textarea to the label, hint and error of the `v-field` around it. */
@Directive({
  selector: '[vControl]',
  host: {
    '[attr.id]': 'field?.controlId ?? null',
    '[attr.aria-describedby]': 'field?.describedBy() ?? null',
    '[attr.aria-invalid]': 'field?.showsError() ? true : null',
    '[attr.aria-required]': 'field?.isRequired() ? true : null',
  },
})
export class FieldControl {
  protected readonly field = inject(FieldContext, { optional: true });
}
