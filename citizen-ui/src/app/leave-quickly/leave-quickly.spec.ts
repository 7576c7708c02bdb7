import { describe, expect, it } from '@jest/globals';
import { type EnvironmentInjector, createEnvironmentInjector, inject, runInInjectionContext, signal } from '@angular/core';
import { EnvironmentInjector as Parent } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { LeaveQuickly } from './leave-quickly';

/** A page that is opened and later closed. */
function page(need: () => boolean | undefined): EnvironmentInjector {
  const injector = createEnvironmentInjector([], TestBed.inject(Parent));
  runInInjectionContext(injector, () => {
    inject(LeaveQuickly).follow(need);
  });
  return injector;
}

describe('the button by which one leaves quickly', () => {
  it('stays while the next page is still loading', () => {
    const leave = TestBed.inject(LeaveQuickly);
    const service = page(() => true);
    expect(leave.isNeeded()).toBe(true);
    const loaded = signal<boolean | undefined>(undefined);
    page(loaded);
    service.destroy();
    expect(leave.isNeeded()).toBe(true);
    loaded.set(false);
    expect(leave.isNeeded()).toBe(false);
  });

  it('stays on a page that knows nothing of the service, such as the way to identification', () => {
    const leave = TestBed.inject(LeaveQuickly);
    const service = page(() => true);
    expect(leave.isNeeded()).toBe(true);
    service.destroy();
    expect(leave.isNeeded()).toBe(true);
  });

  it('goes away on the front page', () => {
    const leave = TestBed.inject(LeaveQuickly);
    page(() => true);
    expect(leave.isNeeded()).toBe(true);
    page(() => false);
    expect(leave.isNeeded()).toBe(false);
  });
});
