import type { ActivatedRouteSnapshot, CanDeactivateFn, Route } from '@angular/router';

/** A page on which something may be half done. */
export interface HalfDone {
  /** False keeps the page; may ask first. */
  mayLeave(): boolean | Promise<boolean>;
}

/** Asks before what was typed is lost. Going on to another time on the same page loses nothing. */
export const askBeforeLeaving: CanDeactivateFn<HalfDone> = (page, current, _state, next) =>
  isWithin(next.root, current.routeConfig) || page.mayLeave();

/** As `askBeforeLeaving`, where going on to another one of the same kind loses it, too. */
export const askBeforeReplacing: CanDeactivateFn<HalfDone> = (page) => page.mayLeave();

function isWithin(snapshot: ActivatedRouteSnapshot, route: Route | null): boolean {
  return snapshot.routeConfig === route || snapshot.children.some((child) => isWithin(child, route));
}
