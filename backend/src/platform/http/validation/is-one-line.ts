import { ValidateBy, type ValidationOptions } from 'class-validator';

/** Text of a name or a title: no line break or tab, and no character without width, which would keep it from being found. */
export const IsOneLine = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isOneLine', validator: { validate: isOneLine, defaultMessage: () => 'must be one line' } }, options);

function isOneLine(value: unknown): boolean {
  return typeof value === 'string' && !/[\t\r\n\u200b-\u200f\u2060-\u2064]/.test(value);
}
