import { HttpErrorResponse } from '@angular/common/http';

/** One field that the server refused. */
export interface FieldProblem {
  /** JSON pointer into the request's body, for example `/contact/phone`. */
  readonly pointer: string;
  readonly code: string;
  readonly detail?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface ApiProblemMembers {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  readonly params: Readonly<Record<string, string | number>>;
  readonly requestId: string | null;
  /** Next free times when the asked one was taken; the shape is the operation's. */
  readonly alternatives: readonly unknown[];
  /** Whole seconds after which another try makes sense. */
  readonly retryAfterSeconds: number | null;
  /** Every member of the server's answer, for those that one operation alone has. */
  readonly members: Readonly<Record<string, unknown>>;
}

/** The request never reached the server or no answer came: nothing is known of its outcome. */
export const NETWORK_UNREACHABLE = 'NETWORK_UNREACHABLE';
/** An answer came that is not one of ours, for example a proxy's error page. */
export const UNEXPECTED_ANSWER = 'UNEXPECTED_ANSWER';
/** Something went wrong in the browser itself. */
export const APPLICATION_FAILED = 'APPLICATION_FAILED';

/** The only error that an API call ends with. */
export class ApiProblem extends Error implements ApiProblemMembers {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  readonly params: Readonly<Record<string, string | number>>;
  readonly requestId: string | null;
  readonly alternatives: readonly unknown[];
  readonly retryAfterSeconds: number | null;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(members: Partial<ApiProblemMembers> & { readonly status: number; readonly code: string }) {
    super(members.detail || members.title || members.code);
    this.name = 'ApiProblem';
    this.status = members.status;
    this.code = members.code;
    this.title = members.title ?? '';
    this.detail = members.detail ?? '';
    this.errors = members.errors ?? [];
    this.params = members.params ?? {};
    this.requestId = members.requestId ?? null;
    this.alternatives = members.alternatives ?? [];
    this.retryAfterSeconds = members.retryAfterSeconds ?? null;
    this.members = members.members ?? {};
  }

  /** Sending the same request again, with the same idempotency key, can succeed. */
  get retryable(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Whatever was thrown, as a problem that a screen can show. */
export function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof HttpErrorResponse) return fromResponse(error);
  if (error instanceof Error && error.cause !== undefined) return problemOf(error.cause);
  return new ApiProblem({ status: 0, code: APPLICATION_FAILED, detail: error instanceof Error ? error.message : '' });
}

function fromResponse(response: HttpErrorResponse): ApiProblem {
  const requestId = response.headers.get('X-Request-Id');
  if (response.status === 0) return new ApiProblem({ status: 0, code: NETWORK_UNREACHABLE, requestId });
  const retryAfter = response.headers.get('Retry-After');
  const retryAfterSeconds = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null;
  const body = parsed(response.error);
  if (body === null || typeof body['code'] !== 'string') {
    return new ApiProblem({ status: response.status, code: UNEXPECTED_ANSWER, requestId, retryAfterSeconds });
  }
  return new ApiProblem({
    status: response.status,
    code: body['code'],
    title: text(body['title']),
    detail: text(body['detail']),
    errors: list(body['errors']).filter(isFieldProblem),
    params: parameters(body['params']),
    requestId: typeof body['requestId'] === 'string' ? body['requestId'] : requestId,
    alternatives: list(body['alternatives']),
    retryAfterSeconds,
    members: body,
  });
}

/** Angular leaves the body a string when the content type is not exactly `application/json`. */
function parsed(body: unknown): Record<string, unknown> | null {
  if (typeof body !== 'string') return isRecord(body) ? body : null;
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value['pointer'] === 'string' && typeof value['code'] === 'string';
}

function parameters(value: unknown): Record<string, string | number> {
  if (!isRecord(value)) return {};
  const known = Object.entries(value).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(known);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
