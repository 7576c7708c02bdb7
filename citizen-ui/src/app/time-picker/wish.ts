/** Whom one wishes to meet, as the addresses from choosing to confirming carry it. */
export interface Wish {
  readonly language: string | null;
  readonly person: string | null;
}

export interface WishQuery {
  readonly language?: string | undefined;
  readonly person?: string | undefined;
}

const LANGUAGE = /^[a-z]{2,3}$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is no wish at all is left out. */
export function readWish({ language, person }: WishQuery): Wish {
  return {
    language: language !== undefined && LANGUAGE.test(language) ? language : null,
    person: person !== undefined && ID.test(person) ? person : null,
  };
}

/** For the query of an address; without a wish it stays as short as it was. */
export function wishParams({ language, person }: Wish): { language?: string; person?: string } {
  return { ...(language === null ? {} : { language }), ...(person === null ? {} : { person }) };
}

/** As searches and bookings send it. */
export function wishRequest({ language, person }: Wish): { language?: string; employeeId?: string } {
  return { ...(language === null ? {} : { language }), ...(person === null ? {} : { employeeId: person }) };
}
