import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Component, ElementRef, signal, viewChildren } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { focusFirstNew } from './focus-first-new';

@Component({
  template: `
    @for (row of rows(); track row) {
      <a #row href="#">{{ row }}</a>
    }
  `,
})
class List {
  readonly rows = signal(['a', 'b']);
  private readonly links = viewChildren<string, ElementRef<HTMLElement>>('row', { read: ElementRef });
  readonly moreAsked = focusFirstNew(this.links);
}

describe('a list of which more is read', () => {
  let fixture: ComponentFixture<List>;
  const focused = (): string => document.activeElement?.textContent.trim() ?? '';

  beforeEach(() => {
    fixture = TestBed.createComponent(List);
    document.body.append(fixture.nativeElement as HTMLElement);
    TestBed.tick();
  });

  afterEach(() => {
    fixture.destroy();
  });

  function show(...rows: string[]): void {
    fixture.componentInstance.rows.set(rows);
    TestBed.tick();
  }

  it('goes on from the first row that came', () => {
    fixture.componentInstance.moreAsked();
    TestBed.tick();
    expect(focused()).not.toBe('c');
    show('a', 'b', 'c', 'd');
    expect(focused()).toBe('c');
  });

  it('takes the focus neither without having been asked nor for another list', () => {
    show('a', 'b', 'c');
    fixture.componentInstance.moreAsked();
    show();
    show('x', 'y', 'z', 'å');
    expect(['a', 'b', 'c', 'x', 'y', 'z', 'å']).not.toContain(focused());
  });
});
