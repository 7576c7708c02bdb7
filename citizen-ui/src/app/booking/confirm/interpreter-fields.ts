import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { FieldControl, LabelledField, Language, USUAL_INTERPRETER_LANGUAGES } from '@vuoro/ui-shared';
import { LanguageNames } from '../../time-picker/language-name';
import { type InterpreterModel, OTHER_LANGUAGE } from './interpreter-model';

/** Whether an interpreter is needed, and of which language: the usual ones by name, any other in words. */
@Component({
  selector: 'app-interpreter-fields',
  imports: [FieldControl, FormField, LabelledField, TranslocoPipe],
  templateUrl: './interpreter-fields.html',
})
export class InterpreterFields {
  readonly fields = input.required<FieldTree<InterpreterModel>>();
  /** What the client register knows: offered also when it is rare. */
  readonly known = input.required<string | null>();

  private readonly names = inject(LanguageNames);
  private readonly language = inject(Language);
  protected readonly other = OTHER_LANGUAGE;
  protected readonly choices = computed(() => {
    const known = this.known();
    const codes = new Set([...USUAL_INTERPRETER_LANGUAGES, ...(known === null ? [] : [known])]);
    return [...codes]
      .map((code) => ({ code, name: this.names.of(code) }))
      .sort((one, another) => one.name.localeCompare(another.name, this.language.current()));
  });
}
