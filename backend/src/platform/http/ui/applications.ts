import type { NextFunction, Request, Response } from 'express';
import { Problem } from '../../../kernel/problem.ts';
import { NOT_FOUND } from '../../access/index.ts';
import type { Config } from '../../config/index.ts';
import { METHOD_NOT_ALLOWED } from '../http.problems.ts';
import type { OrganisationByHost } from '../organisation-by-host.ts';
import { RequestContext } from '../request-context.ts';
import { areaOf } from '../surfaces.ts';
import { BuiltApplication } from './built-application.ts';

type Handler = (request: Request, response: Response, next: NextFunction) => Promise<void>;

/** Serves both built applications: each path of theirs is a page, and none of the API's is. */
export function applications(config: Config, organisations: OrganisationByHost): Handler {
  const citizen = new BuiltApplication(config.citizenUiDirectory);
  const employee = new BuiltApplication(config.employeeUiDirectory);
  return async (request, response, next) => {
    const area = areaOf(request.path);
    if (area !== 'CITIZEN_APPLICATION' && area !== 'EMPLOYEE_APPLICATION') return next();
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      throw new Problem(METHOD_NOT_ALLOWED);
    }
    // Without its slash the page's relative addresses would point into the citizens' application.
    if (request.path === '/employee') return response.redirect(302, '/employee/');
    const path = area === 'EMPLOYEE_APPLICATION' ? request.path.slice('/employee'.length) : request.path;
    const application = area === 'EMPLOYEE_APPLICATION' ? employee : citizen;
    const facts = async () => ({
      contacts: await organisations.contactsOf(RequestContext.current()?.organisationId ?? ''),
      environmentName: config.environmentName,
    });
    if ((await application.send(path, response, facts)) === 'NOT_FOUND') throw new Problem(NOT_FOUND);
  };
}
