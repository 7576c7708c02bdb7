import { Component, type ElementRef, computed, inject, input, linkedSignal, output, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EmployeesToChooseView } from '@vuoro/ui-shared/api';
import { LanguageNames } from './language-name';
import type { Wish } from './wish';

/** In which language, and with whom: folded away, since most come for the first free time whoever is there. */
@Component({
  selector: 'app-employee-wish',
  imports: [TranslocoPipe],
  template: `
    @if (languages().length > 1 || choices().people.length > 0) {
      <details class="wish" [open]="isOpen()">
        <summary>{{ (choices().people.length > 0 ? 'wish.languageOrPerson' : 'wish.onlyLanguage') | transloco }}</summary>
        <div class="wish-fields">
          @if (languages().length > 1) {
            <div class="field">
              <label for="language">{{ 'wish.language' | transloco }}</label>
              <select #language id="language" class="input" (change)="choose('language', $event)">
                <option value="" [selected]="wish().language === null">{{ 'wish.anyLanguage' | transloco }}</option>
                @for (code of languages(); track code) {
                  <option [value]="code" [selected]="code === wish().language">{{ names.of(code) }}</option>
                }
              </select>
            </div>
          }
          @if (choices().people.length > 0) {
            <div class="field">
              <label for="person">{{ 'wish.person' | transloco }}</label>
              <select #person id="person" class="input" (change)="choose('person', $event)">
                <option value="" [selected]="wish().person === null">{{ 'wish.anyPerson' | transloco }}</option>
                @for (each of people(); track each.id) {
                  <option [value]="each.id" [selected]="each.id === wish().person">{{ each.name }}</option>
                }
                @if (isPersonGone()) {
                  <option [value]="wish().person" selected>{{ 'wish.personGone' | transloco }}</option>
                }
              </select>
            </div>
          }
        </div>
      </details>
    }
  `,
})
export class EmployeeWish {
  readonly choices = input.required<EmployeesToChooseView>();
  readonly wish = input.required<Wish>();
  readonly wishChanged = output<Partial<Wish>>();

  private readonly language = viewChild<ElementRef<HTMLElement>>('language');
  private readonly person = viewChild<ElementRef<HTMLElement>>('person');
  protected readonly names = inject(LanguageNames);
  /** With the chosen one even if nobody serves in it any more: an old address must not look as if nothing were chosen. */
  protected readonly languages = computed(() => {
    const { languages } = this.choices();
    const { language } = this.wish();
    return this.names.sorted(language === null || languages.includes(language) ? languages : [...languages, language]);
  });
  protected readonly isPersonGone = computed(() => {
    const { person } = this.wish();
    return person !== null && !this.choices().people.some(({ id }) => id === person);
  });
  /** Those who serve in the chosen language; whoever is chosen stays, so that the choice can be seen. */
  protected readonly people = computed(() => {
    const { language, person } = this.wish();
    return this.choices().people.filter(({ id, languages }) => language === null || languages.includes(language) || id === person);
  });
  /** Once open it is left open: what was chosen in it can be taken back there. */
  protected readonly isOpen = linkedSignal<boolean, boolean>({
    source: () => this.wish().language !== null || this.wish().person !== null,
    computation: (isWished, before) => isWished || before?.value === true,
  });

  focusOn(which: keyof Wish): void {
    (which === 'language' ? this.language() : this.person())?.nativeElement.focus();
  }

  protected choose(which: keyof Wish, event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.wishChanged.emit({ [which]: event.target.value || null });
  }
}
