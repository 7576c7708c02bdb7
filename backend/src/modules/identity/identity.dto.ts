import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import type { Role } from '../../platform/access/index.ts';
import { LocalizedTextView } from '../organisation/index.ts';

const ROLES: readonly Role[] = ['EMPLOYEE', 'BOOKING_CLERK', 'SUPERVISOR', 'ADMINISTRATOR'];
const instant = { format: 'date-time', example: '2026-11-24T08:00:00.000Z' } as const;

export class SignOutView {
  @ApiProperty({
    description: 'Where the browser goes next: to the identity provider to sign out there too, or to the front page.',
    example: '/',
  })
  readonly redirectTo!: string;
}

export class CitizenSessionView {
  @ApiProperty({ description: 'Whether somebody is signed in.', example: true })
  readonly signedIn!: boolean;

  @ApiProperty({ description: 'Name of who is signed in.', type: String, nullable: true, example: 'Aino Maria Virtanen' })
  readonly name!: string | null;

  @ApiProperty({
    description: 'Id in the client register.',
    type: String,
    format: 'uuid',
    nullable: true,
    example: '018f7d2e-0000-7000-8000-000000000001',
  })
  readonly clientId!: string | null;

  @ApiProperty({ description: "The server's time.", ...instant })
  readonly now!: string;

  @ApiProperty({ description: 'When the session ends unless something is done.', type: String, nullable: true, ...instant })
  readonly idleEndsAt!: string | null;

  @ApiProperty({ description: 'When the session ends in any case.', type: String, nullable: true, ...instant })
  readonly endsAt!: string | null;

  @ApiProperty({ description: 'Client on whose behalf matters are handled.', type: String, format: 'uuid', nullable: true, example: null })
  readonly onBehalfOf!: string | null;
}

export class OtherSessionView {
  @ApiProperty({ description: 'When its person signed in.', ...instant })
  readonly signedInAt!: string;

  @ApiProperty({ description: 'When it was last used, to the minute.', ...instant })
  readonly lastSeenAt!: string;
}

export class RoleView {
  @ApiProperty({ description: 'Role.', enum: ROLES, example: 'EMPLOYEE' })
  readonly role!: Role;

  @ApiProperty({
    description: 'Unit in which, with everything below it, the role is held.',
    format: 'uuid',
    example: '018f7d2e-0000-7000-8000-000000000002',
  })
  readonly unitId!: string;

  @ApiProperty({ description: 'Name of the unit.', type: LocalizedTextView })
  readonly unitName!: LocalizedTextView;

  @ApiProperty({
    description: 'Services to which the role is limited; null: all services of these units.',
    type: [String],
    format: 'uuid',
    nullable: true,
    example: null,
  })
  readonly serviceIds!: readonly string[] | null;
}

export class MarkSharedDeskRequest {
  @ApiProperty({ description: 'Whether several people use this browser.', example: true })
  @IsBoolean()
  sharedDesk!: boolean;
}

export class EmployeeSessionView {
  @ApiProperty({ description: 'Whether somebody is signed in.', example: true })
  readonly signedIn!: boolean;

  @ApiProperty({
    description: 'Whether several people use this browser: it is locked after ten minutes without a request.',
    example: false,
  })
  readonly sharedDesk!: boolean;

  @ApiProperty({ description: 'Whether a shared desk was left and waits for its person to sign in again.', example: false })
  readonly locked!: boolean;

  @ApiProperty({ description: 'Employee.', type: String, format: 'uuid', nullable: true, example: '018f7d2e-0000-7000-8000-000000000003' })
  readonly employeeId!: string | null;

  @ApiProperty({ description: 'Name.', type: String, nullable: true, example: 'Anna Lahtinen' })
  readonly name!: string | null;

  @ApiProperty({ description: 'Title.', type: LocalizedTextView, nullable: true })
  readonly title!: LocalizedTextView | null;

  @ApiProperty({ description: 'Name of the organisation.', type: LocalizedTextView, nullable: true })
  readonly organisationName!: LocalizedTextView | null;

  @ApiProperty({ description: 'Name of a test environment, for a banner.', type: String, nullable: true, example: null })
  readonly environmentName!: string | null;

  @ApiProperty({ description: "The server's time.", ...instant })
  readonly now!: string;

  @ApiProperty({ description: 'When the session ends unless something is done.', type: String, nullable: true, ...instant })
  readonly idleEndsAt!: string | null;

  @ApiProperty({ description: 'When the session ends in any case.', type: String, nullable: true, ...instant })
  readonly endsAt!: string | null;

  @ApiProperty({
    description: 'Codes of all actions that some role includes; what they reach is decided case by case.',
    type: [String],
    example: ['CLIENT_SEARCH'],
  })
  readonly actions!: readonly string[];

  @ApiProperty({ description: 'Roles in force today.', type: [RoleView] })
  readonly roles!: readonly RoleView[];
}
