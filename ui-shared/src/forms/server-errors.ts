import { type FieldTree, type TreeValidationResult, type ValidationError, submit } from '@angular/forms/signals';
import { type ApiProblem, problemOf } from '../api/problem';

type AnyField = FieldTree<unknown>;

/** The server's `errors[]` as errors of the form's fields; what points to no field of ours lands on the form itself. */
export function serverErrors<Model>(problem: ApiProblem, form: FieldTree<Model>): ValidationError.WithOptionalFieldTree[] {
  return problem.errors.map(({ pointer, code }) => ({ kind: code, fieldTree: fieldAt(form, pointer) }));
}

function fieldAt(form: AnyField, pointer: string): AnyField {
  let field: AnyField = form;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const child: unknown = Reflect.get(field, name);
    if (typeof child !== 'function') return field;
    field = child as AnyField;
  }
  return field;
}

export type SubmitOutcome = { readonly sent: true } | { readonly sent: false; readonly problem: ApiProblem | null };

/**
 * Validates, sends, and puts the server's field errors onto the fields. `problem` is null when the form itself was
 * not valid, or when every error found its field; else it is for the page to show.
 */
export async function submitToServer<Model>(form: FieldTree<Model>, send: (model: Model) => Promise<unknown>): Promise<SubmitOutcome> {
  let problem: ApiProblem | null = null;
  let sent = false;
  await submit(form, async (): Promise<TreeValidationResult> => {
    try {
      await send(form().value());
      sent = true;
      return undefined;
    } catch (error) {
      const refused = problemOf(error);
      if (refused.errors.length === 0) problem = refused;
      return serverErrors(refused, form);
    }
  });
  return sent ? { sent } : { sent: false, problem };
}
