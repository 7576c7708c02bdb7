import { Problem } from '../../../kernel/problem.ts';
import { HIDDEN_CHARACTER, refuseHiddenCharacters } from './hidden-characters.ts';

function fieldsRefusedIn(input: unknown): string[] {
  try {
    refuseHiddenCharacters(input);
    return [];
  } catch (error) {
    const { errors = [] } = error as Problem;
    expect(errors.every(({ code }) => code === HIDDEN_CHARACTER)).toBe(true);
    return errors.map(({ pointer }) => pointer);
  }
}

describe('a text of a request', () => {
  it.each(['Aino', 'Åsa Ö. D’Arc-Ñandú', 'two\nlines\twith tab\r\n', '🏳️‍🌈', 'محمد', 'می\u200cخواهم', ''])('may be %j', (text) => {
    expect(fieldsRefusedIn({ text })).toEqual([]);
  });

  it.each(['\u202eoniA', 'Ai\u2066no', 'Ai\u001bno', 'Ai\u0085no', 'Aino\u2028', '\ufeffAino', 'Ai\u007fno'])(
    'is refused with a hidden character (%j)',
    (text) => {
      expect(fieldsRefusedIn({ text })).toEqual(['/text']);
    },
  );

  it('is found in lists and parts, and each field is named', () => {
    expect(fieldsRefusedIn({ a: [{ b: 'x\u202e' }, 'y'], 'c/d': '\u0001', e: 'plain', f: null, g: 1 })).toEqual(['/a/0/b', '/c~1d']);
  });
});
