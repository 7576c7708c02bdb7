import { ApiOperation } from '@nestjs/swagger';

interface OperationTexts {
  /** What the caller gets done, a few words. */
  readonly summary: string;
  readonly description?: string;
}

/** Names an operation after its method, which therefore is unique in the whole API: `bookReservation`, not `create`. */
export function Operation(texts: OperationTexts): MethodDecorator {
  return (target, name, descriptor) => ApiOperation({ ...texts, operationId: String(name) })(target, name, descriptor);
}
