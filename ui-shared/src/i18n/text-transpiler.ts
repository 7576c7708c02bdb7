import { Injectable, inject } from '@angular/core';
import { DefaultTranspiler, type TranspileParams } from '@jsverse/transloco';
import { Language } from './language';
import { choosePlurals } from './plural';

/** Plurals by Intl.PluralRules: the message-format add-on compiles functions, which the content security policy forbids. */
@Injectable()
export class TextTranspiler extends DefaultTranspiler {
  private readonly language = inject(Language);

  override transpile(given: TranspileParams): unknown {
    if (typeof given.value !== 'string') return super.transpile(given);
    const value = choosePlurals(given.value, given.params ?? {}, this.language.current());
    return super.transpile({ ...given, value });
  }
}
