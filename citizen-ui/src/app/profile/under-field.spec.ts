import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '@vuoro/ui-shared';
import { underField } from './under-field';

describe('a refused number in a form that holds it one level deeper', () => {
  it('keeps everything but finds its field', () => {
    const refused = new ApiProblem({
      status: 400,
      code: 'VALIDATION_FAILED',
      requestId: 'r',
      errors: [{ pointer: '/phone', code: 'WRONG_FORM' }],
    });
    const moved = underField(refused, 'contact');
    expect(moved.errors).toEqual([{ pointer: '/contact/phone', code: 'WRONG_FORM' }]);
    expect(moved).toMatchObject({ status: 400, code: 'VALIDATION_FAILED', requestId: 'r' });
  });
});
