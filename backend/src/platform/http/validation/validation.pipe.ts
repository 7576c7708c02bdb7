import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { Problem } from '../../../kernel/problem.ts';
import { MALFORMED_REQUEST, VALIDATION_FAILED } from '../http.problems.ts';
import { fieldErrorsOf } from './field-errors.ts';
import { refuseHiddenCharacters } from './hidden-characters.ts';
import { refuseUnlessPlain } from './plain-input.ts';

class InputPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // What a decorator of ours gives (a principal, a header) is no input.
    if (metadata.type !== 'custom') {
      refuseUnlessPlain(value);
      refuseHiddenCharacters(value);
    }
    // No body of ours is a list; the validator would judge each of its items.
    if (metadata.type === 'body' && Array.isArray(value)) throw new Problem(MALFORMED_REQUEST);
    return super.transform(value, metadata);
  }
}

/** Shape only: a field that the request class does not declare, or of another type, never reaches a use case. */
export function validationPipe(): ValidationPipe {
  return new InputPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    // For the arguments of the broken rule; neither leaves the process.
    validationError: { target: true, value: true },
    transform: true,
    transformOptions: { exposeUnsetFields: false },
    exceptionFactory: (errors: ValidationError[]) => new Problem(VALIDATION_FAILED, { errors: fieldErrorsOf(errors) }),
  });
}
