import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { LinkedText } from './linked-text';

describe('the text of a statement', () => {
  it('leads to the web and e-mail addresses in it, and stays as it is otherwise', () => {
    const fixture = TestBed.createComponent(LinkedText);
    const text = 'Ohjeet ovat osoitteessa www.tietosuoja.fi. Kirjoita: saavutettavuus@traficom.fi, tai soita.';
    fixture.componentRef.setInput('text', text);
    TestBed.tick();
    const page = fixture.nativeElement as HTMLElement;
    expect(page.textContent).toBe(text);
    const links = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['https://www.tietosuoja.fi', 'mailto:saavutettavuus@traficom.fi']);
  });
});
