import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Problem } from '../../../kernel/problem.ts';
import { VALIDATION_FAILED } from '../http.problems.ts';
import { fieldErrorsOf } from './field-errors.ts';

/** Shape only: a field that the request class does not declare, or of another type, never reaches a use case. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
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
