import { Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

type Handler = (...parameters: never[]) => unknown;
type ControllerClass = abstract new (...parameters: never[]) => object;

/** One operation that the process answers. */
export interface Route {
  readonly method: string;
  /** With parameters as written: `/api/v1/reservations/:id`. */
  readonly path: string;
  readonly controller: ControllerClass;
  readonly handlerName: string;
  readonly handler: Handler;
}

/** All operations of the process, read from the controllers themselves: nothing else can add one. */
@Injectable()
export class RouteInventory {
  private known: readonly (Route & { readonly pattern: RegExp })[] | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  get routes(): readonly Route[] {
    return (this.known ??= this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (typeof metatype === 'function' ? this.routesOf(metatype as ControllerClass) : []))
      .map((route) => ({ ...route, pattern: patternOf(route.path) })));
  }

  /** Methods that a path answers; empty for a path without handler. */
  methodsOf(path: string): readonly string[] {
    void this.routes;
    const methods = (this.known ?? []).filter((route) => route.pattern.test(path)).map((route) => route.method);
    return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].sort();
  }

  private routesOf(controller: ControllerClass): Route[] {
    const prototype = controller.prototype as Record<string, Handler>;
    return this.scanner.getAllMethodNames(prototype).flatMap((handlerName) => {
      const handler = prototype[handlerName];
      if (handler === undefined) return [];
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const joined = pathsOf(controller).flatMap((base) => pathsOf(handler).map((own) => joinedPath(base, own)));
      return joined.map((path) => ({ method: RequestMethod[method], path, controller, handlerName, handler }));
    });
  }
}

function pathsOf(target: object): readonly string[] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | readonly string[] | undefined;
  return typeof path === 'string' ? [path] : (path ?? ['']);
}

function joinedPath(...parts: readonly string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter((segment) => segment !== '')
    .join('/')}`;
}

function patternOf(path: string): RegExp {
  const segments = path
    .split('/')
    .map((segment) =>
      segment.startsWith(':') ? '[^/]+' : segment.startsWith('*') ? '.+' : segment.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
    );
  return new RegExp(`^${segments.join('/')}$`);
}
