export { USUAL_INTERPRETER_LANGUAGES } from './interpreter-languages';
export { LANGUAGES, LANGUAGE_NAMES, Language, type LanguageCode, isLanguage } from './language';
export { LanguageSwitch } from './language-switch';
export { LanguageSwitcher } from './language-switcher';
export { type LocalizedText, Localize, localized } from './localized';
export { choosePlurals } from './plural';
export { type TextSource, provideTexts } from './provide-texts';
export { readablePhone } from './readable-phone';
