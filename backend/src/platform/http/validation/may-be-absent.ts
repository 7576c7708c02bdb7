import { ValidateIf } from 'class-validator';

/** The field may be left out. Unlike class-validator's `IsOptional` it does not let null through, which is a value and none that was asked for. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_request, value: unknown) => value !== undefined);
