export { provideTestTexts } from './test-texts';
