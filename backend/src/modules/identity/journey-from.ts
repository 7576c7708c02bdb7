import type { Request } from 'express';
import { isLanguage, LANGUAGES, type Language } from '../../kernel/index.ts';
import type { Surface } from '../../platform/access/index.ts';
import { homeOf, type Journey } from './provider-sign-in.ts';
import { safeReturnTo } from './return-to.ts';

/** Where a sign-in that begins shall lead back to, and in which language: as the address says, as far as it may be believed. */
export function journeyFrom(surface: Surface, request: Request): Journey {
  const { returnTo, language, fresh } = request.query;
  return {
    returnTo: safeReturnTo(returnTo, homeOf[surface]),
    language: isLanguage(language) ? language : preferredLanguage(request),
    recognition: fresh === undefined ? 'ANY' : 'FRESH',
    leftBy: null,
  };
}

/** Of those that the browser asks for; else Finnish. */
export function preferredLanguage(request: Request): Language {
  const language = request.acceptsLanguages([...LANGUAGES]);
  return isLanguage(language) ? language : 'fi';
}
