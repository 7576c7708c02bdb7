import { describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { Audited, Authorize, defineActions, Public, Unaudited } from '../../access/index.ts';
import { complaintsAbout } from './route-check.ts';
import type { Route } from './route-inventory.ts';

defineActions('EMPLOYEE', { CHECKED_READ: {} });

@Controller('api/v1/checked')
class CheckedController {
  @Get()
  nothing(): void {}

  @Public()
  @Unaudited('a test')
  complete(): void {}

  @Authorize('CHECKED_READ')
  @Audited('CheckedRead')
  audited(): void {}

  @Authorize('CHECKED_READ')
  @Public()
  @Audited('CheckedRead')
  @Unaudited('a test')
  contradictory(): void {}

  @Authorize('NEVER_DECLARED')
  @Audited('CheckedRead')
  misspelt(): void {}
}

@Unaudited('every route of the class')
@Public()
class DeclaredAsAWhole {
  any(): void {}
}

function route(handlerName: keyof CheckedController, path = '/api/v1/checked'): Route {
  return { method: 'GET', path, controller: CheckedController, handlerName, handler: CheckedController.prototype[handlerName] };
}

describe('a route', () => {
  it('with access and audit decided is complete, on the method or on the class', () => {
    expect(complaintsAbout(route('complete'))).toEqual([]);
    expect(complaintsAbout(route('audited'))).toEqual([]);
    const whole = {
      method: 'GET',
      path: '/auth/x',
      controller: DeclaredAsAWhole,
      handlerName: 'any',
      handler: DeclaredAsAWhole.prototype.any,
    };
    expect(complaintsAbout(whole)).toEqual([]);
  });

  it('without decisions, or with two, is named with what is wrong', () => {
    expect(complaintsAbout(route('nothing'))).toEqual([
      'GET /api/v1/checked (CheckedController.nothing) has neither @Authorize() nor @Public().',
      'GET /api/v1/checked (CheckedController.nothing) has neither @Audited() nor @Unaudited().',
    ]);
    expect(complaintsAbout(route('contradictory'))).toHaveLength(2);
  });

  it('must name an action that exists', () => {
    expect(complaintsAbout(route('misspelt'))).toEqual([
      expect.stringContaining('names the action NEVER_DECLARED, which no module declares'),
    ]);
  });

  it('must lie where hosts, headers and proxies expect the API', () => {
    expect(complaintsAbout(route('complete', '/checked'))).toEqual([expect.stringContaining('outside the addresses of the API')]);
  });
});
