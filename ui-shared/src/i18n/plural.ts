const CHOICE = /\[\[\s*(\w+)\s*((?:\|\s*(?:zero|one|two|few|many|other)\s*:[^|\]]*)+)\]\]/g;

/**
 * Resolves `[[count | one: vapaa aika | other: vapaata aikaa]]` by the plural rules of the language.
 * A missing form falls back to `other`; an unknown parameter leaves the `other` form.
 */
export function choosePlurals(text: string, parameters: Readonly<Record<string, unknown>>, language: string): string {
  if (!text.includes('[[')) return text;
  return text.replace(CHOICE, (_all, name: string, forms: string) => {
    const choices = new Map(
      forms
        .split('|')
        .map((form) => form.split(':'))
        .filter((parts) => parts.length > 1)
        .map(([form, ...rest]) => [form?.trim(), rest.join(':').trim()] as const),
    );
    const count = Number(parameters[name]);
    const form = Number.isFinite(count) ? pluralRules(language).select(count) : 'other';
    return choices.get(form) ?? choices.get('other') ?? '';
  });
}

const rules = new Map<string, Intl.PluralRules>();

function pluralRules(language: string): Intl.PluralRules {
  let found = rules.get(language);
  if (!found) rules.set(language, (found = new Intl.PluralRules(language)));
  return found;
}
