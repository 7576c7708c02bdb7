/** Languages that interpreters are most often ordered for (ISO 639), Finland's two sign languages among them. */
export const USUAL_INTERPRETER_LANGUAGES: readonly string[] = 'ar en es et fa fr fse fss ku ps ru so sq sv th ti tr uk vi zh'.split(' ');
