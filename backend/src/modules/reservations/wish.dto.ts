import { languagePattern } from '../appointment-types/index.ts';

/** How the two fields of a wish are described wherever a citizen takes a time: the search had them, and what is given instead keeps them. */
export const wishedEmployee = {
  required: false,
  format: 'uuid',
  description: 'By whom it was searched: nobody else comes instead when somebody was quicker, and the alternatives are of this employee.',
} as const;

export const wishedLanguage = {
  required: false,
  pattern: languagePattern,
  description: 'In which language it was searched (ISO 639): so are the alternatives, and whoever comes instead.',
  example: 'sv',
} as const;
