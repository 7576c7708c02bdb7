import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LANGUAGES, LANGUAGE_NAMES, Language, type LanguageCode } from './language';
import { LanguageSwitcher } from './language-switcher';

@Component({
  selector: 'v-language-switch',
  imports: [TranslocoPipe],
  templateUrl: './language-switch.html',
})
export class LanguageSwitch {
  private readonly switcher = inject(LanguageSwitcher);
  protected readonly current = inject(Language).current;
  protected readonly languages = LANGUAGES;
  protected readonly names = LANGUAGE_NAMES;

  protected choose(language: LanguageCode): void {
    void this.switcher.use(language);
  }
}
