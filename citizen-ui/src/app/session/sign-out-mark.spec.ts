import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SignOutMark } from './sign-out-mark';

describe('the word that signing out has worked', () => {
  beforeEach(() => {
    sessionStorage.clear();
  });

  it('is told once', () => {
    const mark = TestBed.inject(SignOutMark);
    mark.set();
    expect([mark.take(), mark.take()]).toEqual([true, false]);
  });

  it('stays unsaid where the browser forbids to keep anything, and hurts no page', () => {
    jest.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    const mark = TestBed.inject(SignOutMark);
    mark.set();
    expect(mark.take()).toBe(false);
  });
});
