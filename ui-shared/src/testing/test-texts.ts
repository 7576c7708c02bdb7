import { type EnvironmentProviders, importProvidersFrom, inject, makeEnvironmentProviders, provideAppInitializer } from '@angular/core';
import { type Translation, TranslocoTestingModule, provideTranslocoTranspiler } from '@jsverse/transloco';
import { Language, type LanguageCode } from '../i18n/language';
import { TextTranspiler } from '../i18n/text-transpiler';
import en from '../i18n/en.json';
import fi from '../i18n/fi.json';
import sv from '../i18n/sv.json';

/** The real shared texts, already loaded, and those of the application when given: tests then look for what people read. */
export function provideTestTexts(application: Partial<Record<LanguageCode, Translation>> = {}): EnvironmentProviders {
  const langs = {
    fi: { ...fi, ...application.fi },
    sv: { ...sv, ...application.sv },
    en: { ...en, ...application.en },
  };
  return makeEnvironmentProviders([
    importProvidersFrom(
      TranslocoTestingModule.forRoot({
        langs,
        translocoConfig: { availableLangs: ['fi', 'sv', 'en'], defaultLang: 'fi', reRenderOnLangChange: true },
        preloadLangs: true,
      }),
    ),
    provideTranslocoTranspiler(TextTranspiler),
    // The browser of a test speaks English; people of ours speak Finnish first.
    provideAppInitializer(() => {
      inject(Language).set('fi');
    }),
  ]);
}
