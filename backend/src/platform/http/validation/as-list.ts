import { Transform } from 'class-transformer';

/** For a list in a query, which comes as a text when there is one of it. */
export const AsList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === undefined || Array.isArray(value) ? value : [value]));
