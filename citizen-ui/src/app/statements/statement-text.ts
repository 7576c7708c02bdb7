/** A statement as data; `{organisation}`, `{phone}`, `{textNumber}`, `{address}`, `{hours}` and `{portal}` are filled in. */
export interface StatementText {
  readonly title: string;
  /** When the text was last changed, as people write it. */
  readonly updated: string;
  readonly sections: readonly StatementSection[];
}

export interface StatementSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly points?: readonly string[];
}

export type StatementName = 'accessibility' | 'privacy' | 'terms';
export type Statements = Readonly<Record<StatementName, StatementText>>;

/** Puts the organisation's own words in their places; an unknown place is left as it is, for everybody to see. */
export function filledIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
