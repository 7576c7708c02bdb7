/** The two sign languages of Finland by their ISO 639 codes, and the skills by which employees have them. */
const skills: Readonly<Record<string, string>> = { fse: 'FSL_FI', fss: 'FSL_SV' };

/** The skill of a sign language; null for a spoken one. */
export function skillOfLanguage(language: string): string | null {
  return skills[language] ?? null;
}

/** All languages in which an employee serves: the spoken ones first. ISO 639 codes. */
export function servedLanguages(employee: { readonly languages: readonly string[]; readonly skills: readonly string[] }): string[] {
  const signed = Object.entries(skills).flatMap(([language, skill]) => (employee.skills.includes(skill) ? [language] : []));
  return [...new Set([...employee.languages, ...signed])];
}
