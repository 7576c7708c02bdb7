import {
  type EnvironmentProviders,
  Injectable,
  InjectionToken,
  inject,
  isDevMode,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { TitleStrategy } from '@angular/router';
import { type Translation, type TranslocoLoader, provideTransloco, provideTranslocoTranspiler } from '@jsverse/transloco';
import { LANGUAGES, type LanguageCode } from './language';
import { LanguageSwitcher } from './language-switcher';
import { TextTranspiler } from './text-transpiler';
import { TranslatedTitle } from './translated-title';

/** One dynamic import per language, so that a phone loads only the texts that it shows. */
export type TextSource = Readonly<Record<LanguageCode, () => Promise<{ default: Translation }>>>;

const APPLICATION_TEXTS = new InjectionToken<TextSource>('texts of the application');

const sharedTexts: TextSource = {
  fi: () => import('./fi.json'),
  sv: () => import('./sv.json'),
  en: () => import('./en.json'),
};

@Injectable()
class TextLoader implements TranslocoLoader {
  private readonly application = inject(APPLICATION_TEXTS);

  async getTranslation(language: string): Promise<Translation> {
    const code = LANGUAGES.find((known) => known === language) ?? 'fi';
    const [shared, own] = await Promise.all([sharedTexts[code](), this.application[code]()]);
    return { ...shared.default, ...own.default };
  }
}

/** Texts of `ui-shared` and of the application, merged; the first screen waits for them, so no key is ever seen. */
export function provideTexts(application: TextSource): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: APPLICATION_TEXTS, useValue: application },
    provideTransloco({
      config: {
        availableLangs: [...LANGUAGES],
        defaultLang: 'fi',
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
      },
      loader: TextLoader,
    }),
    provideTranslocoTranspiler(TextTranspiler),
    { provide: TitleStrategy, useExisting: TranslatedTitle },
    provideAppInitializer(() => inject(LanguageSwitcher).start()),
  ]);
}
