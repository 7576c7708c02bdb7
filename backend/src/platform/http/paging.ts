import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { Problem } from '../../kernel/problem.ts';
import { CURSOR_INVALID } from './http.problems.ts';
import { MayBeAbsent } from './validation/may-be-absent.ts';

/** One page of a list; the views of modules name their items. */
export interface Page<T> {
  readonly items: readonly T[];
  /** For the next page; null on the last one. */
  readonly nextCursor: string | null;
}

const greatestLimit = 200;
const usualLimit = 50;

/** Query of a paged list; extend it with the list's filters. */
export class PageQuery {
  @ApiProperty({
    description: 'How many at most.',
    type: 'integer',
    minimum: 1,
    maximum: greatestLimit,
    default: usualLimit,
    required: false,
    example: usualLimit,
  })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(greatestLimit)
  readonly limit: number = usualLimit;

  @ApiProperty({
    description: '`nextCursor` of the page before; absent for the first page.',
    required: false,
    example: 'WyIyMDI2LTExLTI0Il0',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(1000)
  readonly cursor?: string;
}

/** What the sort columns of a row may hold. */
export type CursorKey = readonly (string | number | null)[];

/** The sort key of a row as an opaque text; not secret, so nothing personal may be sorted by that the list does not show. */
export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @throws Problem CURSOR_INVALID unless the text came from encodeCursor with as many values */
export function decodeCursor(cursor: string, values: number): CursorKey {
  const key = parsed(cursor);
  const isKey =
    Array.isArray(key) &&
    key.length === values &&
    key.every((value) => value === null || typeof value === 'string' || typeof value === 'number');
  if (!isKey) throw new Problem(CURSOR_INVALID);
  return key as CursorKey;
}

/** A page from `limit + 1` rows: the row too many tells that there is a next page. */
export function pageOf<Row, View>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => CursorKey,
  toView: (row: Row) => View,
): Page<View> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null;
  return { items: shown.map(toView), nextCursor };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
