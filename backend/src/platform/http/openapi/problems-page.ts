import type { OpenAPIObject } from '@nestjs/swagger';
import { allProblems } from '../../../kernel/problem.ts';
import { fieldErrorCodes } from '../validation/field-errors.ts';

const head = `# Problems

Every answer from 400 upwards is a problem document (RFC 9457, \`application/problem+json\`):
\`type\`, \`title\`, \`status\`, \`detail\` in English, a stable \`code\`, the \`requestId\`, \`params\` for the text and \`errors\` for single fields.
User interfaces show their own text for the code. This page is generated from the code (\`npm run openapi -w backend\`).

Statuses: 400 wrong shape · 401 not signed in · 403 the action is not yours · 404 nothing there that you may know of · 409 state or race ·
412 changed meanwhile · 422 a rule refuses · 428 If-Match missing · 429 too many · 503 try again shortly.
`;

/** docs/problems.md: every code with its status, texts, parameters, and the operations that answer with it. */
export function problemsPage(document: OpenAPIObject): string {
  const operations = operationsByCode(document);
  const modules = Map.groupBy(allProblems(), (definition) => definition.module);
  const sections = [...modules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, definitions]) => {
      const rows = definitions.map(
        ({ code, status, title, detail, params }) =>
          `| \`${code}\` | ${status} | ${title} | ${cell(detail)} | ${params.map((param) => `\`${param}\``).join(', ')} | ${placesOf(operations.get(code))} |`,
      );
      return [
        `## ${module}`,
        '',
        '| Code | Status | Title | Detail | Params | Operations |',
        '|---|---|---|---|---|---|',
        ...rows,
        '',
      ].join('\n');
    });
  const fields = ['## Single fields', '', 'Codes in `errors[]`:', '', ...fieldErrorCodes.map((code) => `- \`${code}\``), ''].join('\n');
  return [head, ...sections, fields].join('\n');
}

/** A problem of the platform is everywhere: naming all its places would say nothing. */
const manyPlaces = 12;

function placesOf(operations: readonly string[] | undefined): string {
  if (operations === undefined) return '–';
  return operations.length > manyPlaces ? `${operations.length} operations` : operations.map((operation) => `\`${operation}\``).join(', ');
}

function operationsByCode(document: OpenAPIObject): Map<string, string[]> {
  const byCode = new Map<string, string[]>();
  for (const item of Object.values(document.paths)) {
    for (const operation of [item.get, item.post, item.put, item.patch, item.delete]) {
      for (const response of Object.values(operation?.responses ?? {})) {
        const codes = (response as { 'x-problem-codes'?: readonly string[] } | undefined)?.['x-problem-codes'] ?? [];
        for (const code of codes) byCode.set(code, [...(byCode.get(code) ?? []), operation?.operationId ?? ''].sort());
      }
    }
  }
  return byCode;
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}
