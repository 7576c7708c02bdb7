import type { Signal } from '@angular/core';

/** What a control must know of the field around it. */
export abstract class FieldContext {
  abstract readonly controlId: string;
  abstract readonly labelId: string;
  abstract readonly describedBy: Signal<string | null>;
  abstract readonly showsError: Signal<boolean>;
  abstract readonly isRequired: Signal<boolean>;
}
