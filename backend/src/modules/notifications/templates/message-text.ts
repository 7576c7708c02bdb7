import { Liquid } from 'liquidjs';
import { PLACEHOLDERS, type MessageKind, type MessageValues } from '../message-kinds.ts';

// The linter lets nothing but `{name}` through; the engine is shut as well, should a text come into the table past it.
const engine = new Liquid({
  ownPropertyOnly: true,
  strictVariables: true,
  strictFilters: true,
  outputDelimiterLeft: '{',
  outputDelimiterRight: '}',
  greedy: false,
  dynamicPartials: false,
});

/**
 * A text with its placeholders filled in. Only those of its kind have a value.
 * @throws Error when the text names anything else
 */
export function renderText(kind: MessageKind, text: string, values: Partial<MessageValues>): string {
  const known: Record<string, string> = {};
  for (const placeholder of PLACEHOLDERS[kind]) {
    const value = values[placeholder];
    if (value !== undefined) known[placeholder] = value;
  }
  return String(engine.parseAndRenderSync(text, known));
}
