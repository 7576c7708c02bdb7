import { DOCUMENT, Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Language, type LanguageCode } from './language';
import { TranslatedTitle } from './translated-title';

@Service()
export class LanguageSwitcher {
  private readonly language = inject(Language);
  private readonly texts = inject(TranslocoService);
  private readonly title = inject(TranslatedTitle);
  private readonly document = inject(DOCUMENT);

  start(): Promise<void> {
    return this.use(this.language.current());
  }

  /** Loads the texts first and switches then, so that half a page is never in another language. */
  async use(language: LanguageCode): Promise<void> {
    await firstValueFrom(this.texts.load(language));
    this.language.set(language);
    this.texts.setActiveLang(language);
    this.document.documentElement.lang = language;
    this.title.refresh();
  }
}
