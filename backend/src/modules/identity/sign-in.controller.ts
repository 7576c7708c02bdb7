import { Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { JsonWebKey } from 'node:crypto';
import type { Request, Response } from 'express';
import { Public, Unaudited } from '../../platform/access/index.ts';
import { Operation, RequestLimit, type RequestLimits } from '../../platform/http/index.ts';
import { SignOutView } from './identity.dto.ts';
import { IdentityProviders } from './identity-providers.ts';
import { SignInFlow } from './sign-in-flow.ts';
import { SignInLimitFilter } from './sign-in-limit.filter.ts';
import { SignOut } from './sign-out.ts';

const beforeSignIn = 'nobody is known yet';
const signInsBegun: RequestLimits = { perAddress: (config) => config.signInsPerAddressAndMinute };
const writtenBySession = 'the row is written where the session is opened or closed';

/** Pages rather than an interface: a browser navigates here and is sent on. */
@ApiTags('Sign-in')
@Controller('auth')
export class SignInController {
  constructor(
    private readonly flow: SignInFlow,
    private readonly leave: SignOut,
    private readonly providers: IdentityProviders,
  ) {}

  @Get('citizen/login')
  @Public()
  @RequestLimit(signInsBegun)
  @UseFilters(SignInLimitFilter)
  @Unaudited(beforeSignIn)
  @ApiExcludeEndpoint()
  beginCitizenSignIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.flow.begin('CITIZEN', request, response);
  }

  @Get('citizen/callback')
  @Public()
  @Unaudited(writtenBySession)
  @ApiExcludeEndpoint()
  finishCitizenSignIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.flow.finish('CITIZEN', request, response);
  }

  @Post('citizen/logout')
  @HttpCode(200)
  @Public()
  @Unaudited(writtenBySession)
  @Operation({ summary: 'Sign out of the citizen application' })
  @ApiOkResponse({ type: SignOutView })
  async signOutCitizen(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SignOutView> {
    return { redirectTo: await this.leave.execute('CITIZEN', request, response) };
  }

  @Get('employee/login')
  @Public()
  @RequestLimit(signInsBegun)
  @UseFilters(SignInLimitFilter)
  @Unaudited(beforeSignIn)
  @ApiExcludeEndpoint()
  beginEmployeeSignIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.flow.begin('EMPLOYEE', request, response);
  }

  @Get('employee/callback')
  @Public()
  @Unaudited(writtenBySession)
  @ApiExcludeEndpoint()
  finishEmployeeSignIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.flow.finish('EMPLOYEE', request, response);
  }

  @Post('employee/logout')
  @HttpCode(200)
  @Public()
  @Unaudited(writtenBySession)
  @Operation({ summary: 'Sign out of the employee application' })
  @ApiOkResponse({ type: SignOutView })
  async signOutEmployee(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SignOutView> {
    return { redirectTo: await this.leave.execute('EMPLOYEE', request, response) };
  }

  @Get('jwks')
  @Public()
  @Unaudited('public keys')
  @ApiExcludeEndpoint()
  publicKeys(): { keys: readonly JsonWebKey[] } {
    return { keys: this.providers.publicKeys() };
  }
}
