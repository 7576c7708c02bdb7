import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { ApiProblem } from '../../api/problem';
import { provideTestTexts } from '../../testing';
import { ErrorState } from './error-state';

function shown(status: number, code: string): string {
  TestBed.configureTestingModule({ providers: [provideTestTexts()] });
  const fixture = TestBed.createComponent(ErrorState);
  fixture.componentRef.setInput('error', new ApiProblem({ status, code, requestId: 'r-17' }));
  TestBed.tick();
  return (fixture.nativeElement as HTMLElement).textContent;
}

describe('a failure in place of the content', () => {
  it('tells the id of the request when only somebody else can help', () => {
    expect(shown(500, 'INTERNAL_ERROR')).toContain('r-17');
  });

  it('leaves the id out of what the reader can mend', () => {
    expect(shown(409, 'TIME_TAKEN')).not.toContain('r-17');
  });
});
