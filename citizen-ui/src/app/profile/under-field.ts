import { ApiProblem } from '@vuoro/ui-shared';

/** The same problem for a form that holds the request's fields one level deeper: `/phone` becomes `/contact/phone`. */
export function underField(problem: ApiProblem, field: string): ApiProblem {
  const errors = problem.errors.map((error) => ({ ...error, pointer: `/${field}${error.pointer}` }));
  return new ApiProblem({ ...problem, errors });
}
