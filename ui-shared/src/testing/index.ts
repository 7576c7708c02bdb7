export { standInForModalDialogs } from './modal-dialogs';
export { settle } from './settle';
export { provideTestTexts } from './test-texts';
